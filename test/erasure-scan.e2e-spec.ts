import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Erasures } from '@seloste/erasure';
import { AppConfig, Jobs } from '@seloste/platform';
import { createTestApp, eventually, type TestApp } from '@seloste/testing';
import { Mentioned } from './support/erasure/mentioned.js';

const matti = {
  firstName: 'Matti',
  lastName: 'Virtanen',
  emails: ['matti.virtanen@paja.example'],
  phones: ['+358401234567'],
};

describe('the look everywhere after an erasure (V7, H6)', () => {
  let app: TestApp;
  let rooms: Mentioned;
  let directory: string;

  beforeAll(async () => {
    app = await createTestApp();
    rooms = await Mentioned.on(app);
    directory = mkdtempSync(join(tmpdir(), 'seloste-scan-'));
    Object.assign(app.app.get(AppConfig), { dataDir: directory });
  });
  afterAll(async () => {
    rmSync(directory, { recursive: true });
    await app.close();
  });

  it('finds what is left in a table that nobody declared, in the queue and in a file, says where, and is content when it is gone', async () => {
    await app.rows(`CREATE SCHEMA aside; CREATE TABLE aside.copies (words text[], said jsonb, kept bytea)`);
    await app.rows(
      `INSERT INTO aside.copies VALUES ('{"Matti Virtaselle"}', '{"a": [{"mail": "Matti.Virtanen@paja.example"}]}', convert_to(repeat('–', 50) || 'Virtanen, Matti', 'UTF8'))`,
    );
    await app.app.get(Jobs).handle('aside', () => Promise.resolve());
    await app.app.get(Jobs).send('aside', { who: 'puh. +358 40 123 4567' }, { startAfter: 3600 });
    writeFileSync(join(directory, 'old.log'), 'started\nMATTI VIRTANEN logged\n');
    const id = await rooms.person(matti);

    const erasure = await rooms.erase(id);

    expect(erasure).toMatchObject({
      status: 'incomplete',
      failure: 'leftovers',
      certificate: null,
      proof: null,
      unread: [],
    });
    expect(erasure.leftovers).toEqual([
      { where: 'aside.copies.kept', what: 'Muu taulu aside.copies', count: 1 },
      { where: 'aside.copies.said', what: 'Muu taulu aside.copies', count: 1 },
      { where: 'aside.copies.words', what: 'Muu taulu aside.copies', count: 1 },
      { where: 'file:old.log', what: 'Tiedosto old.log', count: 1 },
      { where: 'pgboss.job.data', what: 'Taustatyöjono', count: 1 },
    ]);
    await rooms.officer.get(`/erasures/${erasure.id}/certificate.pdf`).expect(409);

    await app.rows(`DROP SCHEMA aside CASCADE; DELETE FROM pgboss.job WHERE name = 'aside'`);
    writeFileSync(join(directory, 'old.log'), 'started\n');
    const { body: again } = await rooms.officer
      .post('/erasures', { contactId: id, planId: id, ground: 'request' })
      .expect(201);
    expect(again).toEqual({ id: erasure.id, status: 'complete' });
    expect(await rooms.erasure(erasure.id)).toMatchObject({ leftovers: [], failure: null });
    expect(await app.rows('SELECT 1 FROM sought_people')).toEqual([]);
  });

  it('replaces itself what somebody wrote of the person while it was not complete', async () => {
    await app.rows(`CREATE TABLE copies (words text); INSERT INTO copies VALUES ('Aino Aallotar-Testinen')`);
    const id = await rooms.person({ firstName: 'Aino', lastName: 'Aallotar-Testinen' });
    const other = await rooms.person({ firstName: 'Åke', lastName: 'Ek' });
    const erasure = await rooms.erase(id);
    expect(erasure.status).toBe('incomplete');
    const note = await rooms.note(other, { subject: 'Aino Aallotar-Testinen kävi' });
    await app.rows('DROP TABLE copies');
    await rooms.officer.post('/erasures', { contactId: id, planId: id, ground: 'request' }).expect(201);
    expect(await rooms.said('interactions', 'subject', note)).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4} kävi$/);
  });

  it('reads a large table of which many rows say the same, for one and for many', async () => {
    await app.rows(
      `CREATE TABLE large AS SELECT n, 'Ostaja ' || n % 7 AS title, ARRAY['Hankinta', repeat('x', 300)] AS words,
         '{"who": "kukaan"}'::jsonb AS said, 'Rivi ' || n AS line FROM generate_series(1, 40000) AS n`,
    );
    await app.rows(`UPDATE large SET title = 'Aimo Kiveläinen' WHERE n = 20000`);
    await app.rows(`UPDATE large SET words = words || 'Kiveläisen Aimo'::text WHERE n = 30000`);
    await app.rows(
      `UPDATE large SET said = '{"who": "Aimo Kiveläiselle"}', line = 'A. Kiveläinen' WHERE n = 39999`,
    );
    const found = ['line', 'said', 'title', 'words'].map((column) => ({
      where: `public.large.${column}`,
      what: 'Muu taulu public.large',
      count: 1,
    }));
    const one = await rooms.erase(await rooms.person({ firstName: 'Aimo', lastName: 'Kiveläinen' }));
    expect(one).toMatchObject({ status: 'incomplete', leftovers: found });

    const erasures = app.app.get(Erasures);
    const context = { actor: { kind: 'system' as const, name: 'retention run' }, requestId: 'large' };
    const ids: string[] = [];
    for (const firstName of ['Aimo', 'Urho', 'Tapio', 'Otso', 'Sulo']) {
      const contactId = await rooms.person({ firstName, lastName: 'Kiveläinen' });
      const request = { contactId, ground: 'by_hand' as const, isScannedLater: true };
      ids.push((await erasures.erase(context, request)).id);
    }
    await erasures.completeTogether(context, ids, () => Promise.resolve());
    expect(await rooms.erasure(ids[0] ?? '')).toMatchObject({ status: 'incomplete', leftovers: found });
    expect(await rooms.erasure(ids[4] ?? '')).toMatchObject({ status: 'complete', leftovers: [] });
    await app.rows('DROP TABLE large');
  });

  it('does not complete where it may not read', async () => {
    await app.rows('CREATE TABLE closed (words text); REVOKE ALL ON closed FROM PUBLIC');
    const [{ role }] = (await app.rows<{ role: string }>(
      `SELECT current_database() || '_eraser' AS role`,
    )) as [{ role: string }];
    await app.rows(`REVOKE ALL ON closed FROM "${role}"`);
    const erasure = await rooms.erase(await rooms.person());
    expect(erasure).toMatchObject({ status: 'incomplete', leftovers: [], unread: ['public.closed'] });
    await app.rows('DROP TABLE closed');
  });

  it('does not complete where files are that cannot be read', async () => {
    const config = app.app.get(AppConfig);
    writeFileSync(join(directory, 'a-file'), '');
    Object.assign(config, { dataDir: join(directory, 'a-file') });
    expect(await rooms.erase(await rooms.person())).toMatchObject({
      status: 'incomplete',
      unread: ['file:.'],
    });
    Object.assign(config, { dataDir: join(directory, 'nothing') });
    expect(await rooms.erase(await rooms.person())).toMatchObject({ status: 'complete', unread: [] });
    Object.assign(config, { dataDir: directory });
  });

  it('lets a namesake, a colleague of the same name and a shared address be', async () => {
    const phones = ['+358407654321'];
    const id = await rooms.person({
      firstName: 'Eero',
      lastName: 'Virtanen',
      emails: ['eero@muu.example'],
      phones,
    });
    await app.rows(`UPDATE users SET name = 'Eero Virtanen' WHERE email = (SELECT min(email) FROM users)`);
    await rooms.person({ firstName: 'Eero', lastName: 'Virtanen', emails: ['toinen@muu.example'] });
    await rooms.person({ firstName: 'Åke', lastName: 'Ek', phones });
    expect(await rooms.erase(id)).toMatchObject({ status: 'complete', leftovers: [] });
    expect(await app.rows(`SELECT 1 FROM contact_points WHERE value = '+358407654321'`)).toHaveLength(1);
  });
});

describe('one look for many who were erased (V7, H6)', () => {
  let app: TestApp;
  let rooms: Mentioned;
  const nightly = { actor: { kind: 'system' as const, name: 'retention run' }, requestId: 'look-for-many' };
  const lastNames = ['Aallotar', 'Hautakoski', 'Kivelänmäki', 'Öljymäki', "D'Angelo", 'Lindroos-Aho'];

  beforeAll(async () => {
    app = await createTestApp();
    rooms = await Mentioned.on(app);
  });
  afterAll(() => app.close());

  it('replaces what others wrote of each, wherever it stands, and tells whose erasure is not complete', async () => {
    const erasures = app.app.get(Erasures);
    const people: string[] = [];
    for (const lastName of lastNames) people.push(await rooms.person({ firstName: 'Päivi', lastName }));
    const others = await Promise.all(
      lastNames.map((lastName) => rooms.person({ title: `${lastName} Päivin sijainen`, lastName: 'Ek' })),
    );
    await app.rows(
      `CREATE TABLE copies (words text); INSERT INTO copies VALUES ('P\u00e4ivi Hautakoskelle'), ('Ei kukaan')`,
    );

    const ids: string[] = [];
    for (const contactId of people) {
      const request = { contactId, ground: 'by_hand' as const, isScannedLater: true };
      const { id, status } = await erasures.erase(nightly, request);
      expect(status).toBe('executing');
      ids.push(id);
    }
    expect(await app.rows('SELECT 1 FROM sought_people')).toHaveLength(lastNames.length);
    let statuses: string[] = [];
    await erasures.completeTogether(nightly, ids, (_, outcomes) => {
      statuses = outcomes.map(({ id, status }) => `${ids.indexOf(id)} ${status}`).sort();
      return Promise.resolve();
    });

    expect(statuses).toEqual([
      '0 complete',
      '1 incomplete',
      '2 complete',
      '3 complete',
      '4 complete',
      '5 complete',
    ]);
    for (const id of others)
      expect(await rooms.said('contacts', 'title', id)).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4} sijainen$/);
    expect(await rooms.erasure(ids[1] ?? '')).toMatchObject({
      leftovers: [{ where: 'public.copies.words', count: 1 }],
      certificate: null,
    });
    expect(await app.rows('SELECT 1 FROM sought_people')).toHaveLength(1);
  });
});

describe('the certificate of an erasure (V7)', () => {
  let app: TestApp;
  let rooms: Mentioned;

  beforeAll(async () => {
    app = await createTestApp();
    rooms = await Mentioned.on(app);
  });
  afterAll(() => app.close());

  it('is bound to the record by its hash, which another count would not have', async () => {
    const id = await rooms.person(matti);
    const erasure = await rooms.erase(id);
    expect(erasure.certificate).toMatchObject({
      version: 1,
      erasureId: erasure.id,
      ground: 'request',
      counts: { contacts: expect.anything() },
      scan: { found: 0, interactions: 'all' },
    });
    expect(JSON.stringify(erasure.certificate)).not.toMatch(/matti|virta|paja|401234567/i);
    expect(erasure.proof).toMatchObject({ isIntact: true });
    await eventually(async () => {
      const { proof } = await rooms.erasure(erasure.id);
      expect(proof).toEqual({
        eventId: expect.any(String),
        seq: expect.any(Number),
        chainHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        isIntact: true,
      });
    });
    await app.rows('ALTER TABLE erasures DISABLE TRIGGER erasures_go_forward');
    await app.rows(
      `UPDATE erasures SET certificate = jsonb_set(certificate, '{counts,contacts,pseudonymise}', '7') WHERE id = $1`,
      [erasure.id],
    );
    expect((await rooms.erasure(erasure.id)).proof.isIntact).toBe(false);
    await app.rows('UPDATE erasures SET certificate = $2, certificate_hash = $3 WHERE id = $1', [
      ...[erasure.id, erasure.certificate, 'f'.repeat(64)],
    ]);
    expect((await rooms.erasure(erasure.id)).proof.isIntact).toBe(false);
    await app.rows('ALTER TABLE erasures ENABLE TRIGGER erasures_go_forward');
  });

  it.each([
    `UPDATE erasures SET certificate = '{}' WHERE id = $1`,
    `UPDATE erasures SET completed_at = now() WHERE id = $1`,
    'DELETE FROM erasures WHERE id = $1',
  ])('stands with its erasure, even for the owner of the database: %s', async (change) => {
    const { id } = await rooms.erase(await rooms.person({ firstName: 'Aino', lastName: 'Aalto' }));
    await expect(app.rows(change, [id])).rejects.toMatchObject({ code: '42501' });
    expect(await rooms.erasure(id)).toMatchObject({ status: 'complete', proof: { isIntact: true } });
  });

  it('is a paper in each language for officers and auditors, and who took it is on record', async () => {
    const { id } = await rooms.erase(await rooms.person({ firstName: 'Aino', lastName: 'Aalto' }));
    const path = `/erasures/${id}/certificate.pdf`;
    for (const language of ['fi', 'sv', 'en']) {
      const { body, headers } = await rooms.officer
        .get(`${path}?language=${language}`)
        .buffer(true)
        .parse(binary)
        .expect(200);
      expect(headers['content-type']).toBe('application/pdf');
      expect(body.subarray(0, 5).toString()).toBe('%PDF-');
      expect(body.length).toBeLessThan(120_000);
    }
    await rooms.officer.get(`${path}?language=de`).expect(400);
    await rooms.officer.get(`/erasures/${await rooms.person()}/certificate.pdf`).expect(404);
    await rooms.seller.get(path).expect(403);
    await app.stranger.get(path).expect(401);
    const { body } = await rooms.officer.get('/audit-events?action=erasure.fetch_certificate').expect(200);
    expect(body.items).toHaveLength(3);
  });
});

/** Collects bytes as they are. */
function binary(response: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const stream = response as NodeJS.ReadableStream; // supertest’s own type tells of strings only
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}
