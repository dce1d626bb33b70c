import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import type { Reader } from '@seloste/platform';
import type { EntityManager } from 'typeorm';

/** Letters that follow each other by themselves, as their addressee sees them (V5). */
export interface SequenceOfPerson {
  /** Of this person's run through the sequence. */
  id: string;
  name: string;
  startedAt: Date;
  /** When the person ended it; null while it runs. */
  stoppedAt: Date | null;
}

/** Who knows of sequences: what a person's own page lists, and how they end one. */
export interface SequenceProvider {
  /** Those that run and those that the person stopped. */
  of(reader: Reader, contactId: string): Promise<SequenceOfPerson[]>;
  /** Ends one of this person's; twice is once, and what is not theirs is left alone. Puts it on record. */
  stop(
    tx: EntityManager,
    context: RequestContext,
    run: { contactId: string; id: string; linkId: string },
  ): Promise<void>;
}

/** Lets the public pages list and stop what a later module sends: it announces itself here. */
@Injectable()
export class AutomatedSequences implements SequenceProvider {
  private provider: SequenceProvider | null = null;

  provide(provider: SequenceProvider): void {
    this.provider = provider;
  }

  of(reader: Reader, contactId: string): Promise<SequenceOfPerson[]> {
    return this.provider?.of(reader, contactId) ?? Promise.resolve([]);
  }

  async stop(...[tx, context, run]: Parameters<SequenceProvider['stop']>): Promise<void> {
    await this.provider?.stop(tx, context, run);
  }
}
