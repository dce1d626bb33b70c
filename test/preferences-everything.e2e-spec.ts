import { aCompany, aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';
import { aLink } from './support/links.js';

describe('a “no” to everything', () => {
  let app: TestApp;
  let admin: Caller;
  let companyId: string;

  beforeAll(async () => {
    app = await createTestApp({ process: 'api' });
    admin = await app.setUp();
    companyId = (await admin.post('/companies', aCompany()).expect(201)).body.id;
  });
  afterAll(() => app.close());

  const aPerson = async (name: string, phone: string): Promise<string> => {
    const reached = { emails: [`${name}@kvarnen.example`], phones: [phone], title: 'Köpare' };
    return (await admin.post('/contacts', aContact({ companyId, ...reached })).expect(201)).body.id;
  };
  const press = (token: string, body: string) =>
    app.stranger.agent.post(`/p/${token}?lang=en`).type('form').send(body).expect(200);
  const inForce = async (contactId: string) =>
    (
      await app.rows<{ what: string }>(
        `SELECT o.channel || '.' || o.purpose AS what FROM objections o WHERE o.contact_id = $1
         AND NOT EXISTS (SELECT FROM objection_withdrawals w WHERE w.objection_id = o.id)`,
        [contactId],
      )
    ).map(({ what }) => what);

  const countOf = async (contactId: string, purpose: string) =>
    (await app.rows('SELECT id FROM objections WHERE contact_id = $1 AND purpose = $2', [contactId, purpose]))
      .length;

  it('P9: stays one for purposes that come or are switched on later, when the person takes one thing out of it', async () => {
    const [contactId, other] = [
      await aPerson('allt', '040 765 4321'),
      await aPerson('annan', '040 765 4322'),
    ];
    const token = await aLink(app, { contactId });
    for (const said of ['stop=email.direct_marketing', 'stop=email.newsletter', 'stop=all.all'])
      await press(token, said);
    await app.rows(`UPDATE purposes SET switched_on = false WHERE key = 'newsletter'`);
    await press(token, 'allow=email.survey');
    await press(await aLink(app, { contactId: other }), 'stop=phone.survey');
    const rests = {
      basis: 'legitimate_interest',
      balancingNote: 'x',
      reviewOn: '2099-01-01',
      switchedOn: true,
    };
    const add = (key: string, kind: string) =>
      admin
        .post('/purposes', { key, name: { fi: key, sv: key, en: key }, class: kind, ...rests })
        .expect(201);
    await add('webinars', 'marketing');
    await add('profiling_events', 'profiling');
    await app.rows(
      `UPDATE purposes SET switched_on = true, basis = 'legitimate_interest', review_on = '2099-01-01' WHERE key IN ('newsletter', 'profiling_sales')`,
    );
    const mayBe = async (id: string, channel: string, purpose: string) =>
      (await admin.get(`/contacts/${id}/permissions/${channel}/${purpose}`).expect(200)).body;
    for (const purpose of ['webinars', 'newsletter', 'profiling_events', 'profiling_sales'])
      for (const channel of ['email', 'phone', 'sms', 'post', 'social', 'chat'])
        expect([purpose, channel, await mayBe(contactId, channel, purpose)]).toEqual([
          purpose,
          channel,
          expect.objectContaining({ allowed: false, code: 'objected' }),
        ]);
    expect(await mayBe(contactId, 'email', 'survey')).toMatchObject({ allowed: true });
    expect(await inForce(other)).toEqual(['phone.survey']);
    expect(await mayBe(other, 'phone', 'webinars')).toMatchObject({ allowed: true });
    const [said] = await app.rows(
      `SELECT o.received_via, o.note, o.objected_at = (SELECT min(m.objected_at) FROM objections m WHERE m.contact_id = $1 AND m.of_everything) AS then
       FROM objections o WHERE o.contact_id = $1 AND o.purpose = 'webinars' AND o.channel = 'email'`,
      [contactId],
    );
    expect(said).toEqual({ received_via: 'preference_page', note: null, then: true });
    const acts = await app.rows(
      `SELECT subject_id, count(*)::int AS n FROM audit_events WHERE action = 'objection.record' AND request_id =
         (SELECT request_id FROM audit_events WHERE action = 'purpose.create' ORDER BY id LIMIT 1) GROUP BY 1`,
    );
    // One for each row of evidence, by whoever added the purpose.
    expect(acts).toEqual([{ subject_id: contactId, n: await countOf(contactId, 'webinars') }]);
    const [suppressed] = await app.rows(
      `SELECT s.reason FROM suppressions s JOIN contact_points p ON p.digest = s.digest
       WHERE p.contact_id = $1 AND s.channel = 'email' AND s.purpose = 'webinars'`,
      [contactId],
    );
    expect(suppressed).toEqual({ reason: 'objection' });
    await press(token, 'allow=email.webinars');
    expect(await mayBe(contactId, 'email', 'webinars')).toMatchObject({ allowed: true });
  });
});
