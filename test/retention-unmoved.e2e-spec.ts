import { SchedulerRegistry } from '@nestjs/schedule';
import { addMonths } from '@seloste/kernel';
import { ScheduledJobs } from '@seloste/platform';
import {
  aCompany,
  aContact,
  anInteraction,
  createTestApp,
  eventually,
  type Caller,
  type TestApp,
} from '@seloste/testing';
import { bought, ImportSteps } from './support/import-steps.js';
import { acting, richRegister, type RichRegister } from './support/restricted-person.js';

const today = new Date().toISOString().slice(0, 10);

const clocksSql = `
  SELECT id, retention_due_on::text, retention_review_on::text, retention_ground, retention_rule_version, retention_start,
    retention_started_on::text, retention_reviewed_on::text, retention_parts, last_heard_at, collected_on::text, collected_via
  FROM contacts WHERE id = ANY ($1) ORDER BY id`;

describe('nothing but what people do and say moves a clock (design rule 4)', () => {
  let app: TestApp;
  let register: RichRegister;
  let staff: Caller;
  let officer: Caller;
  let admin: Caller;
  let ids: string[];
  /** One of each: a customer's, a former customer's, a prospect's, one without a company, a form sender, a subscriber. */
  const people = async (): Promise<string[]> => {
    const made: string[] = [];
    const long = { sources: [{ kind: 'event', what: 'x', when: '2026-02-28' }] };
    for (const relationship of [{ status: 'former', endedOn: '2026-03-14' }, { status: 'prospect' }]) {
      const { body } = await staff.post('/companies', aCompany({ relationship })).expect(201);
      made.push(
        (await staff.post('/contacts', aContact({ companyId: body.id, ...long })).expect(201)).body.id,
      );
    }
    for (const kind of ['event', 'form', 'website'])
      made.push(
        (
          await staff
            .post('/contacts', aContact({ sources: [{ kind, what: 'x', when: '2026-02-28' }] }))
            .expect(201)
        ).body.id,
      );
    const theirs = [
      { type: 'chat', direction: 'in', occurredAt: '2026-05-01T09:00:00Z' },
      { type: 'visit', direction: 'in', occurredAt: '2026-06-01T09:00:00Z' },
    ];
    for (const contactId of made)
      for (const fields of theirs)
        await staff.post('/interactions', { ...anInteraction(fields), contactIds: [contactId] }).expect(201);
    return made;
  };
  const clocks = () => app.rows(clocksSql, [ids]);
  const unmoved = async (act: () => Promise<unknown>) => {
    const before = await clocks();
    await act();
    expect(await clocks()).toEqual(before);
  };

  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
    register = await richRegister(app, admin);
    staff = register.callers.get('sales_manager') as Caller;
    officer = register.callers.get('privacy_officer') as Caller;
    ids = [register.personId, register.colleagueId, ...(await people())];
    // A day on which every review that is set now would be another one.
    await app.rows(
      `UPDATE contacts SET retention_reviewed_on = retention_reviewed_on - 100, retention_review_on = retention_review_on - 100`,
    );
  }, 60_000);
  afterAll(() => app.close());

  const edits: [string, object][] = [
    ['a name', { firstName: 'Toinen', lastName: 'Nimi' }],
    ['what they do', { title: 'Johtaja', areaOfResponsibility: 'Hankinta', department: 'Talous' }],
    ['addresses', { emails: ['toinen@example.com'], phones: ['+358401112223'] }],
    ['language and interests', { language: 'en', interests: ['siivous'], authorisations: ['Allekirjoitus'] }],
    ['sources, and their days', { sources: [{ kind: 'form', what: 'y', when: '2020-01-01' }] }],
    ['sources, to later ones', { sources: [{ kind: 'event', what: 'z', when: '2026-11-01' }] }],
    ['legal bases', { bases: [{ purpose: 'direct_marketing', basis: 'consent' }] }],
    ['the owner', { ownerId: null }],
  ];
  it.each(edits)('neither an edit of %s', async (_, fields) => {
    await unmoved(async () => {
      for (const id of ids) await staff.patch(`/contacts/${id}`, fields).expect(200);
    });
  });

  it('nor an edit that comes with the same employer', async () => {
    await unmoved(async () => {
      for (const id of ids) {
        const { body } = await staff.get(`/contacts/${id}`).expect(200);
        await staff.patch(`/contacts/${id}`, { companyId: body.companyId, title: `${id}` }).expect(200);
      }
    });
  });

  it('nor coming to a customer and going again on one day', async () => {
    const customer = aCompany({ relationship: { status: 'customer' } });
    const { body } = await staff.post('/companies', customer).expect(201);
    const free = await app.rows<{ id: string }>(
      'SELECT id FROM contacts WHERE id = ANY ($1) AND company_id IS NULL AND retention_due_on IS NOT NULL',
      [ids],
    );
    expect(free.length).toBeGreaterThan(1);
    await unmoved(async () => {
      for (const { id } of free) {
        await staff.patch(`/contacts/${id}`, { companyId: body.id }).expect(200);
        const moved = await staff.patch(`/contacts/${id}`, { companyId: null }).expect(200);
        expect(moved.body.employments).toEqual([]);
      }
    });
  });

  it('nor archiving and taking out again, nor a restriction placed and lifted', async () => {
    await unmoved(async () => {
      for (const id of ids) {
        await staff.put(`/contacts/${id}/archival`).expect(200);
        await staff.delete(`/contacts/${id}/archival`).expect(200);
        await officer.put(`/contacts/${id}/restriction`, { reason: 'x' }).expect(200);
        const lifting = { reason: 'y', informed: { via: 'phone', on: '2026-01-01' } };
        await officer.delete(`/contacts/${id}/restriction`).set(acting).send(lifting).expect(200);
      }
    });
  });

  it('nor an edit of the company, or the same relationship once more', async () => {
    await unmoved(async () => {
      const found = await app.rows<{ id: string }>(
        'SELECT DISTINCT company_id AS id FROM contacts WHERE company_id IS NOT NULL',
      );
      for (const { id } of found) {
        const { body } = await staff.get(`/companies/${id}`).expect(200);
        const fields = {
          name: 'Uusi Oy',
          size: '2-9',
          website: 'https://uusi.example',
          phone: '+358401112224',
        };
        await staff
          .patch(`/companies/${id}`, {
            ...fields,
            source: { kind: 'website', what: 'y', when: '2020-01-01' },
          })
          .expect(200);
        await staff.patch(`/companies/${id}`, { relationship: body.relationship, ownerId: null }).expect(200);
        await staff.put(`/companies/${id}/archival`).expect(200);
        await staff.delete(`/companies/${id}/archival`).expect(200);
      }
    });
  });

  it('nor what we do: notes, calls, letters and holds', async () => {
    await unmoved(async () => {
      const ours = [
        { type: 'note', direction: null },
        { type: 'call', direction: 'out' },
        { type: 'email', direction: 'out' },
      ];
      for (const fields of ours)
        await staff.post('/interactions', { ...anInteraction(fields), contactIds: ids }).expect(201);
      const letter = { purpose: 'service', subject: 'x', body: 'y', language: 'fi' };
      await staff.post(`/contacts/${register.personId}/messages`, letter).expect(201);
      const dispute = { ground: 'dispute', reason: 'x', reviewOn: addMonths(today, 6) };
      for (const id of ids) await officer.post(`/contacts/${id}/holds`, dispute).expect(201);
    });
  });

  it('nor an edit of what was written about what they did', async () => {
    await unmoved(async () => {
      const theirs = await app.rows<{ id: string }>('SELECT id FROM interactions');
      for (const { id } of theirs)
        await staff.patch(`/interactions/${id}`, { subject: 'uusi', body: 'teksti' });
    });
    const [edited] = await app.rows<{ n: number }>(
      'SELECT count(*)::int AS n FROM interactions WHERE edited_at IS NOT NULL',
    );
    expect(edited?.n).toBeGreaterThan(5);
  });

  it('nor an import that knows them, nor an export, nor a new owner', async () => {
    await unmoved(async () => {
      const steps = new ImportSteps(staff);
      const list = await steps.upload(
        'Etunimi;Sukunimi;Sähköposti;Muistiinpano\nToinen;Nimi;toinen@example.com;x\nUusi;Ihminen;uusi@example.com;y',
      );
      await steps.check(list, { source: bought });
      await steps.run(list.id);
      const until = new Date(Date.now() + 86_400_000).toISOString();
      await staff.post('/exports', { kind: 'contacts', purpose: 'x', expiresAt: until });
    });
  });

  it('nor any job of ours, whenever it runs; nor the deletion of what they did long ago', async () => {
    await unmoved(async () => {
      const queues = [...app.app.get(SchedulerRegistry).getCronJobs().keys()].filter((name) =>
        name.includes('.'),
      );
      expect(queues.length).toBeGreaterThan(5);
      for (const queue of queues) await app.app.get(ScheduledJobs).tick(queue);
      await app.rows(`DELETE FROM interactions WHERE type = 'visit'`);
      await eventually(async () => {
        const [open] = await app.rows<{ n: number }>(
          `SELECT count(*)::int AS n FROM pgboss.job WHERE state IN ('created', 'active') AND name = ANY ($1)`,
          [queues],
        );
        expect(open?.n).toBe(0);
      });
      const [recomputed] = await app.rows<{ moved: number }>(
        'SELECT retention_recompute($1, current_date) AS moved',
        [ids],
      );
      expect(recomputed?.moved).toBe(0);
    });
  }, 60_000);

  it('a new time zone does, as every day is a day of the house: of whoever was heard from around midnight', async () => {
    const late = ids.at(-1) ?? '';
    const call = anInteraction({ type: 'call', direction: 'in', occurredAt: '2026-06-10T21:30:00Z' });
    await staff.post('/interactions', { ...call, contactIds: [late] }).expect(201);
    const startOf = (all: Record<string, unknown>[]) =>
      all.find(({ id }) => id === late)?.['retention_started_on'];
    const ofOthers = (all: Record<string, unknown>[]) => all.filter(({ id }) => id !== late);
    const before = await clocks();
    expect(startOf(before)).toBe('2026-06-11');
    await admin.patch('/controller', { timeZone: 'UTC' }).expect(200);
    await eventually(async () => expect(startOf(await clocks())).toBe('2026-06-10'));
    expect(ofOthers(await clocks())).toEqual(ofOthers(before));
    const applied = () =>
      app.rows(`SELECT fields FROM audit_events WHERE action = 'controller.apply_time_zone'`);
    await eventually(async () => expect(await applied()).toEqual([{ fields: ['clocks=1'] }]));
  });
});
