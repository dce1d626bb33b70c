import { Inject, Injectable } from '@nestjs/common';
import { newId, normaliseEmail, type Clock, type Language } from '@seloste/kernel';
import { CLOCK, Database, Jobs, Sealer } from '@seloste/platform';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { MyDataCall } from './my-data-call.entity.js';

export const answerQueue = 'my_data.answer';
export const sealedAddresses = 'address of my data';

/** Letters to one address, whoever asks for them: nobody's mailbox is filled by strangers. */
const letters = { points: 3, duration: 15 * 60 };

/** Takes the addresses that are typed, all alike: who is known is found out by a job (V7). */
@Injectable()
export class MyDataCalls {
  private readonly limiter = new RateLimiterMemory(letters);

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param address one that mail can be sent to */
  async ask(address: string, language: Language): Promise<void> {
    const normalised = normaliseEmail(address);
    if (!(await this.mayAsk(normalised))) return;
    const id = newId();
    const sealedAddress = this.sealer.seal(normalised, sealedAddresses, id);
    await this.database.transaction(async (tx) => {
      await tx.insert(MyDataCall, { id, sealedAddress, language, askedAt: this.clock.now() });
      await this.jobs.sendIn(tx, answerQueue, { id }, { singletonKey: id });
    });
  }

  private async mayAsk(address: string): Promise<boolean> {
    try {
      await this.limiter.consume(address);
      return true;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return false;
      throw refusal;
    }
  }
}
