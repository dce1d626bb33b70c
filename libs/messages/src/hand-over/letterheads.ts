import { Injectable } from '@nestjs/common';
import { Database } from '@seloste/platform';
import { DkimSigning } from '@seloste/templates';
import type { Letterhead } from './lane.js';

/** In whose name messages leave, and what signs them. */
@Injectable()
export class Letterheads {
  constructor(
    private readonly database: Database,
    private readonly dkim: DkimSigning,
  ) {}

  async current(): Promise<Letterhead> {
    const [controller] = await this.database.read<{ name: string }>('SELECT name FROM controllers');
    const signer = await this.dkim.current();
    return { from: controller?.name ?? 'Seloste', dkim: signer ?? undefined };
  }
}
