import { Erasures } from '@seloste/erasure';
import type { RequestContext } from '@seloste/kernel';
import {
  aCompany,
  aContact,
  anInteraction,
  createTestApp,
  type Caller,
  type TestApp,
} from '@seloste/testing';
import { LiftingWork } from '../libs/contacts/src/restriction/lifting-work.js';
import { erase, pseudonym, rowOf } from './support/erasure/erase.js';
import { make } from './support/two-teams.js';

const nightly: RequestContext = { actor: { kind: 'system', name: 'test' }, requestId: 'test' };
const aVoucher = {
  ground: 'accounting_voucher',
  reason: 'Lasku',
  document: 'Lasku 12',
  financialYearEndedOn: '2025-12-31',
};
const reason = { 'X-Privacy-Reason': 'pyyntö' };

describe('erasing in its circumstances', () => {
  let app: TestApp;
  let officer: Caller;
  let staff: Caller;
  let companyId: string;
  let count = 0;

  /** At a company with colleagues who do the same. */
  const someone = (fields: object = {}) =>
    make(
      staff,
      '/contacts',
      aContact({
        ...{
          firstName: 'Ilmari',
          lastName: `Haapakorpi${++count}`,
          emails: [`ilmari${count}@haapa.example`],
        },
        ...{ companyId, ...fields },
      }),
    );
  const pointsOf = (id: string) => app.rows('SELECT value FROM contact_points WHERE contact_id = $1', [id]);
  const datesOf = async (company: string) => {
    const sql = `SELECT relationship_started_on::text AS started, relationship_ended_on::text AS ended,
      source_on::text AS source, last_interaction_at::text AS last FROM companies WHERE id = $1`;
    return (await app.rows(sql, [company]))[0];
  };
  const erasureOf = async (id: string) => (await officer.get(`/erasures/${id}`).expect(200)).body;

  beforeAll(async () => {
    app = await createTestApp();
    const admin = await app.setUp();
    officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    staff = await app.signIn(admin, { roles: ['sales_manager'] });
    companyId = await make(staff, '/companies', aCompany());
    for (const title of ['Myyjä', 'Myyntipäällikkö', 'Säljchef'])
      await make(staff, '/contacts', aContact({ companyId, title }));
  });
  afterAll(() => app.close());

  describe('while something of them is held (V14, H18)', () => {
    it('takes what no hold needs, hides the rest, and completes by itself when the hold has ended', async () => {
      const id = await someone();
      const callId = await make(
        staff,
        '/interactions',
        anInteraction({ contactIds: [id], body: 'Ilmarin asia' }),
      );
      const hold = await make(officer, `/contacts/${id}/holds`, aVoucher);
      const plan = (await officer.post(`/contacts/${id}/erasure-plans`).expect(201)).body;
      expect(plan.holds).toMatchObject([{ id: hold, until: '2031-12-31' }]);
      expect(plan.tables).toContainEqual(
        expect.objectContaining({
          table: 'holds',
          action: 'keep',
          count: 1,
          until: '2031-12-31',
          why: 'held',
        }),
      );
      const begun = await erase(officer, id);
      expect(begun.status).toBe('held');
      expect(await rowOf(app, id)).toMatchObject({ firstName: 'Ilmari', restricted: true, isErased: false });
      expect(await pointsOf(id)).toEqual([]);
      expect(await app.rows('SELECT subject, body FROM interactions WHERE id = $1', [callId])).toEqual([
        { subject: null, body: null },
      ]);
      await staff.get(`/contacts/${id}`).expect(404);
      expect(
        (await app.app.get(Erasures).erase(nightly, { contactId: id, ground: 'retention' })).status,
      ).toBe('held');
      await officer.post(`/holds/${hold}/release`, { reason: 'Maksettu' });
      expect(await app.app.get(Erasures).due(nightly)).toContainEqual({ contactId: id, ground: 'request' });
      expect(await app.app.get(Erasures).erase(nightly, { contactId: id, ground: 'request' })).toEqual({
        id: begun.id,
        status: 'complete',
      });
      expect(await rowOf(app, id)).toMatchObject({
        firstName: '',
        lastName: expect.stringMatching(pseudonym),
        restricted: false,
        isErased: true,
      });
    });

    it('is undone by nobody: what the hold keeps stays hidden, whoever lifts a restriction and when its day has come', async () => {
      const id = await someone();
      await make(officer, `/contacts/${id}/holds`, aVoucher);
      await erase(officer, id);
      const lifting = { reason: 'erehdys', informed: { via: 'phone', on: '2026-01-01' } };
      const refused = await officer.delete(`/contacts/${id}/restriction`).send(lifting).expect(409);
      expect(refused.body.code).toBe('erasure_held');
      const placed = await officer.put(`/contacts/${id}/restriction`, { reason: 'x', until: '2099-01-01' });
      expect(placed.status).toBe(200);
      await app.app.get(LiftingWork).run('2099-01-02');
      const [restriction] = await app.rows(
        'SELECT lift_requested_at, lifted_at FROM restrictions WHERE contact_id = $1',
        [id],
      );
      expect(restriction).toEqual({ lift_requested_at: null, lifted_at: null });
      expect(await rowOf(app, id)).toMatchObject({ restricted: true });
    });

    it('is certified with what kept something, at their company too, and with nothing that was over by then', async () => {
      const at = await make(staff, '/companies', aCompany());
      const [id] = await Promise.all([someone({ companyId: at }), someone({ companyId: at })]);
      const past = await make(officer, `/contacts/${id}/holds`, { ...aVoucher, ground: 'accounting_book' });
      await officer.post(`/holds/${past}/release`, { reason: 'Erehdys' }).expect(201);
      const hold = await make(officer, `/companies/${at}/holds`, aVoucher);
      const begun = await erase(officer, id);
      expect(begun.status).toBe('held');
      await officer.post(`/holds/${hold}/release`, { reason: 'Maksettu' }).expect(201);
      await app.app.get(Erasures).erase(nightly, { contactId: id, ground: 'request' });
      expect((await erasureOf(begun.id)).certificate.holds).toEqual([
        { ground: 'accounting_voucher', until: '2031-12-31', releasedAt: expect.any(String) },
      ]);
    });
  });

  describe('of somebody whose processing is restricted', () => {
    it('is theirs to ask for, and no rule’s; and nobody plans it without saying why', async () => {
      const id = await someone();
      await officer.put(`/contacts/${id}/restriction`, { reason: 'kiista' }).expect(200);
      const before = await rowOf(app, id);
      await expect(
        app.app.get(Erasures).erase(nightly, { contactId: id, ground: 'retention' }),
      ).rejects.toMatchObject({ code: 'contact_restricted' });
      expect(await rowOf(app, id)).toEqual(before);
      await officer.post(`/contacts/${id}/erasure-plans`).expect(404);
      const { body: plan } = await officer.post(`/contacts/${id}/erasure-plans`).set(reason).expect(201);
      const asked = { contactId: id, planId: plan.id, ground: 'request' };
      await officer.post('/erasures', asked).expect(404);
      await officer.post('/erasures', asked).set(reason).expect(201);
      expect(await rowOf(app, id)).toMatchObject({
        lastName: expect.stringMatching(pseudonym),
        restricted: false,
        isErased: true,
      });
      expect(await app.rows('SELECT 1 FROM restrictions WHERE contact_id = $1', [id])).toEqual([]);
    });
  });

  describe('of somebody whom a pseudonym would not hide', () => {
    it('deletes the only person of a company, and keeps that something was said', async () => {
      const alone = await make(staff, '/companies', aCompany());
      const id = await someone({ companyId: alone });
      const callId = await make(
        staff,
        '/interactions',
        anInteraction({ contactIds: [id], companyId: alone, occurredAt: '2026-03-17T10:00:00Z' }),
      );
      const { body: plan } = await officer.post(`/contacts/${id}/erasure-plans`).expect(201);
      expect(plan).toMatchObject({ smallCell: 'only_person_of_company' });
      expect(plan.sentences[0]).toMatch(/ainoa/);
      expect(await erasureOf((await erase(officer, id)).id)).toMatchObject({
        manner: 'deleted',
        status: 'complete',
      });
      expect(await rowOf(app, id)).toBeUndefined();
      expect(
        await app.rows(
          `SELECT subject, company_id, occurred_at::text AS at FROM interactions WHERE id = $1`,
          [callId],
        ),
      ).toEqual([{ subject: null, company_id: alone, at: '2026-03-01 12:00:00+00' }]);
      expect(
        (await app.app.get(Erasures).erase(nightly, { contactId: id, ground: 'retention' })).status,
      ).toBe('complete');
    });

    it('deletes the only one with their function, and leaves of a shared one the function', async () => {
      const unique = await someone({ title: 'Lakimies' });
      const shared = await someone({ title: 'Myyntineuvottelija' });
      expect(await erasureOf((await erase(officer, unique)).id)).toMatchObject({ manner: 'deleted' });
      await erase(officer, shared);
      expect(await rowOf(app, shared)).toMatchObject({ title: 'sales', companyId });
    });

    it('takes a sole trader’s company with the person', async () => {
      const firm = await make(
        staff,
        '/companies',
        aCompany({
          ...{
            name: 'Tmi Ilmari Haapakorpi',
            legalForm: 'sole_trader',
            phone: '+358409991234',
            email: 'tmi@haapa.example',
            relationship: { status: 'former', startedOn: '2021-05-17', endedOn: '2026-03-19' },
          },
          addresses: [{ type: 'visiting', street: 'Kotikuja 1', postalCode: '20100', city: 'Turku' }],
        }),
      );
      const id = await someone({ companyId: firm });
      await make(staff, '/interactions', anInteraction({ companyId: firm, subject: 'Ilmarin työmaa' }));
      await erase(officer, id);
      expect(await rowOf(app, id)).toBeUndefined();
      const [company] = await app.rows('SELECT name, phone, email, legal_form FROM companies WHERE id = $1', [
        firm,
      ]);
      expect(company).toEqual({
        name: expect.stringMatching(pseudonym),
        phone: null,
        email: null,
        legal_form: 'sole_trader',
      });
      expect(
        await app.rows('SELECT street, postal_code, city FROM company_addresses WHERE company_id = $1', [
          firm,
        ]),
      ).toEqual([{ street: null, postal_code: null, city: 'Varsinais-Suomi' }]);
      expect(await app.rows('SELECT subject FROM interactions WHERE company_id = $1', [firm])).toEqual([
        { subject: null },
      ]);
      expect(await datesOf(firm)).toEqual({
        ...{ started: '2021-05-01', ended: '2026-03-01', source: expect.stringMatching(/-01$/) },
        last: expect.stringMatching(/^\d{4}-\d\d-01 12:00:00\+00$/),
      });
    });

    it('leaves of it the day from which the clock of somebody runs who left it (design rule 4)', async () => {
      const relationship = { status: 'former', startedOn: '2021-05-17', endedOn: '2026-03-19' };
      const firm = await make(staff, '/companies', aCompany({ legalForm: 'sole_trader', relationship }));
      const [id, left] = [await someone({ companyId: firm }), await someone({ companyId: firm })];
      await staff.patch(`/contacts/${left}`, { companyId: null }).expect(200);
      const clock = () =>
        app.rows('SELECT retention_started_on, retention_due_on FROM contacts WHERE id = $1', [left]);
      const before = await clock();
      await erase(officer, id);
      expect(await datesOf(firm)).toMatchObject({ started: '2021-05-01', ended: '2026-03-19' });
      expect(await clock()).toEqual(before);
    });
  });

  describe('when something happens at the same moment', () => {
    it('is done once, however many ask', async () => {
      const id = await someone();
      const erasures = app.app.get(Erasures);
      const outcomes = await Promise.all(
        [1, 2, 3, 4].map(() => erasures.erase(nightly, { contactId: id, ground: 'by_hand' })),
      );
      expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
      const acts = await app.rows(
        `SELECT 1 FROM audit_events WHERE subject_id = $1 AND action = 'contact.erase'`,
        [id],
      );
      expect(acts).toHaveLength(1);
    });

    it('is undone by no edit, no objection and no note that comes at the same time', async () => {
      for (let i = 0; i < 8; i++) {
        const id = await someone();
        await Promise.all([
          app.app.get(Erasures).erase(nightly, { contactId: id, ground: 'by_hand' }),
          staff.patch(`/contacts/${id}`, {
            department: 'Ilmarin osasto',
            emails: [`uusi${i}@haapa.example`],
          }),
          staff.post(`/contacts/${id}/objections`, { channel: 'email', purpose: 'all' }),
          staff.post('/interactions', anInteraction({ contactIds: [id], subject: 'Ilmari soitti' })),
        ]);
        expect(await rowOf(app, id)).toMatchObject({
          isErased: true,
          title: null,
          lastName: expect.stringMatching(pseudonym),
        });
        expect(await pointsOf(id)).toEqual([]);
        const said = await app.rows<{ subject: string }>(
          'SELECT i.subject FROM interactions i JOIN interaction_participants p ON p.interaction_id = i.id WHERE p.contact_id = $1',
          [id],
        );
        expect(said.filter(({ subject }) => subject !== null)).toEqual([]);
      }
    });

    describe('that keeps it from being done', () => {
      const falters = async (how: string) => {
        await app.rows('CREATE SEQUENCE falterings');
        await app.rows(
          `CREATE FUNCTION falter() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN ${how} RETURN NULL; END $$`,
        );
        await app.rows(
          'CREATE TRIGGER falter AFTER UPDATE OF erased_at ON contacts FOR EACH STATEMENT EXECUTE FUNCTION falter()',
        );
      };
      const raise = (code: string, from: string) =>
        `IF nextval('falterings') ${from} THEN RAISE EXCEPTION 'x' USING ERRCODE = '${code}'; END IF;`;
      afterEach(async () => {
        await app.rows('DROP FUNCTION falter() CASCADE');
        await app.rows('DROP SEQUENCE falterings');
      });
      const recorded = async (id: string) => {
        const acts = `SELECT action FROM audit_events WHERE subject_id = $1 AND action LIKE 'erasure.%'`;
        return [
          ...(await app.rows(acts, [id])),
          ...(await app.rows('SELECT status FROM erasures WHERE contact_id = $1', [id])),
        ];
      };

      it.each(['40001', '40P01', '53300'])('tries again what passes: %s', async (code) => {
        const id = await someone();
        await falters(raise(code, '<= 2'));
        const request = { contactId: id, ground: 'by_hand' as const };
        expect((await app.app.get(Erasures).erase(nightly, request)).status).toBe('complete');
        expect(await recorded(id)).toEqual([{ status: 'complete' }]);
      });

      it.each([
        ['a failure to serialise', raise('40001', '> 0'), '40001'],
        ['a connection that is cut', raise('57P01', '> 0'), '57P01'],
      ])('records as a failure nothing that passes: %s', async (_, when, code) => {
        const id = await someone();
        await falters(when);
        const request = { contactId: id, ground: 'by_hand' as const };
        await expect(app.app.get(Erasures).erase(nightly, request)).rejects.toMatchObject({ code });
        expect(await recorded(id)).toEqual([]);
      });

      it('records what is a failure', async () => {
        const id = await someone();
        await falters(raise('P0001', '> 0'));
        const request = { contactId: id, ground: 'by_hand' as const };
        await expect(app.app.get(Erasures).erase(nightly, request)).rejects.toMatchObject({ code: 'P0001' });
        expect(await recorded(id)).toEqual([{ action: 'erasure.fail' }, { status: 'failed' }]);
      });
    });

    it('stops what waits to leave', async () => {
      const id = await someone();
      await app.rows(
        `INSERT INTO messages (id, class, channel, purpose, contact_id, language, recipient, origin_kind, sealed_content, status, not_before, created_at)
         VALUES (gen_random_uuid(), 'service', 'email', 'service', $1, 'fi', 'x@haapa.example', 'one_to_one', 'sealed', 'waiting', now() + interval '1 day', now())`,
        [id],
      );
      await erase(officer, id);
      expect(
        await app.rows(
          'SELECT status, recipient, sealed_content, decision_code FROM messages WHERE contact_id = $1',
          [id],
        ),
      ).toEqual([{ status: 'stopped', recipient: null, sealed_content: null, decision_code: 'erased' }]);
    });

    it('refuses a plan that is older than the person’s last change', async () => {
      for (const change of [
        (id: string) => staff.patch(`/contacts/${id}`, { department: 'Uusi' }).expect(200),
        (id: string) => staff.post('/interactions', anInteraction({ contactIds: [id] })).expect(201),
        (id: string) => officer.post(`/contacts/${id}/holds`, aVoucher).expect(201),
      ]) {
        const id = await someone();
        const { body: plan } = await officer.post(`/contacts/${id}/erasure-plans`).expect(201);
        await change(id);
        const { body } = await officer
          .post('/erasures', { contactId: id, planId: plan.id, ground: 'request' })
          .expect(409);
        expect(body.code).toBe('plan_outdated');
        expect(await rowOf(app, id)).toMatchObject({ isErased: false, firstName: 'Ilmari' });
      }
    });
  });
});
