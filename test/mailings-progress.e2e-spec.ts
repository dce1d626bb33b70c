import { createTestApp, databaseOf, eventually, type Caller, type TestApp } from '@seloste/testing';
import { MailingUpkeep } from '../libs/mailings/src/mailing-upkeep.js';
import { batchSize, PrepareMailing } from '../libs/mailings/src/prepare-mailing.js';
import { actsOn, aMailing, aSegment, MailingHouse, resultsOf } from './support/mailings.js';
import { putIntoTeam } from './support/teams.js';

const hour = 60 * 60 * 1000;

describe('a mailing under way', () => {
  let app: TestApp;
  let house: MailingHouse;
  let salesperson: Caller;
  let leaver: Caller;
  let lateLeaver: Caller;
  const [leaving, leavingLate] = ['lahteva@havukka.example', 'myohemmin@havukka.example'];
  let now = Date.now();

  beforeAll(async () => {
    app = await createTestApp({ process: 'api', clock: { now: () => new Date(now) } });
    house = await MailingHouse.open(app);
    salesperson = await app.signIn(house.admin, { email: 'etela@havukka.example' });
    leaver = await app.signIn(house.admin, { roles: ['marketer'], email: leaving });
    lateLeaver = await app.signIn(house.admin, { roles: ['marketer'], email: leavingLate });
  });
  afterAll(() => app.close());

  const look = () => app.app.get(MailingUpkeep).look();
  const statusOf = async (id: string) =>
    (await house.marketer.get(`/mailings/${id}`).expect(200)).body.status;

  /** People who have nothing but what a decision needs. */
  const many = async (area: string, count: number): Promise<void> => {
    await app.rows(
      `WITH made AS (
         INSERT INTO contacts (id, first_name, last_name, title, area_of_responsibility, company_id, language, retention_ground, retention_review_on, created_at, updated_at)
         SELECT gen_random_uuid(), 'Etu', 'Suku ' || i, 'johtaja', $1, $2, 'fi', 'relationship', '2027-01-01', now(), now() FROM generate_series(1, $3) i
         RETURNING id),
       sourced AS (INSERT INTO contact_sources (id, contact_id, kind, collected_on, recorded_at) SELECT gen_random_uuid(), id, 'person', '2026-01-01', now() FROM made)
       INSERT INTO contact_points (contact_id, kind, position, value, digest) SELECT id, 'email', 0, id || '@tehdas.example', sha256(id::text::bytea) FROM made`,
      [area, house.companyId, count],
    );
  };

  /** Its connection is cut when it has queued the messages of a batch, and has not yet written down for whom. */
  const dieInTheMiddle = async (work: PrepareMailing, id: string): Promise<void> => {
    await app.rows('BEGIN');
    try {
      await app.rows('LOCK TABLE mailing_recipients IN SHARE MODE');
      const death = expect(work.runBatch(id)).rejects.toThrow();
      await eventually(async () => {
        const cut = await databaseOf(app).read(
          `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE NOT granted AND relation = 'mailing_recipients'::regclass`,
        );
        expect(cut).toHaveLength(1);
      }, 5_000);
      await death;
    } finally {
      await app.rows('ROLLBACK');
    }
  };

  it('begins when its time has come, and not before', async () => {
    const area = house.anArea();
    await house.person(area);
    const { id } = await house.draftTo(area);
    const past = new Date(now - hour).toISOString();
    const far = new Date(now + 400 * 24 * hour).toISOString();
    await house.dispatch(id, { scheduledAt: past }).expect(400);
    await house.dispatch(id, { scheduledAt: far }).expect(400);
    await house.dispatch(id, { scheduledAt: 'huomenna' }).expect(400);
    const scheduledAt = new Date(now + 2 * hour).toISOString();
    const { body } = await house.dispatch(id, { scheduledAt }).expect(202);
    expect(body).toMatchObject({ status: 'scheduled', scheduledAt });
    now += hour;
    await look();
    expect(await statusOf(id)).toBe('scheduled');
    now += hour;
    await Promise.all([look(), look()]);
    expect(await statusOf(id)).toBe('sending');
    await house.prepare(id);
    expect(await house.messagesOf(id)).toHaveLength(1);
    expect((await actsOn(app, id)).filter((action) => action === 'mailing.start')).toHaveLength(1);
  });

  it('that was held before its time waits for it again', async () => {
    const area = house.anArea();
    await house.person(area);
    const { id } = await house.draftTo(area);
    await house.dispatch(id, { scheduledAt: new Date(now + hour).toISOString() }).expect(202);
    await house.marketer.put(`/mailings/${id}/pause`).expect(200);
    expect((await house.marketer.delete(`/mailings/${id}/pause`).expect(200)).body.status).toBe('scheduled');
    await house.marketer.put(`/mailings/${id}/pause`).expect(200);
    now += 2 * hour;
    await look();
    expect(await statusOf(id)).toBe('paused');
    expect((await house.marketer.delete(`/mailings/${id}/pause`).expect(200)).body.status).toBe('sending');
  });

  it('decides anew about those who have said no between dispatch and beginning', async () => {
    const area = house.anArea();
    const [stays, goes] = [await house.person(area), await house.person(area)];
    const { id } = await house.draftTo(area);
    await house.dispatch(id, { scheduledAt: new Date(now + hour).toISOString() }).expect(202);
    await house.object(goes);
    now += hour;
    await look();
    await house.prepare(id);
    expect((await house.messagesOf(id)).map(({ contact_id }) => contact_id)).toEqual([stays]);
    expect((await house.audienceOf(id)).counts).toMatchObject({ byCode: { job_role: 1, objected: 1 } });
  });

  it('goes on where it stood when its process was killed in the middle of a batch, and writes to nobody twice', async () => {
    const area = house.anArea();
    await many(area, batchSize * 2 + 7);
    const { id } = await house.draftTo(area);
    await house.dispatch(id).expect(202);
    const work = app.app.get(PrepareMailing);
    expect(await work.runBatch(id)).toBe('some');
    await dieInTheMiddle(work, id);
    await Promise.all([work.run(id), work.run(id)]);
    const messages = await house.messagesOf(id);
    expect(messages).toHaveLength(batchSize * 2 + 7);
    expect(new Set(messages.map(({ contact_id }) => contact_id)).size).toBe(messages.length);
    expect(await resultsOf(house.marketer, id)).toMatchObject({ undecided: 0, people: batchSize * 2 + 7 });
  });

  it('is held with what waits in the outbox when the access of who sent it off ends half-way (K5)', async () => {
    const area = house.anArea();
    await many(area, batchSize + 1);
    const { id } = await house.draftTo(area);
    await leaver.post(`/mailings/${id}/dispatch`, {}).expect(202);
    expect(await app.app.get(PrepareMailing).runBatch(id)).toBe('some');
    await app.rows('UPDATE users SET deactivated_at = now() WHERE email = $1', [leaving]);
    const held = async () => (await house.messagesOf(id)).map(({ paused }) => paused);
    await house.prepare(id);
    expect(await statusOf(id)).toBe('paused');
    expect(await held()).toEqual(Array(batchSize).fill(true));
    await house.marketer.delete(`/mailings/${id}/pause`).expect(200);
    await house.prepare(id);
    expect(await held()).toEqual(Array(batchSize + 1).fill(false));
    const acts = await actsOn(app, id);
    expect(acts.filter((action) => /stop|resume/.test(action))).toEqual(['mailing.stop', 'mailing.resume']);
  });

  it('is held when that access ends after everything of it is in the outbox, until somebody else takes it over (K5)', async () => {
    const area = house.anArea();
    await many(area, 3);
    const { id } = await house.draftTo(area);
    await lateLeaver.post(`/mailings/${id}/dispatch`, {}).expect(202);
    await house.prepare(id);
    await look();
    expect(await statusOf(id)).toBe('sending');
    await app.rows(
      `UPDATE role_grants SET ended_at = now() WHERE user_id = (SELECT id FROM users WHERE email = $1)`,
      [leavingLate],
    );
    await Promise.all([look(), look()]);
    expect(await statusOf(id)).toBe('paused');
    const held = async () => (await house.messagesOf(id)).map(({ paused }) => paused);
    expect(await held()).toEqual([true, true, true]);
    await house.marketer.delete(`/mailings/${id}/pause`).expect(200);
    await look();
    expect([await statusOf(id), await held()]).toEqual(['sending', [false, false, false]]);
    const acts = await actsOn(app, id);
    expect(acts.filter((action) => /stop|resume/.test(action))).toEqual(['mailing.stop', 'mailing.resume']);
  });

  it('waits for an objection that is being put on record, and then leaves the person out (design rule 2)', async () => {
    const area = house.anArea();
    const [stays, goes] = [await house.person(area), await house.person(area)];
    const { id } = await house.draftTo(area);
    await house.dispatch(id).expect(202);
    const work = app.app.get(PrepareMailing);
    await app.rows('BEGIN');
    await app.rows(
      `INSERT INTO objections (id, contact_id, channel, purpose, objected_at, received_via, recorded_at)
       VALUES (gen_random_uuid(), $1, 'all', 'all', now(), 'phone', now())`,
      [goes],
    );
    expect([await work.runBatch(id), await work.runBatch(id)]).toEqual(['some', 'held']);
    await app.rows('COMMIT');
    await work.run(id);
    expect((await house.messagesOf(id)).map(({ contact_id }) => contact_id)).toEqual([stays]);
    expect((await house.audienceOf(id)).counts.byCode).toEqual({ job_role: 1, objected: 1 });
  });

  it('shows the few who are left out among many, page by page', async () => {
    const area = house.anArea();
    await many(area, 400);
    const few = await app.rows<{ id: string }>(
      `SELECT id FROM (SELECT id, row_number() OVER (ORDER BY sort_name, id) AS n FROM contacts WHERE area_of_responsibility = $1) c
       WHERE n IN (3, 190, 301, 400) ORDER BY n`,
      [area],
    );
    for (const { id } of few) await house.object(id);
    const { id } = await house.draftTo(area);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await house.audienceOf(
        id,
        `?included=false&limit=1${cursor === null ? '' : `&cursor=${cursor}`}`,
      );
      expect(page.total).toBe(cursor === null ? 4 : null);
      seen.push(...page.items.map(({ contactId }) => contactId));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(few.map((person) => person.id));
    expect((await house.audienceOf(id, '?code=objected&language=sv')).items).toEqual([]);
  });

  it('leaves out whoever objects to the profiling that found them, before it begins (H12)', async () => {
    const area = house.anArea();
    const [stays, goes] = [await house.person(area), await house.person(area)];
    const profilingPurpose = 'profiling_marketing';
    const segmentId = await aSegment(house.marketer, { areasOfResponsibility: [area] }, { profilingPurpose });
    const people = async () => (await house.marketer.get(`/segments/${segmentId}/people`).expect(200)).body;
    expect(await people()).toMatchObject({
      items: [],
      total: 0,
      profiling: {
        purpose: profilingPurpose,
        leftOut: 2,
        byCode: { purpose_off: 2 },
        sentence: expect.any(String),
      },
    });
    const { id } = await aMailing(house.marketer, { templateId: house.templateId, segmentId });
    expect((await house.audienceOf(id)).counts.byCode).toEqual({ purpose_off: 2 });
    expect((await house.dispatch(id).expect(409)).body.code).toBe('audience_empty');
    await app.rows(
      `UPDATE purposes SET basis = 'legitimate_interest', review_on = '2027-01-01', switched_on = true WHERE key = $1`,
      [profilingPurpose],
    );
    await house.object(goes, profilingPurpose);
    expect(await people()).toMatchObject({
      total: 1,
      profiling: { leftOut: 1, byCode: { objected: 1 }, sentence: null },
    });
    expect((await people()).items).toEqual([expect.objectContaining({ id: stays })]);
    const { items } = await house.audienceOf(id, '?included=false');
    expect(items).toEqual([
      expect.objectContaining({ contactId: goes, code: 'objected', purpose: profilingPurpose }),
    ]);
    await house.dispatch(id).expect(202);
    await house.prepare(id);
    expect((await house.messagesOf(id)).map(({ contact_id }) => contact_id)).toEqual([stays]);
    expect(await resultsOf(house.marketer, id)).toMatchObject({ leftOut: 1 });
  });

  it('is done when nothing of it waits any more, and says what has become of each', async () => {
    const area = house.anArea();
    const [read, gone] = [await house.person(area), await house.person(area, { language: 'sv' })];
    const { id } = await house.draftTo(area);
    await house.dispatch(id).expect(202);
    await house.prepare(id);
    await look();
    expect(await statusOf(id)).toBe('sending');
    await app.rows(
      `UPDATE messages SET status = 'handed_over', handed_over_at = now(), decided_at = now(), decision_code = 'job_role', decision_law = '917/2014 s. 202'
       WHERE origin_id = $1`,
      [id],
    );
    await app.rows(
      `UPDATE messages SET bounced_at = now(), bounce_kind = 'hard' WHERE origin_id = $1 AND contact_id = $2`,
      [id, gone],
    );
    const [message] = (await house.messagesOf(id)).filter(({ contact_id }) => contact_id === read);
    await app.rows(
      `INSERT INTO objections (id, contact_id, channel, purpose, objected_at, received_via, message_id, recorded_at)
       VALUES (gen_random_uuid(), $1, 'email', 'direct_marketing', now(), 'one_click', $2, now())`,
      [read, message?.id],
    );
    await look();
    expect(await statusOf(id)).toBe('done');
    expect((await actsOn(app, id)).at(-1)).toBe('mailing.finish');
    expect(await resultsOf(house.marketer, id)).toMatchObject({
      accepted: 2,
      waiting: 0,
      bounced: 1,
      complained: 0,
      objected: 1,
    });
    const recipients = async (query: string, caller = house.marketer) =>
      (await caller.get(`/mailings/${id}/recipients${query}`).expect(200)).body.items as {
        contactId: string;
      }[];
    expect(await recipients('?status=bounced')).toEqual([
      expect.objectContaining({
        contactId: gone,
        status: 'handed_over',
        bounceKind: 'hard',
        language: 'sv',
        code: 'job_role',
      }),
    ]);
    expect(await recipients('?status=objected')).toEqual([
      expect.objectContaining({ contactId: read, objectedAt: expect.any(String) }),
    ]);
    expect(await recipients('?status=handed_over')).toHaveLength(2);
    expect(await recipients('?status=failed')).toEqual([]);
    expect(JSON.stringify(await recipients(''))).not.toContain('@');
    await house.marketer.get(`/mailings/${id}/recipients?status=lost`).expect(400);
  });

  it('names to a salesperson only those within reach', async () => {
    const area = house.anArea();
    await putIntoTeam(app, salesperson, 'Etelä');
    await putIntoTeam(app, house.manager, 'Pohjoinen');
    await house.person(area);
    const { id } = await house.draftTo(area);
    expect((await house.audienceOf(id)).total).toBe(1);
    expect(await house.audienceOf(id, '', salesperson)).toMatchObject({ items: [], total: 0 });
    await house.dispatch(id).expect(202);
    await house.prepare(id);
    expect(await house.audienceOf(id, '', salesperson)).toMatchObject({ items: [] });
    expect((await salesperson.get(`/mailings/${id}/recipients`).expect(200)).body.items).toEqual([]);
    expect(await resultsOf(salesperson, id)).toMatchObject({ people: 1 });
  });
});
