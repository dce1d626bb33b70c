import { Injectable } from '@nestjs/common';
import { Database } from '@seloste/platform';
import { User } from '../users/user.entity.js';
import { PasskeyCeremonies } from './passkey-ceremonies.js';
import { Passkey } from './passkey.entity.js';
import { toPasskeyResponse, type PasskeyList } from './passkeys.dto.js';

/** Which passkeys a user has, and what to ask the browser for to make another. */
@Injectable()
export class OwnPasskeys {
  constructor(
    private readonly database: Database,
    private readonly ceremonies: PasskeyCeremonies,
  ) {}

  /** Oldest first. */
  async list(userId: string): Promise<PasskeyList> {
    const passkeys = await this.of(userId);
    return { items: passkeys.map(toPasskeyResponse), origin: this.ceremonies.party?.origin ?? null };
  }

  /** @throws PasskeysUnavailable */
  async options(userId: string): Promise<object> {
    const user = await this.database.manager.findOneByOrFail(User, { id: userId });
    return this.ceremonies.creationOptions(user, await this.of(userId));
  }

  private of(userId: string): Promise<Passkey[]> {
    return this.database.manager.find(Passkey, { where: { userId }, order: { createdAt: 'ASC' } });
  }
}
