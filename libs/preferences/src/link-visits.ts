import { Injectable } from '@nestjs/common';
import { PrivacyOfficer } from '@seloste/audit';
import { languages, type Language } from '@seloste/kernel';
import {
  AutomatedSequences,
  PersonLinks,
  type PersonLink,
  type SequenceOfPerson,
} from '@seloste/permissions';
import {
  AppConfig,
  Database,
  networkOf,
  readerOf,
  TooManyRequests,
  type AuthenticatedRequest,
} from '@seloste/platform';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { ConsentAsked, HeldPerson, ObjectionInForce, PurposeShown } from './held.js';
import { tokenOf } from './link-requests.js';
import { type ControllerShown } from '@seloste/pages';
import { Phrases } from './words/phrases.js';

/** What every page needs to know besides the person. */
interface Setting {
  controller: ControllerShown;
  language: Language;
  timeZone: string;
  purposes: PurposeShown[];
}

/** What a page is written from; without a person where nobody was given the link, or they were erased. */
export interface Visit {
  phrases: Phrases;
  controller: ControllerShown;
  /** False: the address was damaged on its way, and says nothing of whom it was given to. */
  isWhole: boolean;
  link: PersonLink | null;
  person: HeldPerson | null;
  /** What the person decides about: what is in use, the three kinds of profiling (H12), and what they said no to. */
  purposes: PurposeShown[];
}

/** Somebody is there. */
export type PersonsVisit = Visit & { link: PersonLink; person: HeldPerson };

export const isPersons = (visit: Visit): visit is PersonsVisit =>
  visit.link !== null && visit.person !== null;

interface ControllerRow {
  name: string;
  businessId: string | null;
  postalAddress: string | null;
  language: Language;
  timeZone: string;
}

/** Tokens that nobody was given, by network: whoever guesses is slowed down, whoever has a link never is. */
const guesses = { points: 60, duration: 60 };

/** Reads what a link opens. Nothing here changes anything (design rule 7). */
@Injectable()
export class LinkVisits {
  private readonly limiter = new RateLimiterMemory(guesses);

  constructor(
    private readonly links: PersonLinks,
    private readonly database: Database,
    private readonly config: AppConfig,
    private readonly automated: AutomatedSequences,
    private readonly officer: PrivacyOfficer,
  ) {}

  /**
   * Null for a link that nobody was given, or that is not whole.
   * @throws TooManyRequests when a network tries many such links
   */
  async open(request: AuthenticatedRequest): Promise<PersonLink | null> {
    const token = tokenOf(request);
    const link = token === null ? null : await this.links.find(token);
    if (link === null) await this.countGuess(networkOf(request.ip ?? ''));
    return link;
  }

  /** For a page about nobody; it has words even when the database does not answer. */
  async lookFromOutside(request: AuthenticatedRequest): Promise<Visit> {
    const setting = await this.setting().catch(() => unknownSetting);
    const phrases = phrasesOf(setting, null, request.query.lang);
    const frame = { phrases, controller: setting.controller, isWhole: tokenOf(request) !== null };
    return { ...frame, link: null, person: null, purposes: setting.purposes };
  }

  /** Words and company for a page of somebody who is known otherwise. @param asked a language, if it is one */
  async frame(
    asked: unknown,
    own: Language | null,
  ): Promise<Pick<Visit, 'phrases' | 'controller' | 'purposes'> & { timeZone: string }> {
    const setting = await this.setting();
    const { controller, purposes, timeZone } = setting;
    return { phrases: phrasesOf(setting, own, asked), controller, purposes, timeZone };
  }

  /** Everything that the pages of a link are written from, as it is now. */
  async look(request: AuthenticatedRequest, link: PersonLink | null): Promise<Visit> {
    const [setting, person] = await Promise.all([this.setting(), link && this.person(link)]);
    const purposes = setting.purposes.filter(
      ({ key, class: kind, switchedOn }) =>
        switchedOn || kind === 'profiling' || person?.objections.some(({ purpose }) => purpose === key),
    );
    const phrases = phrasesOf(setting, link?.language ?? null, request.query.lang);
    const isWhole = tokenOf(request) !== null;
    return { phrases, controller: setting.controller, isWhole, link, person, purposes };
  }

  private async setting(): Promise<Setting> {
    const [[controller], purposes] = await Promise.all([
      this.database.read<ControllerRow>(selectController),
      this.database.read<PurposeShown>(selectPurposes),
    ]);
    const { language, timeZone, ...company } = controller ?? nobody;
    return {
      controller: { ...company, email: this.config.mailFrom?.address ?? null },
      language,
      timeZone,
      purposes,
    };
  }

  private async person(link: PersonLink): Promise<HeldPerson | null> {
    const [row] = await this.database.read<{
      person: (HeldPerson & { inherited: ObjectionInForce[] }) | null;
    }>('SELECT person_by_token($1) AS person', [this.links.tokenHashOf(link.id)]);
    if (!row?.person) return null;
    const { inherited, ...person } = row.person;
    return { ...person, objections: [...person.objections, ...inherited] };
  }

  /** Null when the link asks about none, or the person was erased. */
  async consent(link: PersonLink): Promise<ConsentAsked | null> {
    const [row] = await this.database.read<{ consent: ConsentAsked | null }>(
      'SELECT consent_by_token($1) AS consent',
      [this.links.tokenHashOf(link.id)],
    );
    return row?.consent ?? null;
  }

  /** May something be allowed by this link, or does it only close? The database holds to it as well. */
  async mayOpen({ id }: PersonLink): Promise<boolean> {
    const [answer] = await this.database.read<{ may: boolean }>('SELECT link_may_open($1) AS may', [id]);
    return answer?.may === true;
  }

  /** What is sent to the person by itself (V5); a restricted person sees theirs, too. */
  async sequences({ link, person: { restricted } }: PersonsVisit): Promise<SequenceOfPerson[]> {
    const { contactId } = link;
    if (contactId === null) return [];
    if (!restricted) return this.automated.of(this.database, contactId);
    return this.database.transaction((tx) =>
      this.officer.carryOut(tx, () => this.automated.of(readerOf(tx), contactId)),
    );
  }

  private async countGuess(network: string): Promise<void> {
    try {
      await this.limiter.consume(network);
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes)
        throw new TooManyRequests(Math.ceil(refusal.msBeforeNext / 1000));
      throw refusal;
    }
  }
}

/** Before the company is set up. */
const nobody: ControllerRow = {
  name: 'Seloste',
  businessId: null,
  postalAddress: null,
  language: 'fi',
  timeZone: 'Europe/Helsinki',
};
const unknownSetting: Setting = { controller: { ...nobody, email: null }, ...nobody, purposes: [] };

/** In the language asked for, or the person's own, or the company's. */
function phrasesOf({ language, timeZone, purposes }: Setting, own: Language | null, asked: unknown): Phrases {
  const chosen = languages.find((one) => one === asked);
  return new Phrases(chosen ?? own ?? language, timeZone, purposes);
}

const selectController = `
  SELECT name, business_id AS "businessId", postal_address AS "postalAddress", language, time_zone AS "timeZone" FROM controllers`;

const selectPurposes = `
  SELECT key, class, basis, switched_on AS "switchedOn",
    CASE WHEN NOT built_in THEN json_build_object('fi', name_fi, 'sv', name_sv, 'en', name_en) END AS names
  FROM purposes ORDER BY built_in DESC, CASE key WHEN 'direct_marketing' THEN 0 WHEN 'newsletter' THEN 1 WHEN 'survey' THEN 2 END,
    created_at, key`;
