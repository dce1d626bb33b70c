import {
  aCompany,
  aContact,
  anInteraction,
  createTestApp,
  type Caller,
  type TestApp,
} from '@seloste/testing';
import { Database } from '@seloste/platform';
import { partCategories } from '@seloste/retention';
import { ErasureMaps } from '../libs/erasure/src/execution/erasure-map.js';
import { goingFrom, narrowingSteps } from '../libs/erasure/src/execution/narrow-steps.js';
import { acting } from './support/restricted-person.js';
import { runByHand, type RunItem } from './support/retention-runs.js';
import { make, read } from './support/two-teams.js';

const yes = {
  channel: 'email',
  purpose: 'newsletter',
  wording: 'Haluan uutiskirjeen sähköpostiini.',
  language: 'fi',
  obtainedVia: 'event',
  obtainedAt: '2025-01-10T10:00:00Z',
};

const asShipped = ['identity', 'contact_details', 'work_role', 'preferences', 'provenance'];

const isPart = (category: string): boolean => (partCategories as readonly string[]).includes(category);
const parts = (items: RunItem[]) => items.filter(({ action }) => action === 'narrow');

describe('what no ground needs of somebody who stays (C6, H8, V12)', () => {
  let app: TestApp;
  let officer: Caller;
  let seller: Caller;
  const now = Date.parse('2026-11-23T10:00:00Z');
  const clock = { now: () => new Date(now) };

  beforeAll(async () => {
    app = await createTestApp({ clock });
    const admin = await app.setUp();
    officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    seller = await app.signIn(admin, { roles: ['sales_manager'] });
  });
  afterAll(() => app.close());

  /** Came by an event on the day, with a sale in mind, and with a consent to the newsletter. */
  async function aSubscriber(collectedOn: string, fields: object = {}): Promise<string> {
    const sources = [{ kind: 'event', what: 'Messut', when: collectedOn }];
    const known = { title: 'Ostaja', interests: ['siivous'], phones: ['+358401234567'], sources };
    const id = await make(seller, '/contacts', aContact({ ...known, ...fields }));
    await seller.post(`/contacts/${id}/consents`, yes).expect(201);
    return id;
  }

  const tell = (contactIds: string[], occurredAt: string): Promise<string> => {
    const said = { type: 'note', direction: undefined, subject: 'Kauppa', body: 'Empii hintaa.' };
    return make(seller, '/interactions', anInteraction({ ...said, contactIds, occurredAt }));
  };
  const interaction = async (id: string) =>
    (await app.rows('SELECT subject, body, redacted_at FROM interactions WHERE id = $1', [id]))[0];
  const untouched = { subject: 'Kauppa', body: 'Empii hintaa.', redacted_at: null };
  const cleared = { subject: null, body: null, redacted_at: expect.any(Date) };

  /** Everything of the person but what was said: no column of it may differ. */
  const theRest = (id: string) =>
    Promise.all(
      [
        'SELECT * FROM contacts WHERE id = $1',
        'SELECT * FROM contact_points WHERE contact_id = $1 ORDER BY kind, position',
        'SELECT * FROM contact_sources WHERE contact_id = $1',
        'SELECT * FROM contact_bases WHERE contact_id = $1 ORDER BY purpose',
        'SELECT * FROM consents WHERE contact_id = $1',
        'SELECT * FROM restrictions WHERE contact_id = $1',
        'SELECT * FROM interaction_participants WHERE contact_id = $1 ORDER BY interaction_id',
      ].map((sql) => app.rows(sql, [id])),
    );
  const setNeeds = (key: string, keeps: string[]) =>
    app.rows('UPDATE retention_rules SET keeps = $2, version = version + 1 WHERE key = $1', [key, keeps]);
  const recompute = (ids: string[]) =>
    app.rows(`SELECT retention_recompute($1, '2026-11-23') AS moved`, [ids]);

  it('is looked for in every column of which it would be taken', async () => {
    const { catalogue, ofPerson } = await app.app
      .get(Database)
      .transaction((tx) => app.app.get(ErasureMaps).read(tx));
    const [known] = await app.rows<{ text: string; can: string[] }>(
      `SELECT pg_get_functiondef('retention_data_left(uuid, text, date, date)'::regprocedure) AS text, retention_narrowable() AS can`,
    );
    const narrowing = { neededUntil: '2026-01-10', today: '2026-11-23' };
    for (const category of partCategories) {
      const steps = narrowingSteps(ofPerson, catalogue, { categories: new Set([category]), ...narrowing });
      expect(steps).not.toEqual([]);
    }
    const going = ofPerson.flatMap((place) =>
      goingFrom(place).flatMap(({ column, category, action }) =>
        isPart(category) ? [action === 'delete_row' ? place.table : column] : [],
      ),
    );
    expect(going.filter((name) => !known?.text.includes(name))).toEqual([]);
    expect([...new Set(going)].length).toBeGreaterThan(8);
    expect(known?.can).toEqual(partCategories);
  });

  it('goes in the night, by itself and to the field; the person stays as they are (C6, V12)', async () => {
    const id = await aSubscriber('2025-01-10');
    const colleague = await aSubscriber('2026-06-01');
    const own = await tell([id], '2025-03-01T12:00:00Z');
    await seller.patch(`/interactions/${own}`, { body: 'Empii hintaa ja aikaa.' }).expect(200);
    const shared = await tell([id, colleague], '2025-03-02T12:00:00Z');
    const later = await tell([id], '2026-11-01T12:00:00Z');
    const theirs = await tell([colleague], '2026-06-02T12:00:00Z');
    const before = [await theRest(id), await theRest(colleague)];

    const { retention } = await read(seller, `/contacts/${id}`);
    expect(retention).toMatchObject({ dueOn: null, ground: 'marketing_contacts' });
    expect(retention.parts).toEqual([
      {
        categories: ['communication'],
        dueOn: '2026-01-10',
        reason:
          'Muistiinpanot ja yhteydenpidon sisältö poistetaan 10.1.2026: tiedot saatu 10.1.2025, 12 kuukautta',
      },
    ]);

    const dayOf = async (one: string) => (await read(seller, `/interactions/${one}`)).retention;
    expect(await dayOf(own)).toEqual({
      dueOn: '2026-01-10',
      ground: 'prospects',
      reason: 'Sisältö poistetaan 10.1.2026: tiedot saatu 10.1.2025, 12 kuukautta',
    });
    expect(await dayOf(shared)).toMatchObject({ dueOn: '2028-03-02', ground: 'note_bodies' });
    expect(await dayOf(later)).toMatchObject({ dueOn: '2029-11-01', ground: 'note_bodies' });

    const rehearsed = await runByHand(officer, true);
    expect(parts(rehearsed.items)).toMatchObject([
      {
        subjectId: id,
        ruleKey: 'prospects',
        dueOn: '2026-01-10',
        categories: ['communication'],
        outcome: 'pending',
        reason: retention.parts[0].reason,
      },
    ]);
    expect(await interaction(shared)).toEqual(untouched);

    const run = await runByHand(officer);
    expect(run).toMatchObject({
      exceptions: 0,
      people: { done: 0 },
      counts: { parts: { done: 1, pending: 0 } },
    });
    expect(parts(run.items)).toMatchObject([{ subjectId: id, outcome: 'done' }]);
    expect(await interaction(own)).toEqual(cleared);
    expect(await app.rows('SELECT 1 FROM interaction_revisions WHERE interaction_id = $1', [own])).toEqual(
      [],
    );
    for (const one of [shared, later, theirs]) expect(await interaction(one)).toEqual(untouched);
    expect([await theRest(id), await theRest(colleague)]).toEqual(before);
    expect((await read(seller, `/contacts/${id}`)).retention.parts).toEqual([]);
    expect(await app.rows('SELECT 1 FROM erasures')).toEqual([]);
    expect(await app.rows('SELECT 1 FROM suppressions')).toEqual([]);
    const acts = await app.rows(
      `SELECT fields FROM audit_events WHERE action = 'contact.narrow' AND subject_id = $1`,
      [id],
    );
    expect(acts).toEqual([{ fields: ['communication'] }]);

    expect(parts((await runByHand(officer)).items)).toEqual([]);
  });

  it('stays where a longer ground needs it, something holds it, or processing is restricted', async () => {
    const company = await make(seller, '/companies', aCompany({ relationship: { status: 'customer' } }));
    const customer = await aSubscriber('2025-01-10', { companyId: company });
    const held = await aSubscriber('2025-01-10');
    const hold = { ground: 'dispute', reason: 'Reklamaatio', reviewOn: '2027-05-01' };
    await seller.post(`/contacts/${held}/holds`, hold).expect(201);
    const restricted = await aSubscriber('2025-01-10');
    const all = [customer, held, restricted];
    const said = await Promise.all(all.map((id) => tell([id], '2025-03-01T12:00:00Z')));
    await officer.put(`/contacts/${restricted}/restriction`, { reason: 'Art. 18(1)(c)' }).set(acting);
    expect(parts((await runByHand(officer)).items)).toEqual([]);
    for (const one of said) expect(await interaction(one)).toEqual(untouched);
  });

  it('is of every category that a rule does not need, and of no other (H8)', async () => {
    const id = await aSubscriber('2025-01-10');
    const said = await tell([id], '2025-03-01T12:00:00Z');
    const [before] = await app.rows('SELECT * FROM contacts WHERE id = $1', [id]);
    await setNeeds('marketing_contacts', ['identity', 'contact_details', 'communication', 'provenance']);
    await recompute([id]);
    const { items } = await runByHand(officer);
    expect(parts(items)).toMatchObject([{ subjectId: id, categories: ['preferences', 'work_role'] }]);
    const [after] = await app.rows('SELECT * FROM contacts WHERE id = $1', [id]);
    const gone = {
      title: null,
      area_of_responsibility: null,
      department: null,
      authorisations: [],
      interests: [],
      language: null,
    };
    expect(after).toEqual({
      ...before,
      ...gone,
      retention_parts: after?.retention_parts,
      retention_rule_version: after?.retention_rule_version,
      version: Number(before?.version) + 1,
      updated_at: new Date(now),
    });
    expect(await interaction(said)).toEqual(untouched);
    expect(await app.rows('SELECT 1 FROM contact_points WHERE contact_id = $1', [id])).not.toEqual([]);
    await setNeeds('marketing_contacts', asShipped);
  });

  it('stays as far as it is held, and the rest of it goes (V14)', async () => {
    const id = await aSubscriber('2025-01-10');
    const said = await tell([id], '2025-03-01T12:00:00Z');
    const hold = {
      ground: 'dispute',
      reason: 'Reklamaatio',
      reviewOn: '2027-05-01',
      categories: ['work_role'],
    };
    const { body } = await seller.post(`/contacts/${id}/holds`, hold).expect(201);
    await setNeeds('prospects', ['identity', 'contact_details', 'preferences', 'communication', 'work_role']);
    await setNeeds('marketing_contacts', ['identity', 'contact_details', 'preferences', 'provenance']);
    await recompute([id]);
    const first = parts((await runByHand(officer)).items);
    expect(first).toMatchObject([{ subjectId: id, categories: ['communication'], outcome: 'done' }]);
    expect(await interaction(said)).toEqual(cleared);
    expect(await read(seller, `/contacts/${id}`)).toMatchObject({ title: 'Ostaja' });
    await officer.post(`/holds/${body.id}/release`, { reason: 'Sovittu' }).set(acting).expect(201);
    const second = parts((await runByHand(officer)).items);
    expect(second).toMatchObject([{ subjectId: id, categories: ['work_role'], outcome: 'done' }]);
    expect(await read(seller, `/contacts/${id}`)).toMatchObject({ title: null });
    await setNeeds('marketing_contacts', asShipped);
  });

  it('waits for the end of an extension, and goes on a day that no edit moves (design rule 4)', async () => {
    const relationship = { status: 'former', startedOn: '2020-01-01', endedOn: '2026-01-10' };
    const companyId = await make(seller, '/companies', aCompany({ relationship }));
    const id = await make(seller, '/contacts', aContact({ companyId }));
    const until = '2027-08-01';
    const extension = { basis: 'legitimate_interest', reason: 'Takuu', until };
    await seller.post(`/contacts/${id}/retention-extensions`, extension).expect(201);
    await seller.post(`/contacts/${id}/consents`, yes).expect(201);
    await tell([id], '2025-03-01T12:00:00Z');
    const partsOf = async () => (await read(seller, `/contacts/${id}`)).retention.parts;
    const known = await partsOf();
    expect(known).toMatchObject([{ categories: ['communication'], dueOn: until }]);
    await seller.patch(`/contacts/${id}`, { title: 'Johtaja', interests: ['ikkunat'] }).expect(200);
    await recompute([id]);
    expect(await partsOf()).toEqual(known);
  });

  it('goes part by part, where the needs of several grounds end on one day', async () => {
    const id = await aSubscriber('2025-01-10');
    const said = await tell([id], '2025-03-01T12:00:00Z');
    const ended = { dueOn: '2026-01-10', version: 1, start: 'collected', startedOn: '2025-01-10' };
    const both = [
      { ...ended, categories: ['communication'], ground: 'prospects', period: 'P12M', action: 'erase' },
      { ...ended, categories: ['work_role'], ground: 'form_senders', period: 'P12M', action: 'erase' },
    ];
    await app.rows('UPDATE contacts SET retention_parts = $2 WHERE id = $1', [id, JSON.stringify(both)]);
    const { items } = await runByHand(officer);
    expect(parts(items).map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect(await interaction(said)).toEqual(cleared);
    expect((await read(seller, `/contacts/${id}`)).title).toBeNull();
  });

  it('waits for a look where the rule asks for one', async () => {
    const id = await aSubscriber('2025-01-10');
    const said = await tell([id], '2025-03-01T12:00:00Z');
    const setAction = (action: string) =>
      app.rows(`UPDATE retention_rules SET action = $1, version = version + 1 WHERE key = 'prospects'`, [
        action,
      ]);
    await setAction('review');
    await recompute([id]);
    const reason = expect.stringContaining('poistamisesta päätetään 10.1.2026, tiedot saatu 10.1.2025');
    expect(parts((await runByHand(officer)).items)).toMatchObject([
      { subjectId: id, outcome: 'waiting', code: 'review', reason },
    ]);
    expect(await interaction(said)).toEqual(untouched);
    await setAction('erase');
    await recompute([id]);
    expect(parts((await runByHand(officer)).items)).toMatchObject([{ subjectId: id, outcome: 'done' }]);
  });

  it('is left where the clock has moved since the run began', async () => {
    const id = await aSubscriber('2025-01-10');
    const said = await tell([id], '2025-03-01T12:00:00Z');
    await app.rows(`CREATE FUNCTION meanwhile() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      UPDATE contacts SET retention_parts = NULL WHERE id = NEW.subject_id; RETURN NULL; END $$`);
    await app.rows(
      `CREATE TRIGGER meanwhile AFTER INSERT ON retention_run_items FOR EACH ROW WHEN (NEW.action = 'narrow') EXECUTE FUNCTION meanwhile()`,
    );
    expect(parts((await runByHand(officer)).items)).toMatchObject([{ subjectId: id, outcome: 'left' }]);
    expect(await interaction(said)).toEqual(untouched);
    await app.rows('DROP TRIGGER meanwhile ON retention_run_items');
    await recompute([id]);
    expect(parts((await runByHand(officer)).items)).toMatchObject([{ subjectId: id, outcome: 'done' }]);
  });
});
