import {
  aCompany,
  aContact,
  anInteraction,
  createTestApp,
  type Caller,
  type TestApp,
} from '@seloste/testing';
import { PlainErasures } from '../libs/erasure/src/execution/plain-erasures.js';
import { NightlyRun } from '../libs/erasure/src/runs/nightly-run.js';
import { RunWork } from '../libs/erasure/src/runs/run-work.js';
import { acting } from './support/restricted-person.js';
import { finishedRun, runByHand, type RunItem } from './support/retention-runs.js';

const people = (items: RunItem[]) =>
  Object.fromEntries(
    items
      .filter(({ subjectType }) => subjectType === 'contact')
      .map(({ subjectId, outcome, code }) => [subjectId, code === null ? outcome : `${outcome} ${code}`]),
  );

const things = (items: RunItem[]) =>
  Object.fromEntries(
    items.flatMap(({ ruleKey, count, subjectType }) =>
      subjectType !== 'contact' && count > 0 ? [[ruleKey, count]] : [],
    ),
  );

describe('the nightly purge of a mixed register (H7, V12, K7, C6)', () => {
  let app: TestApp;
  let officer: Caller;
  let seller: Caller;
  const now = Date.parse('2026-11-23T10:00:00Z');
  const clock = { now: () => new Date(now) };
  const ids = new Map<string, string>();
  const idOf = (name: string): string => ids.get(name) ?? '';

  beforeAll(async () => {
    app = await createTestApp({ clock });
    const admin = await app.setUp();
    officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    seller = await app.signIn(admin, { roles: ['sales_manager'] });
    await fill();
  });
  afterAll(() => app.close());

  /** A prospect whose data was collected on the day. */
  async function person(name: string, when: string, fields: object = {}): Promise<string> {
    const sources = [{ kind: 'event', when }];
    const body = aContact({ firstName: 'Oili', lastName: name, sources, ...fields });
    const { id } = (await seller.post('/contacts', body).expect(201)).body;
    ids.set(name, id);
    return id;
  }

  const told = async (fields: object): Promise<string> =>
    (await seller.post('/interactions', anInteraction({ body: 'Puhuttiin kuvista.', ...fields })).expect(201))
      .body.id;

  async function fill(): Promise<void> {
    await person('Eilinen', '2025-11-22');
    await person('Tämäpäiväinen', '2025-11-23');
    await person('Huominen', '2025-11-24');
    const held = await person('Riitainen', '2025-01-10');
    const hold = { ground: 'dispute', reason: 'Reklamaatio 7', reviewOn: '2027-05-01' };
    await seller.post(`/contacts/${held}/holds`, hold).expect(201);
    const restricted = await person('Rajoitettu', '2025-01-10');
    await officer.put(`/contacts/${restricted}/restriction`, { reason: 'Art. 18(1)(c)' }).set(acting);
    const company = (await seller.post('/companies', aCompany()).expect(201)).body;
    await person('Nykyinen', '2020-01-10', { companyId: company.id });
    await app.rows(`UPDATE companies SET relationship_status = 'customer' WHERE id = $1`, [company.id]);
    ids.set('old call', await told({ occurredAt: '2023-11-22T12:00:00Z', contactIds: [idOf('Nykyinen')] }));
    ids.set('young call', await told({ occurredAt: '2023-11-24T12:00:00Z', contactIds: [idOf('Nykyinen')] }));
    ids.set(
      'old visit',
      await told({ type: 'visit', occurredAt: '2025-05-22T12:00:00Z', contactIds: [idOf('Nykyinen')] }),
    );
    ids.set(
      'disputed call',
      await told({ occurredAt: '2023-10-01T12:00:00Z', contactIds: [held, idOf('Nykyinen')] }),
    );
    await app.rows(
      `INSERT INTO imports (id, file_name, encoding, delimiter, has_header, width, row_count, columns, status, progressed_at, requested_at, created_at)
       SELECT gen_random_uuid(), 'lista.csv', 'utf-8', ';', true, 1, 1, '[]', 'mapping', at, at, at FROM (SELECT timestamptz '2026-10-20T12:00:00Z' AS at) AS made`,
    );
  }

  const interaction = async (name: string) =>
    (await app.rows('SELECT subject, body, redacted_at FROM interactions WHERE id = $1', [idOf(name)]))[0];

  const expected = () => ({
    [idOf('Eilinen')]: 'done',
    [idOf('Tämäpäiväinen')]: 'done',
    [idOf('Riitainen')]: 'held hold',
    [idOf('Rajoitettu')]: 'held restricted',
  });

  it('is rehearsed: everybody and everything, with the reasons, and nothing is changed', async () => {
    const before = await app.rows('SELECT * FROM contacts ORDER BY id');
    const run = await runByHand(officer, true);
    expect(run).toMatchObject({ status: 'complete', exceptions: 0, progress: { done: 19, of: 19 } });
    const foreseen = { [idOf('Eilinen')]: 'pending', [idOf('Tämäpäiväinen')]: 'pending' };
    expect(people(run.items)).toEqual({ ...expected(), ...foreseen });
    const [one] = run.items.filter(({ subjectId }) => subjectId === idOf('Eilinen'));
    expect(one).toMatchObject({
      subject: { name: 'Oili Eilinen' },
      ruleKey: 'prospects',
      ruleVersion: 1,
      action: 'erase',
      dueOn: '2026-11-22',
      reason: 'Poistetaan 22.11.2026: tiedot saatu 22.11.2025, 12 kuukautta',
    });
    const [hidden] = run.items.filter(({ subjectId }) => subjectId === idOf('Rajoitettu'));
    expect(hidden?.subject).toBeNull();
    expect(things(run.items)).toEqual({ call_bodies: 1, visits: 1, imports: 1 });
    expect(await app.rows('SELECT * FROM contacts ORDER BY id')).toEqual(before);
    expect(await app.rows('SELECT 1 FROM erasures')).toEqual([]);
    expect(await interaction('old call')).toMatchObject({ redacted_at: null });
  });

  it('does what the rehearsal said, to whom and to what it said, and to nobody else', async () => {
    const rehearsed = await runByHand(officer, true);
    const run = await runByHand(officer);
    expect(run).toMatchObject({
      status: 'complete',
      exceptions: 0,
      people: { done: 2, held: 2, pending: 0, failed: 0, waiting: 0, left: 0 },
      ruleVersions: { prospects: 1, call_bodies: 1 },
      durations: { planning: expect.any(Number), people: expect.any(Number), things: expect.any(Number) },
    });
    expect(people(run.items)).toEqual(expected());
    expect(things(run.items)).toEqual(things(rehearsed.items));
    const gone = await app.rows<{ id: string }>('SELECT id FROM contacts WHERE erased_at IS NOT NULL');
    expect(gone.map(({ id }) => id).sort()).toEqual([idOf('Eilinen'), idOf('Tämäpäiväinen')].sort());
    expect(await interaction('old call')).toMatchObject({
      subject: null,
      body: null,
      redacted_at: expect.any(Date),
    });
    expect(await interaction('young call')).toMatchObject({ body: 'Puhuttiin kuvista.' });
    expect(await interaction('disputed call')).toMatchObject({ body: 'Puhuttiin kuvista.' });
    expect(await interaction('old visit')).toBeUndefined();
    expect(await app.rows('SELECT 1 FROM imports')).toEqual([]);
    const erasures = await app.rows(`SELECT run_id FROM erasures WHERE status = 'complete'`);
    expect(erasures).toEqual([{ run_id: run.id }, { run_id: run.id }]);
  });

  it('moves no clock of those who stay (design rule 4)', async () => {
    const clocks = () =>
      app.rows(
        `SELECT id, retention_due_on, retention_review_on, last_heard_at FROM contacts WHERE erased_at IS NULL ORDER BY id`,
      );
    const before = await clocks();
    await runByHand(officer);
    expect(await clocks()).toEqual(before);
  });

  it('finishes with whom a hold kept as soon as it is released', async () => {
    const [hold] = await app.rows<{ id: string }>('SELECT id FROM holds');
    await officer.post(`/holds/${hold?.id}/release`, { reason: 'Sovittu' }).set(acting).expect(201);
    const run = await runByHand(officer);
    expect(people(run.items)).toMatchObject({ [idOf('Riitainen')]: 'done' });
    expect(
      await app.rows('SELECT 1 FROM contacts WHERE id = $1 AND erased_at IS NULL', [idOf('Riitainen')]),
    ).toEqual([]);
  });

  it('goes on past somebody who cannot be forgotten, shows them with a code, and tries again', async () => {
    const bad = await person('Kompastus', '2025-01-10');
    const good = await person('Sujuva', '2025-01-10');
    await app.rows(
      `CREATE FUNCTION stumble() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'Kompastus %', OLD.last_name; END $$`,
    );
    await app.rows(
      `CREATE TRIGGER stumble BEFORE UPDATE OF erased_at ON contacts FOR EACH ROW WHEN (OLD.last_name = 'Kompastus') EXECUTE FUNCTION stumble()`,
    );
    const first = await runByHand(officer);
    expect(first).toMatchObject({ status: 'complete', exceptions: 1, people: { failed: 1, done: 1 } });
    expect(people(first.items)).toMatchObject({
      [bad]: expect.stringMatching(/^failed \w+ P0001$/),
      [good]: 'done',
    });
    expect(JSON.stringify(await app.rows('SELECT * FROM retention_run_items'))).not.toContain('Kompastus');
    expect(await app.rows('SELECT last_name FROM contacts WHERE id = $1', [bad])).toEqual([
      { last_name: 'Kompastus' },
    ]);
    await app.rows('DROP TRIGGER stumble ON contacts');
    expect(people((await runByHand(officer)).items)).toMatchObject({ [bad]: 'done' });
  });

  it('deletes, and does not pseudonymise, where the rule says so', async () => {
    await app.rows(
      `UPDATE retention_rules SET action = 'delete', version = version + 1 WHERE key = 'prospects'`,
    );
    const id = await person('Kokonaan', '2025-01-10');
    const { items } = await runByHand(officer, false);
    const [one] = items.filter(({ subjectId }) => subjectId === id);
    expect(one).toMatchObject({ action: 'delete', outcome: 'done', ruleVersion: 2 });
    expect(await app.rows('SELECT 1 FROM contacts WHERE id = $1', [id])).toEqual([]);
    const { body } = await officer.get(`/erasures/${one?.erasureId}`).expect(200);
    expect(body).toMatchObject({ manner: 'deleted', certificate: { manner: 'deleted' } });
    await app.rows(
      `UPDATE retention_rules SET action = 'erase', version = version + 1 WHERE key = 'prospects'`,
    );
  });

  it('erases in one call what it erases step by step', async () => {
    const ids = [await person('Yhtäällä', '2025-01-10'), await person('Toisaalla', '2025-01-10')];
    const plain = app.app.get(PlainErasures);
    const once = plain.erase.bind(plain);
    const inOneCall: string[] = [];
    plain.erase = async (context, request, within) => {
      if (request.contactId === ids[1]) return false;
      inOneCall.push(request.contactId);
      return once(context, request, within);
    };
    await runByHand(officer).finally(() => (plain.erase = once));
    expect(inOneCall).toEqual([ids[0]]);
    const erased = await app.rows('SELECT status, manner, counts FROM erasures WHERE contact_id = ANY ($1)', [
      ids,
    ]);
    expect(erased).toHaveLength(2);
    expect(erased[0]).toMatchObject({ status: 'complete', manner: 'pseudonymised' });
    expect(erased[0]).toEqual(erased[1]);
    expect(Object.keys(erased[0]?.counts as object).length).toBeGreaterThan(3);
    expect(await app.rows('SELECT 1 FROM contact_points WHERE contact_id = ANY ($1)', [ids])).toEqual([]);
  });

  it('finds names in scripts without spaces in the notes of others', async () => {
    const ids = [
      await person('王', '2025-01-10', { firstName: '小明' }),
      await person('山田', '2025-01-10', { firstName: '花子' }),
    ];
    const id = await told({
      subject: '山田 花子',
      body: '昨天见到王小明了。',
      contactIds: [idOf('Nykyinen')],
    });
    await runByHand(officer);
    expect(await app.rows('SELECT status FROM erasures WHERE contact_id = ANY ($1)', [ids])).toEqual([
      { status: 'complete' },
      { status: 'complete' },
    ]);
    const [note] = await app.rows('SELECT subject, body FROM interactions WHERE id = $1', [id]);
    expect(JSON.stringify(note)).not.toMatch(/小明|花子/);
  });

  it('says of whom their own word ended it what they said (GDPR Art. 17(1)(b), (c))', async () => {
    const consent = { channel: 'email', purpose: 'newsletter', wording: 'Kyllä.', language: 'fi' };
    const said = async (id: string, what: 'consents' | 'objections', fields: object): Promise<string> =>
      (await seller.post(`/contacts/${id}/${what}`, fields).expect(201)).body.id;
    const objects = await person('Vastustava', '2026-11-20');
    await said(objects, 'objections', { channel: 'all', purpose: 'all', receivedVia: 'phone' });
    const withdraws = await person('Peruva', '2026-11-20', {
      sources: [{ kind: 'form', when: '2026-11-20' }],
    });
    const given = await said(withdraws, 'consents', { ...consent, obtainedVia: 'event' });
    const withdrawal = { receivedVia: 'phone' };
    await seller.delete(`/contacts/${withdraws}/consents/${given}`).send(withdrawal).expect(200);
    const calls: string[] = [];
    const plain = app.app.get(PlainErasures);
    const once = plain.erase.bind(plain);
    plain.erase = async (context, request, within) => {
      const isPlain = await once(context, request, within);
      if (isPlain) calls.push(request.contactId);
      return isPlain;
    };
    const run = await runByHand(officer).finally(() => (plain.erase = once));
    expect(people(run.items)).toMatchObject({ [objects]: 'done', [withdraws]: 'done' });
    expect(calls.sort()).toEqual([objects, withdraws].sort());
    const certified = `SELECT ground, certificate ->> 'ground' AS certified FROM erasures WHERE contact_id = $1`;
    for (const [id, ground] of [
      [objects, 'objection'],
      [withdraws, 'consent_withdrawn'],
    ] as const)
      expect(await app.rows(certified, [id])).toEqual([{ ground, certified: ground }]);
  });

  it('begins anew, and only while the rule says so, with whom it could not forget by their own word', async () => {
    const id = await person('Katuva', '2026-11-20');
    const no = { channel: 'all', purpose: 'all', receivedVia: 'phone' };
    await seller.post(`/contacts/${id}/objections`, no).expect(201);
    await app.rows(
      `CREATE FUNCTION falter() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'x'; END $$`,
    );
    await app.rows(
      `CREATE TRIGGER falter BEFORE UPDATE OF erased_at ON contacts FOR EACH ROW WHEN (OLD.last_name = 'Katuva') EXECUTE FUNCTION falter()`,
    );
    const failed = people((await runByHand(officer)).items);
    expect(failed).toMatchObject({ [id]: expect.stringMatching(/^failed \w+ P0001$/) });
    await app.rows('DROP TRIGGER falter ON contacts');
    await app.rows(`UPDATE contacts SET retention_due_on = '2027-01-01' WHERE id = $1`, [id]);
    expect(people((await runByHand(officer)).items)).not.toHaveProperty(id);
    expect(await app.rows('SELECT last_name FROM contacts WHERE id = $1', [id])).toEqual([
      { last_name: 'Katuva' },
    ]);
  });

  it('leaves alone whose clock has moved since the run began', async () => {
    const id = await person('Ehtivä', '2025-01-10');
    const plain = app.app.get(PlainErasures);
    const once = plain.erase.bind(plain);
    plain.erase = async (...args) => {
      await app.rows(`UPDATE contacts SET retention_due_on = '2027-01-01' WHERE id = $1`, [id]);
      plain.erase = once;
      return once(...args);
    };
    expect(people((await runByHand(officer)).items)).toMatchObject({ [id]: 'left' });
    expect(await app.rows('SELECT last_name FROM contacts WHERE id = $1', [id])).toEqual([
      { last_name: 'Ehtivä' },
    ]);
  });

  it('is done once a night however many processes see the hour, and one run waits for another', async () => {
    const id = await person('Yöllinen', '2025-01-10');
    const other = await createTestApp({ database: app.database, clock });
    const nightly = [app, other].map((one) => one.app.get(NightlyRun));
    await Promise.all([...nightly, ...nightly].map((one) => one.run()));
    await Promise.all(nightly.map((one) => one.run()));
    const runs = await app.rows<{ id: string; status: string }>(
      `SELECT id, status FROM retention_runs WHERE kind = 'nightly'`,
    );
    expect(runs).toMatchObject([{ status: 'complete' }]);
    const { items } = await finishedRun(officer, runs[0]?.id ?? '');
    expect(people(items)).toMatchObject({ [id]: 'done' });
    expect(await app.rows('SELECT 1 FROM erasures WHERE contact_id = $1', [id])).toHaveLength(1);
    await other.close();
  });

  it('is refused by hand while one is under way, and taken up when its process dies', async () => {
    await app.rows(
      `INSERT INTO retention_runs (id, kind, dry_run, status, requested_at, progressed_at, as_of)
       VALUES (gen_random_uuid(), 'nightly', false, 'queued', now(), now() - interval '1 minute', '2026-11-24')`,
    );
    const { body } = await officer.post('/retention/runs', { dryRun: true }).expect(409);
    expect(body.code).toBe('retention_run_under_way');
    await app.app.get(RunWork).sweep();
    const [run] = await app.rows<{ id: string }>(`SELECT id FROM retention_runs WHERE as_of = '2026-11-24'`);
    expect(await finishedRun(officer, run?.id ?? '')).toMatchObject({ status: 'complete' });
  });
});

describe('runs', () => {
  let app: TestApp;
  let officer: Caller;
  let auditor: Caller;

  beforeAll(async () => {
    app = await createTestApp();
    const admin = await app.setUp();
    officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    auditor = await app.signIn(admin, { roles: ['auditor'] });
  });
  afterAll(() => app.close());

  it('are begun by privacy officers, on record, and counted for auditors', async () => {
    const { id } = await runByHand(officer);
    await auditor.post('/retention/runs', { dryRun: true }).expect(403);
    expect((await auditor.get('/retention/runs').expect(200)).body.items).toMatchObject([
      { id, dryRun: false },
    ]);
    expect((await auditor.get(`/retention/runs/${id}`).expect(200)).body.counts.people.failed).toBe(0);
    await auditor.get(`/retention/runs/${id}/items`).expect(403);
    const events = await app.rows('SELECT action, subject_id FROM audit_events WHERE subject_id = $1', [id]);
    expect(events).toContainEqual({ action: 'retention_run.begin', subject_id: id });
    expect(events).toContainEqual({ action: 'retention_run.read_items', subject_id: id });
  });

  it.each([[{}], [{ dryRun: 'kyllä' }], [{ dryRun: true, contactId: 'x' }]])(
    'are refused with %j',
    async (body) => {
      await officer.post('/retention/runs', body).expect(400);
    },
  );

  it('are there or not', async () => {
    await app.stranger.get('/retention/runs').expect(401);
    await officer.get('/retention/runs/00000000-0000-7000-8000-000000000000').expect(404);
    await officer.get('/retention/runs/00000000-0000-7000-8000-000000000000/items').expect(404);
    await officer.get('/retention/runs/none').expect(404);
  });

  it.each([
    `UPDATE retention_runs SET counts = '{}'`,
    'DELETE FROM retention_runs',
    `UPDATE retention_run_items SET outcome = 'left'`,
    'DELETE FROM retention_run_items',
  ])('are evidence: %s is refused', async (sql) => {
    await expect(app.rows(sql)).rejects.toMatchObject({ code: '42501' });
  });
});
