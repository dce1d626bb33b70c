import { Inject, Injectable } from '@nestjs/common';
import { channels, NotFound, type Clock, type Language } from '@seloste/kernel';
import { CLOCK, type Reader } from '@seloste/platform';
import { decide } from './decide.js';
import type { ContactAttempt, Decision } from './decision.js';
import type { Facts } from './facts.js';
import { readDecisions } from './read-decisions.js';
import { readFacts, toFacts, type FactsJson } from './read-facts.js';
import { sentence, type Subject } from './sentences/sentence.js';

/** A decision for one channel, as it is shown with a person. */
export interface PermissionSummary extends Pick<Decision, 'allowed' | 'code' | 'since'> {
  channel: ContactAttempt['channel'];
  purpose: ContactAttempt['purpose'];
  sentence: string;
}

/** May they be contacted? Asked at every exit (design rule 2). Who may see the person is asked before. */
@Injectable()
export class Permissions {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** @throws NotFound for whom the reader does not see */
  async decide(reader: Reader, contactId: string, attempt: ContactAttempt): Promise<Decision> {
    return decide(await this.factsOf(reader, contactId), attempt, this.clock.now());
  }

  /** The decision for each, in one statement; who is not there is `erased`, and who is restricted `restricted`. */
  decideAll(reader: Reader, contactIds: string[], attempt: ContactAttempt): Promise<Map<string, Decision>> {
    return readDecisions(reader, contactIds, { attempt, now: this.clock.now() });
  }

  /** @throws NotFound for whom the reader does not see */
  async factsOf(reader: Reader, contactId: string): Promise<Facts> {
    const facts = (await readFacts(reader, [contactId])).get(contactId);
    if (!facts) throw new NotFound('contact');
    return facts;
  }

  /** Each of these people's summary; who is not seen is left out. */
  async summariesOf(
    reader: Reader,
    contactIds: string[],
    language: Language,
  ): Promise<Map<string, PermissionSummary[]>> {
    const facts = await readFacts(reader, contactIds);
    return new Map([...facts].map(([id, known]) => [id, this.summarise(known, language)]));
  }

  /** Direct marketing by each channel, out of what `factsColumn` read. */
  summaryOf(json: FactsJson, language: Language): PermissionSummary[] {
    return this.summarise(toFacts(json), language);
  }

  /** The decision in one sentence. Of a purpose of the company's own the name is given, for it to be said. */
  sentenceOf(
    decision: Pick<Decision, 'code' | 'since' | 'evidence'>,
    attempt: Subject,
    language: Language,
  ): string {
    return sentence(decision, attempt, { language });
  }

  private summarise(facts: Facts, language: Language): PermissionSummary[] {
    const now = this.clock.now();
    return channels.map((channel) => {
      const attempt = { channel, purpose: 'direct_marketing' };
      const decision = decide(facts, attempt, now);
      const { allowed, code, since } = decision;
      return {
        ...attempt,
        allowed,
        code,
        sentence: sentence(decision, attempt, { language, timeZone: facts.timeZone }),
        since,
      };
    });
  }
}
