import { aCompany, aContact, type Caller, type TestApp } from '@seloste/testing';
import { MailingWork } from '../../libs/mailings/src/mailing-work.js';

/** A mailing as the API shows it, as far as the tests look. */
export interface SentMailing {
  id: string;
  status: string;
  version: number;
}

const says = (word: string) => ({
  subject: `${word} {{firstName|}}`,
  blocks: [{ type: 'text', text: `${word}, {{firstName|}}!` }],
});

/** What {@link aTemplate} says in each language. */
export const greetings = { fi: 'Hyvää päivää', sv: 'God dag', en: 'Good day' };

/** A template for a purpose in some languages. @returns its id */
export async function aTemplate(
  caller: Caller,
  { purpose = 'direct_marketing', languages = ['fi', 'sv', 'en'] as (keyof typeof greetings)[] } = {},
): Promise<string> {
  const contents = Object.fromEntries(languages.map((language) => [language, says(greetings[language])]));
  return (
    await caller.post('/templates', { name: `Kirje ${languages.join()}`, purpose, contents }).expect(201)
  ).body.id as string;
}

/** @returns its id */
export const aSegment = async (caller: Caller, filters: object, more: object = {}): Promise<string> =>
  (await caller.post('/segments', { name: 'Kohderyhmä', filters, ...more }).expect(201)).body.id as string;

/** Marketing says what it has to do with the people's work (C2). */
const unlessSaid = ({ purpose = 'direct_marketing', areas }: { purpose?: string; areas?: string[] }) =>
  purpose === 'service' || areas ? { purpose } : { purpose, roleReason: 'Koskee heidän työtään' };

/** A draft. */
export const aMailing = async (caller: Caller, fields: object): Promise<SentMailing> =>
  (await caller.post('/mailings', { ...unlessSaid(fields), ...fields }).expect(201)).body as SentMailing;

/** What has become of it. */
export const resultsOf = async (caller: Caller, id: string): Promise<Record<string, number>> =>
  (await caller.get(`/mailings/${id}/results`).expect(200)).body as Record<string, number>;

/** Acts on record about a mailing or a segment, oldest first. */
export const actsOn = async (app: TestApp, id: string): Promise<string[]> =>
  (
    await app.rows<{ action: string }>(
      `SELECT action FROM audit_events WHERE subject_id = $1 AND class = 'decision' ORDER BY id`,
      [id],
    )
  ).map(({ action }) => action);

/** Somebody of an audience, as far as the tests look. */
export interface Member {
  contactId: string;
  name: string;
  language: string;
  fellBack: boolean;
  allowed: boolean | null;
  code: string | null;
  sentence: string | null;
}

export interface AudienceBody {
  items: Member[];
  nextCursor: string | null;
  total: number | null;
  counts: {
    included: number;
    leftOut: number;
    undecided: number;
    fellBack: number;
    byCode: Record<string, number>;
    byLanguage: Record<string, number>;
  };
}

export interface QueuedMessage {
  id: string;
  contact_id: string;
  language: string;
  status: string;
  paused: boolean;
}

/** A company that sends mailings: a marketer, a sales manager, people at a customer and a letter to them in three languages. */
export class MailingHouse {
  private areas = 0;
  private people = 0;

  readonly app: TestApp;
  readonly admin: Caller;
  readonly marketer: Caller;
  readonly manager: Caller;
  readonly companyId: string;
  readonly templateId: string;

  private constructor(
    parts: Pick<MailingHouse, 'app' | 'admin' | 'marketer' | 'manager' | 'companyId' | 'templateId'>,
  ) {
    ({
      app: this.app,
      admin: this.admin,
      marketer: this.marketer,
      manager: this.manager,
      companyId: this.companyId,
      templateId: this.templateId,
    } = parts);
  }

  static async open(app: TestApp): Promise<MailingHouse> {
    const admin = await app.setUp();
    const manager = await app.signIn(admin, { roles: ['sales_manager'] });
    const marketer = await app.signIn(admin, { roles: ['marketer'], email: 'markku@havukka.example' });
    const { body: company } = await manager.post('/companies', aCompany()).expect(201);
    const templateId = await aTemplate(marketer);
    return new MailingHouse({ app, admin, manager, marketer, companyId: company.id as string, templateId });
  }

  /** An area of responsibility that nobody has yet. */
  anArea(): string {
    return `Alue ${++this.areas}`;
  }

  /** Somebody at the customer's whose work it is, with an address of their own. @returns the id */
  async person(area: string, fields: Record<string, unknown> = {}): Promise<string> {
    const emails = [`henkilo${++this.people}@tehdas.example`];
    const work = { companyId: this.companyId, areaOfResponsibility: area, title: 'johtaja', emails };
    const { body } = await this.manager.post('/contacts', aContact({ ...work, ...fields })).expect(201);
    return body.id as string;
  }

  async draftTo(area: string, fields: object = {}): Promise<SentMailing> {
    const segmentId = await aSegment(this.marketer, { areasOfResponsibility: [area] });
    return aMailing(this.marketer, { templateId: this.templateId, segmentId, ...fields });
  }

  async audienceOf(id: string, query = '', caller = this.marketer): Promise<AudienceBody> {
    return (await caller.get(`/mailings/${id}/audience${query}`).expect(200)).body as AudienceBody;
  }

  /** Asks to send it off. */
  dispatch(id: string, body: object = {}) {
    return this.marketer.post(`/mailings/${id}/dispatch`, body);
  }

  /** As the queue would. */
  prepare(id: string): Promise<void> {
    return this.app.app.get(MailingWork).run(id);
  }

  messagesOf(id: string): Promise<QueuedMessage[]> {
    return this.app.rows(
      'SELECT id, contact_id, language, status, paused FROM messages WHERE origin_id = $1 ORDER BY contact_id',
      [id],
    );
  }

  /** The person says no. */
  async object(contactId: string, purpose = 'direct_marketing'): Promise<void> {
    await this.manager.post(`/contacts/${contactId}/objections`, { channel: 'all', purpose }).expect(201);
  }
}
