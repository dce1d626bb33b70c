import {
  aContact,
  addressesOf,
  createTestApp,
  startMailServer,
  type Caller,
  type MailServer,
  type TestApp,
} from '@seloste/testing';
import { make, read } from './support/two-teams.js';

const kinds = [
  ...['access', 'rectification', 'erasure', 'restriction'],
  ...['objection', 'portability', 'consent_withdrawal'],
];
const greetings = { fi: 'Hei Aila Hakija,', sv: 'Hej Aila Hakija,', en: 'Aila Hakija' };
const ways = Object.entries(greetings).flatMap(([language, greeting]) =>
  kinds.map((kind) => ({ kind, language, greeting })),
);

describe('a request that somebody makes by phone', () => {
  let app: TestApp;
  let admin: Caller;
  let officer: Caller;
  let mails: MailServer;
  let people = 0;

  beforeAll(async () => {
    mails = await startMailServer();
    app = await createTestApp({ clock: { now: () => new Date('2027-03-01T08:00:00Z') }, mail: mails.mail });
    admin = await app.setUp();
    officer = await app.signIn(admin, { roles: ['privacy_officer'] });
  });
  afterAll(async () => {
    await app.close();
    await mails.close();
  });

  it.each(ways)('for $kind is driven to its answer in $language', async ({ kind, language, greeting }) => {
    const number = ++people;
    const email = `aila${number}@asiakas.example`;
    const phone = `+3584012345${String(number).padStart(2, '0')}`;
    const person = { firstName: 'Aila', lastName: 'Hakija', emails: [email], phones: [phone], language };
    const contactId = await make(admin, '/contacts', aContact(person));
    const received = { kind, identifier: email, receivedVia: 'phone', receivedAt: '2027-03-01T07:00:00Z' };
    const id = await make(officer, '/subject-requests', received);
    const at = `/subject-requests/${id}`;

    const { body: challenge } = await officer
      .post(`${at}/verifications`, { way: 'phone', address: phone })
      .expect(201);
    await officer
      .post(`${at}/verifications/${challenge.id}/confirmation`, { code: challenge.code })
      .expect(200);

    const draft = await read(officer, `${at}/letter-drafts?kind=answer&outcome=granted`);
    expect(draft).toMatchObject({ language, address: email });
    const letter = { subject: draft.subject, body: draft.body, way: 'email' };
    const { body } = await officer.post(`${at}/decision`, { outcome: 'granted', letter }).expect(201);

    expect(body).toMatchObject({ kind, language, status: 'closed', outcome: 'granted', dueOn: '2027-04-01' });
    expect(body.contact).toMatchObject({ id: contactId });
    expect(body.events.map(({ step }: { step: string }) => step)).toEqual([
      ...['received', 'challenged', 'identified', 'letter_sent', 'decided', 'closed'],
    ]);
    const mail = await mails.waitFor((one) => addressesOf(one).includes(email));
    expect(mail.subject).toBe(draft.subject);
    expect(String(mail.text)).toContain(greeting);
  });
});
