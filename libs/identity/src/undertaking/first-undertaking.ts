import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Database } from '@seloste/platform';
import { defaultUndertaking } from './default-text.js';
import { Undertakings } from './undertakings.service.js';

const context: RequestContext = { actor: { kind: 'system', name: 'start' }, requestId: 'start' };

/** At start, a company that has no undertaking yet gets the text that the software brings along: there is always one (K5). */
@Injectable()
export class FirstUndertaking implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly undertakings: Undertakings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const [company] = await this.database.read<{ name: string }>(
      'SELECT name FROM controllers WHERE NOT EXISTS (SELECT 1 FROM undertakings)',
    );
    if (!company) return;
    await this.database.transaction((tx) =>
      this.undertakings.publishFirst(tx, context, defaultUndertaking(company.name)),
    );
  }
}
