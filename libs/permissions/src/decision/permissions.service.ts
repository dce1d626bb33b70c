import { Inject, Injectable } from '@nestjs/common';
import { Calendar } from '@seloste/identity';
import {
  channels,
  NotFound,
  type Clock,
  type Language,
  type PurposeClass,
  type RequestContext,
} from '@seloste/kernel';
import { CLOCK, languageOf, type Reader } from '@seloste/platform';
import { decide } from './decide.js';
import type { ContactAttempt, Decision } from './decision.js';
import type { Facts } from './facts.js';
import { NotPermitted } from './not-permitted.js';
import type { PermissionSummary } from './permissions.dto.js';
import { readDecisions } from './read-decisions.js';
import { readFacts, toFacts, type FactsJson } from './read-facts.js';
import { sentence, type Subject } from './sentences/sentence.js';

/** May they be contacted? Asked at every exit (design rule 2). Who may see the person is asked before. */
@Injectable()
export class Permissions {
  constructor(
    private readonly calendar: Calendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The moment that decisions are made for. */
  now(): Date {
    return this.clock.now();
  }

  /** @throws NotFound for whom the reader does not see */
  async decide(reader: Reader, contactId: string, attempt: ContactAttempt): Promise<Decision> {
    return decide(await this.factsOf(reader, contactId), attempt, this.clock.now());
  }

  /** The decision for each, in one statement; who is not there is `erased`, and who is restricted `restricted`. */
  decideAll(reader: Reader, contactIds: string[], attempt: ContactAttempt): Promise<Map<string, Decision>> {
    return readDecisions(reader, contactIds, { attempt, now: this.clock.now() });
  }

  /** For several decisions about one person. @throws NotFound for whom the reader does not see */
  async factsOf(reader: Reader, contactId: string): Promise<Facts> {
    const facts = (await readFacts(reader, [contactId], await this.calendar.timeZone())).get(contactId);
    if (!facts) throw new NotFound('contact');
    return facts;
  }

  /** Each of these people's summary; who is not seen is left out. */
  async summariesOf(
    reader: Reader,
    contactIds: string[],
    language: Language,
  ): Promise<Map<string, PermissionSummary[]>> {
    const facts = await readFacts(reader, contactIds, await this.calendar.timeZone());
    return new Map([...facts].map(([id, known]) => [id, this.summarise(known, language)]));
  }

  /** Direct marketing by each channel, out of what `factsColumn` read. */
  async summaryOf(json: FactsJson, language: Language): Promise<PermissionSummary[]> {
    return this.summarise(toFacts(json, await this.calendar.timeZone()), language);
  }

  /** The decision in one sentence. Of a purpose of the company's own the name is given, for it to be said. */
  sentenceOf(
    decision: Pick<Decision, 'code' | 'since' | 'evidence'>,
    attempt: Subject,
    language: Language,
  ): string {
    return sentence(decision, attempt, { language });
  }

  /** The refusal of an attempt, to be thrown; it names the purpose as the company does, in the caller's language. */
  async refusalOf(
    reader: Reader,
    context: RequestContext,
    { decision, attempt }: { decision: Decision; attempt: ContactAttempt },
  ): Promise<NotPermitted> {
    const { channel, purpose } = attempt;
    const language = languageOf(context);
    const [known] = await reader.read<{ purposeClass: PurposeClass; purposeName: string | null }>(
      `SELECT class AS "purposeClass", name_${language} AS "purposeName" FROM purposes WHERE key = $1`,
      [purpose],
    );
    const words = { language, timeZone: await this.calendar.timeZone() };
    return new NotPermitted(decision, attempt, sentence(decision, { channel, purpose, ...known }, words));
  }

  private summarise(facts: Facts, language: Language): PermissionSummary[] {
    const now = this.clock.now();
    return channels.map((channel) => {
      const attempt = { channel, purpose: 'direct_marketing' };
      const decision = decide(facts, attempt, now);
      const { allowed, code, since } = decision;
      const words = { language, timeZone: facts.timeZone };
      return { ...attempt, allowed, code, sentence: sentence(decision, attempt, words), since };
    });
  }
}
