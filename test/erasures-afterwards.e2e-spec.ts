import { Erasures } from '@seloste/erasure';
import type { RequestContext } from '@seloste/kernel';
import {
  aCompany,
  aContact,
  anInteraction,
  createTestApp,
  limitedUrl,
  type Caller,
  type TestApp,
} from '@seloste/testing';
import { Client } from 'pg';
import { erase, pseudonym, rowOf } from './support/erasure/erase.js';
import { make } from './support/two-teams.js';

const nightly: RequestContext = { actor: { kind: 'system', name: 'test' }, requestId: 'test' };
const day = 24 * 60 * 60 * 1000;

describe('after an erasure', () => {
  let app: TestApp;
  let officer: Caller;
  let staff: Caller;
  let auditor: Caller;
  let now = Date.now();

  const someone = (name: string, fields: object = {}) =>
    make(
      staff,
      '/contacts',
      aContact({
        firstName: 'Tuomas',
        lastName: name,
        emails: [`${name}@lumi.example`.toLowerCase()],
        ...fields,
      }),
    );

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => new Date(now) } });
    const admin = await app.setUp();
    officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    staff = await app.signIn(admin, { roles: ['sales_manager'] });
    auditor = await app.signIn(admin, { roles: ['auditor'] });
  });
  afterAll(() => app.close());

  describe('the person stays gone (design rule 6)', () => {
    let id: string;
    beforeAll(async () => {
      id = await someone('Lumikanta', { phones: ['+358405550123'] });
      await erase(officer, id);
    });

    it('is a name that belongs to nobody, in no list and no search', async () => {
      expect(await rowOf(app, id)).toMatchObject({
        lastName: expect.stringMatching(pseudonym),
        isArchived: true,
      });
      const { lastName } = (await rowOf(app, id)) as { lastName: string };
      for (const q of ['lumikanta', lastName]) {
        expect((await staff.get(`/contacts?q=${q}`).expect(200)).body.items).toEqual([]);
        const { body } = await staff.get(`/search?q=${q}&kind=contact`).expect(200);
        expect(JSON.stringify(body)).not.toContain(id);
      }
      expect(await app.rows(`SELECT word FROM search_words WHERE word LIKE 'lumikan%'`)).toEqual([]);
    });

    it('is filled with data again by nobody: not by an edit, a restoration, a consent or a note', async () => {
      const refused = [
        await staff.patch(`/contacts/${id}`, { lastName: 'Lumikanta' }),
        await staff.delete(`/contacts/${id}/archival`),
        await staff.post(`/contacts/${id}/consents`, {
          channel: 'email',
          purpose: 'newsletter',
          wording: 'x',
          language: 'fi',
          obtainedVia: 'phone',
        }),
      ];
      expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
        [409, 'contact_erased'],
        [409, 'contact_erased'],
        [409, 'erased'],
      ]);
      await staff.post('/interactions', anInteraction({ contactIds: [id] })).expect(400);
      await expect(
        app.rows(
          `INSERT INTO contact_points (contact_id, kind, position, value, digest) VALUES ($1, 'email', 0, 'x', '')`,
          [id],
        ),
      ).rejects.toMatchObject({ constraint: 'erased_people_stay_erased' });
      await expect(
        app.rows(`UPDATE contacts SET last_name = 'Lumikanta' WHERE id = $1`, [id]),
      ).rejects.toMatchObject({
        constraint: 'erased_people_stay_erased',
      });
    });

    it('may still say no', async () => {
      await staff.post(`/contacts/${id}/objections`, { channel: 'all', purpose: 'all' }).expect(201);
    });
  });

  describe('where a grace is set', () => {
    afterAll(() => officer.put('/erasure-settings', { graceDays: 0 }).expect(200));

    it('waits for its day, can be taken back till then, and not after', async () => {
      const { body: settings } = await officer.get('/erasure-settings').expect(200);
      await officer
        .put('/erasure-settings', { graceDays: 7 })
        .set('If-Match', `"${settings.version}"`)
        .expect(200);
      await officer
        .put('/erasure-settings', { graceDays: 8 })
        .set('If-Match', `"${settings.version}"`)
        .expect(412);
      const id = await someone('Harkitseva', { firstName: 'Eeli' });
      const first = await erase(officer, id, { note: 'Harkitseva pyysi' });
      expect(first.status).toBe('in_grace');
      await officer.delete(`/erasures/${first.id}`).expect(204);
      expect(await rowOf(app, id)).toMatchObject({ isErased: false });
      const second = await erase(officer, id, { note: 'Harkitseva pyysi' });
      const due = async () => (await app.app.get(Erasures).due(nightly)).map(({ contactId }) => contactId);
      expect(await due()).not.toContain(id);
      now += 8 * day;
      expect(await due()).toContain(id);
      const done = await app.app.get(Erasures).erase(nightly, { contactId: id, ground: 'request' });
      expect(done).toEqual({ id: second.id, status: 'complete' });
      await officer.delete(`/erasures/${second.id}`).expect(409);
      const [{ note }] = (await app.rows<{ note: string }>('SELECT note FROM erasures WHERE id = $1', [
        second.id,
      ])) as [{ note: string }];
      expect(note).not.toMatch(/harkitseva/i);
      const acts = await app.rows(
        `SELECT action FROM audit_events WHERE subject_id = $1 AND action LIKE 'erasure.%' ORDER BY id`,
        [id],
      );
      expect(acts.map(({ action }) => action)).toEqual([
        'erasure.request',
        'erasure.take_back',
        'erasure.request',
      ]);
      now = Date.now();
    });

    it('lasts for whole days of the controller’s, over a change of clocks too', async () => {
      const contactId = await someone('Kesäaika');
      const users = await app.rows<{ id: string }>('SELECT id FROM users LIMIT 1');
      const actor = {
        kind: 'user' as const,
        userId: users[0]?.id ?? '',
        permissions: new Map(),
        language: 'fi',
      };
      now = Date.parse('2027-03-25T10:00:00Z');
      const request = { contactId, ground: 'request' as const };
      const { id } = await app.app.get(Erasures).erase({ actor, requestId: 'test' }, request);
      now = Date.now();
      const { body } = await officer.get(`/erasures/${id}`).expect(200);
      expect(body).toMatchObject({ status: 'in_grace', notBefore: '2027-04-01T21:00:00.000Z' });
    });

    it('is not for what a rule announced long before', async () => {
      const id = await someone('Aikansa', { firstName: 'Veeti' });
      expect(
        (await app.app.get(Erasures).erase(nightly, { contactId: id, ground: 'retention' })).status,
      ).toBe('complete');
    });
  });

  describe('of whoever asks', () => {
    it('takes a privacy officer, and refuses what is not whole', async () => {
      const id = await someone('Kysyvä');
      await app.stranger.post(`/contacts/${id}/erasure-plans`).expect(401);
      await staff.post(`/contacts/${id}/erasure-plans`).expect(403);
      await staff.post('/erasures', {}).expect(403);
      const { body: plan } = await officer.post(`/contacts/${id}/erasure-plans`).expect(201);
      const whole = { contactId: id, planId: plan.id, ground: 'request' };
      for (const odd of [
        { ...whole, ground: 'retention' },
        { ...whole, planId: undefined },
        { ...whole, contactId: 'x' },
        { ...whole, also: 1 },
      ])
        await officer.post('/erasures', odd).expect(400);
      const other = await someone('Toinen');
      await officer.post('/erasures', { ...whole, contactId: other }).expect(404);
      await officer.post('/erasures', { ...whole, planId: other }).expect(404);
      await officer.post(`/contacts/${plan.id}/erasure-plans`).expect(404);
      await officer.get(`/erasures/${plan.id}`).expect(404);
      await officer.put('/erasure-settings', { graceDays: 31 }).expect(400);
      expect(await rowOf(app, id)).toMatchObject({ isErased: false });
      const acts = await app.rows(
        `SELECT action, fields FROM audit_events WHERE subject_id = $1 AND action = 'contact.plan_erasure'`,
        [id],
      );
      expect(acts).toHaveLength(1);
    });

    it('tells auditors how many and how, and not of whom', async () => {
      const id = await someone('Laskettu', { firstName: 'Hilma' });
      const { id: erasureId } = await erase(officer, id);
      const { body } = await auditor.get(`/erasures/${erasureId}`).expect(200);
      expect(body).toMatchObject({
        contactId: null,
        status: 'complete',
        progress: { done: 4, of: 4 },
        manner: 'pseudonymised',
      });
      expect(JSON.stringify(body)).not.toContain(id);
      const { items } = (await officer.get('/erasures?status=complete&limit=1').expect(200)).body;
      expect(items).toMatchObject([{ id: erasureId, contactId: id }]);
    });

    it('says what it would do in the language of whoever asks', async () => {
      const id = await someone('Kielekäs', { companyId: await make(staff, '/companies', aCompany()) });
      const sentences: Record<string, string[]> = {};
      for (const language of ['fi', 'sv', 'en']) {
        await officer.patch('/me', { language }).expect(200);
        sentences[language] = (
          await officer.post(`/contacts/${id}/erasure-plans`).expect(201)
        ).body.sentences;
      }
      await officer.patch('/me', { language: 'fi' }).expect(200);
      expect(sentences.fi).toContain('Sähköpostiosoitteet ja puhelinnumerot (1): poistetaan.');
      expect(sentences.sv).toContain('E-postadresser och telefonnummer (1): raderas.');
      expect(sentences.en).toContain('E-mail addresses and phone numbers (1): deleted.');
      expect(JSON.stringify(sentences)).not.toMatch(/anonym(?!isoi|iser)|contact_/);
    });
  });

  it('has needed a role that the application takes for this alone', async () => {
    const limited = new Client({ connectionString: limitedUrl(app.database) });
    await limited.connect();
    await expect(limited.query('DELETE FROM objections')).rejects.toMatchObject({ code: '42501' });
    await limited.query('BEGIN');
    await limited.query(`SELECT set_config('role', current_database() || '_eraser', true)`);
    await limited.query('DELETE FROM consents WHERE false');
    for (const table of ['audit_events', 'audit_links', 'undertaking_receipts']) {
      await limited.query('SAVEPOINT s');
      await expect(limited.query(`DELETE FROM ${table} WHERE false`)).rejects.toMatchObject({
        code: '42501',
      });
      await limited.query('ROLLBACK TO s');
    }
    await limited.query('ROLLBACK');
    await expect(limited.query('DELETE FROM objections')).rejects.toMatchObject({ code: '42501' });
    await limited.end();
  });
});
