import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { inflateRawSync } from 'node:zlib';
import { tableInWords } from '@seloste/erasure';
import { Personal } from '@seloste/kernel';
import { valuesOfLetters } from '@seloste/mail';
import { dataMap } from '@seloste/personal-data';
import { Sealer } from '@seloste/platform';
import {
  aContact,
  anInteraction,
  createTestApp,
  eventually,
  type Caller,
  type TestApp,
} from '@seloste/testing';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { PackageRescue } from '../libs/packages/src/building/package-rescue.js';
import { columnWords } from '../libs/packages/src/words/columns.js';
import { PackageExpiry } from '../libs/packages/src/delivery/expiry.js';
import { make, read } from './support/two-teams.js';

/** The files of a zip, by name, read by its central directory. */
function filesIn(zip: Buffer): Record<string, Buffer> {
  const files: Record<string, Buffer> = {};
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  for (let at = zip.readUInt32LE(end + 16); zip.readUInt32LE(at) === 0x02014b50;) {
    const [size, nameLength] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const local = zip.readUInt32LE(at + 42);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    files[name] = inflateRawSync(zip.subarray(begin, begin + size));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

/** Whether something is as the documented schema of a portability package says; strict, so that a slip in it shows. */
function portabilitySchema(): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  formats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync('docs/portability.schema.json', 'utf8')));
}

describe('a copy of a person’s data (GDPR Art. 15, 20; C7, P9, V8)', () => {
  let app: TestApp;
  let officer: Caller;
  let manager: Caller;
  let seller: Caller;
  let contact: string;
  let at = new Date('2027-03-01T08:00:00Z');

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => at } });
    const admin = await app.setUp();
    officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    manager = await app.signIn(admin, { roles: ['sales_manager'] });
    seller = await app.signIn(admin);
    const person = { firstName: 'Aila', lastName: 'Hakija', language: 'sv' };
    const points = { emails: ['aila.hakija@asiakas.example'], phones: ['+358401234567'] };
    contact = await make(manager, '/contacts', aContact({ ...person, ...points }));
    const other = await make(
      manager,
      '/contacts',
      aContact({ firstName: 'Urpo', lastName: 'Kuikkaniemi', emails: ['urpo@muualla.example'] }),
    );
    await make(
      manager,
      '/interactions',
      anInteraction({
        contactIds: [contact, other],
        subject: 'Tarjous',
        body: 'Aila kertoi, että Urpo Kuikkaniemi on sairaana.',
      }),
    );
    await manager
      .post(`/contacts/${contact}/objections`, {
        ...{ channel: 'phone', purpose: 'direct_marketing', note: 'Asian kertoi Urpo Kuikkaniemi' },
      })
      .expect(201);
  });
  afterAll(() => app.close());

  async function identified(kind: string, identifier = 'aila.hakija@asiakas.example'): Promise<string> {
    const receivedAt = at.toISOString();
    const id = await make(officer, '/subject-requests', {
      ...{ kind, identifier, receivedVia: 'phone', receivedAt },
    });
    const { body } = await officer
      .post(`/subject-requests/${id}/verifications`, { way: 'phone', address: '+358401234567' })
      .expect(201);
    const { code } = body;
    await officer.post(`/subject-requests/${id}/verifications/${body.id}/confirmation`, { code }).expect(200);
    return id;
  }

  const comesTo = (id: string, status: string) =>
    eventually(async () => expect(await read(officer, `/packages/${id}`)).toMatchObject({ status }), 20_000);

  /** The path in the link that the person was sent last. */
  async function linkOf(packageId: string): Promise<string> {
    const [mail] = await app.rows<{ id: string; sealed_values: string }>(
      `SELECT id, sealed_values FROM mail_messages WHERE about_type = 'package' AND about_id = $1`,
      [packageId],
    );
    const values = app.app.get(Sealer).open(mail?.sealed_values ?? '', valuesOfLetters, mail?.id ?? '');
    return /\/my-data\/packages\/[\w-]+/.exec(values ?? '')?.[0] ?? '';
  }

  const server = () => request(app.app.getHttpServer());
  const fetched = async (path: string) =>
    (
      await server()
        .post(path)
        .buffer(true)
        .parse((response, done) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => done(null, Buffer.concat(chunks)));
        })
        .expect(200)
    ).body as Buffer;

  async function released(kind: string): Promise<{ id: string; path: string }> {
    const id = await make(officer, `/subject-requests/${await identified(kind)}/packages`, {});
    await comesTo(id, 'review');
    await officer
      .post(`/packages/${id}/redaction-decisions`, { decisions: [], others: 'redact' })
      .expect(200);
    await officer.post(`/packages/${id}/release`).expect(200);
    await comesTo(id, 'released');
    return { id, path: await linkOf(id) };
  }

  it('has words in three languages for everything in it', () => {
    const shown = dataMap(app.app.get(DataSource)).flatMap(({ table, record, columns }) =>
      'reason' in record || record.subject === 'user' || record.foundBy === 'derived'
        ? []
        : columns.flatMap(({ column, declaration }) =>
            declaration.personal && declaration.exported !== false ? [{ table, column }] : [],
          ),
    );
    expect(shown.filter(({ column }) => columnWords[column] === undefined)).toEqual([]);
    expect(shown.filter(({ table }) => tableInWords(table, 'fi') === table)).toEqual([]);
  });

  it('holds a column that was added to the map a moment ago', async () => {
    await app.rows('ALTER TABLE contacts ADD shoe_size text');
    await app.rows(`UPDATE contacts SET shoe_size = '42' WHERE id = $1`, [contact]);
    const entity = app.app.get(DataSource).entityMetadatas.find(({ tableName }) => tableName === 'contacts');
    if (!entity?.columns[0]) throw new Error('there are no contacts');
    const prototype = (entity.target as { prototype: object }).prototype;
    Personal({ category: 'work_role', erasure: 'clear' })(prototype, 'shoeSize');
    const column = Object.assign(Object.create(entity.columns[0]), {
      ...{ propertyName: 'shoeSize', databaseName: 'shoe_size' },
      ...{ isPrimary: false, isSelect: false, isInsert: false, isUpdate: false },
    });
    entity.columns.push(column);
    const { path } = await released('access');
    entity.columns.pop();
    const { data } = JSON.parse(filesIn(await fetched(path))['data.json']?.toString() ?? '');
    expect(data.contacts).toMatchObject([{ shoe_size: '42' }]);
  });

  it('is made for an identified person alone, by the privacy officer alone', async () => {
    const receivedAt = at.toISOString();
    const of = { kind: 'access', contactId: contact, receivedVia: 'phone', receivedAt, language: 'sv' };
    const id = await make(officer, '/subject-requests', of);
    await seller.post(`/subject-requests/${id}/packages`, {}).expect(403);
    const refused = await officer.post(`/subject-requests/${id}/packages`, {}).expect(409);
    expect(refused.body.code).toBe('not_identified');
  });

  it('leaves only after somebody decided on the names of others in it, and without those', async () => {
    const id = await make(officer, `/subject-requests/${await identified('access')}/packages`, {});
    await comesTo(id, 'review');
    expect((await officer.post(`/packages/${id}/release`).expect(409)).body.code).toBe('names_undecided');
    const { items } = await read(officer, `/packages/${id}/redactions`);
    expect(items.map(({ words }: { words: string }) => words)).toContain('Urpo Kuikkaniemi');
    expect(await app.rows('SELECT 1 FROM package_parts')).toEqual([]);
    await officer
      .post(`/packages/${id}/redaction-decisions`, { decisions: [], others: 'redact' })
      .expect(200);
    await officer.post(`/packages/${id}/release`).expect(200);
    await comesTo(id, 'released');
    const path = await linkOf(id);
    await server().get(path).expect(200);
    await server().get(path).expect(200); // looking fetches nothing
    const files = filesIn(await fetched(path));
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['data.html', 'data.pdf', 'data.json', 'csv/contacts.csv']),
    );
    const { data } = JSON.parse(files['data.json']?.toString() ?? '');
    expect(data.contacts).toMatchObject([{ first_name: 'Aila', last_name: 'Hakija' }]);
    expect(data.contact_points.map(({ value }: { value: string }) => value)).toContain('+358401234567');
    expect(data.interactions).toMatchObject([{ body: 'Aila kertoi, että […] on sairaana.' }]);
    expect(data.objections).toMatchObject([{ note: 'Asian kertoi […]' }]);
    for (const [name, content] of Object.entries(files))
      expect([name, content.toString()]).not.toEqual([name, expect.stringMatching(/Kuikkaniemi|urpo@/)]);
    expect(files['data.html']?.toString()).toContain('<h2>Personens grunduppgifter</h2>');
    expect(files['data.pdf']?.subarray(0, 5).toString()).toBe('%PDF-');
    await server().post(path).expect(404); // once
    // It is deleted when its last byte has gone.
    await eventually(async () => expect(await app.rows('SELECT 1 FROM package_parts')).toEqual([]));
    expect(await read(officer, `/packages/${id}`)).toMatchObject({ status: 'delivered', undecided: 0 });
  });

  it('is made of 5,000 interactions in bounded memory, and says how far it is', async () => {
    const person = {
      firstName: 'Paljon',
      lastName: 'Puhuttu',
      emails: ['paljon@asiakas.example'],
      phones: ['+358401234567'],
    };
    const many = await make(manager, '/contacts', aContact(person));
    const body = 'Keskusteltiin tarjouksesta ja toimituksen aikataulusta. '.repeat(20);
    await app.rows(
      `WITH made AS (INSERT INTO interactions (id, type, direction, occurred_at, subject, body, author_id, created_at)
         SELECT uuidv7(), 'call', 'in', $2::timestamptz - n * interval '1 minute', 'Puhelu ' || n, $3,
           (SELECT id FROM users LIMIT 1), $2 FROM generate_series(1, 5000) n RETURNING id, occurred_at)
       INSERT INTO interaction_participants (interaction_id, contact_id, occurred_at, position) SELECT id, $1, occurred_at, 0 FROM made`,
      [many, at, body],
    );
    const request = await identified('access', 'paljon@asiakas.example');
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    /** Bytes that are held on to. */
    const heap = (): number => {
      collect();
      return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
    };
    const before = heap();
    let most = 0;
    const id = await make(officer, `/subject-requests/${request}/packages`, {});
    const steps = new Set<number>();
    const reaches = async (end: string): Promise<void> => {
      for (;;) {
        const { status, progress } = await read(officer, `/packages/${id}`);
        steps.add(progress.done);
        most = Math.max(most, heap() - before);
        if (status === end) return;
        expect(['preparing', 'writing']).toContain(status);
        await pause(1_000);
      }
    };
    await reaches('review');
    await officer.post(`/packages/${id}/release`).expect(200);
    await reaches('released');
    expect(steps.size).toBeGreaterThan(5);
    expect(most).toBeLessThan(64 * 1024 * 1024);
    const { data } = JSON.parse(filesIn(await fetched(await linkOf(id)))['data.json']?.toString() ?? '');
    expect(data.interactions).toHaveLength(5_000);
  }, 180_000);

  it('is taken up again where its making died with its process', async () => {
    const { id, path } = await released('portability');
    await app.rows(
      `UPDATE packages SET status = 'writing', token_digest = NULL, progressed_at = $2::timestamptz - interval '2 minutes' WHERE id = $1`,
      [id, at],
    );
    await app.app.get(PackageRescue).run();
    await comesTo(id, 'released');
    await server().get(path).expect(404);
  });

  it('opens to nobody with another token, and to nobody after a week, when it is gone', async () => {
    const { id, path } = await released('access');
    const stranger = await server()
      .get(`/my-data/packages/${'x'.repeat(43)}`)
      .expect(404);
    expect(stranger.text).not.toMatch(/Aila|Hakija/);
    const before = at;
    at = new Date(at.getTime() + 8 * 24 * 60 * 60 * 1000);
    await server().get(path).expect(404);
    await server().post(path).expect(404);
    await app.app.get(PackageExpiry).run();
    expect(await app.rows('SELECT 1 FROM package_parts')).toEqual([]);
    expect(
      await app.rows(`SELECT status FROM packages WHERE id = $1 AND token_digest IS NULL`, [id]),
    ).toEqual([{ status: 'expired' }]);
    at = before;
  });

  it('holds what the person gave, for another place, and nothing that we wrote', async () => {
    const { path } = await released('portability');
    const files = filesIn(await fetched(path));
    expect(files['person.vcf']?.toString()).toContain('FN:Aila Hakija\r\n');
    const { data } = JSON.parse(files['data.json']?.toString() ?? '');
    expect(data.contacts).toMatchObject([{ first_name: 'Aila' }]);
    expect(data).not.toHaveProperty('interactions');
    expect(JSON.stringify(data)).not.toMatch(/retention|owner/);
  });

  it('is for another place as docs/portability.schema.json says, without the names of others', async () => {
    await make(officer, '/subject-requests', {
      ...{ kind: 'rectification', contactId: contact, receivedVia: 'phone', receivedAt: at.toISOString() },
      wording: 'Urpo Kuikkaniemi ei ole enää esihenkilöni.',
    });
    const { path } = await released('portability');
    const json = filesIn(await fetched(path))['data.json']?.toString() ?? '';
    const content = JSON.parse(json);
    const isAsDocumented = portabilitySchema();
    isAsDocumented(content);
    expect(isAsDocumented.errors).toBeNull();
    expect(Object.keys(content.data)).toEqual(
      expect.arrayContaining(['contacts', 'contact_points', 'objections', 'subject_requests']),
    );
    expect(json).toContain('[…] ei ole enää esihenkilöni.');
    expect(json).not.toMatch(/Kuikkaniemi/);
    expect(isAsDocumented({ ...content, data: { ...content.data, interactions: [] } })).toBe(false);
  });

  it('is whole for a restricted person, too', async () => {
    const reason = { reason: 'Asian kertoi Urpo Kuikkaniemi' };
    await officer.put(`/contacts/${contact}/restriction`, reason).expect(200);
    const { path } = await released('access');
    const { data } = JSON.parse(filesIn(await fetched(path))['data.json']?.toString() ?? '');
    expect(data.contacts).toMatchObject([{ first_name: 'Aila', restricted: true }]);
    expect(data.interactions).toHaveLength(1);
    expect(data.restrictions).toMatchObject([{ reason: 'Asian kertoi […]' }]);
  });
});
