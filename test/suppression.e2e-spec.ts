import { setTimeout as wait } from 'node:timers/promises';
import { AddressDigests, fillDigests, Objections } from '@seloste/permissions';
import { Database } from '@seloste/platform';
import { aContact, createTestApp, testMasterKey, type Caller, type TestApp } from '@seloste/testing';
import { ImportSteps } from './support/import-steps.js';
import { aLink } from './support/links.js';
import { make, read } from './support/two-teams.js';
import type { EntityManager } from 'typeorm';

const header = 'Etunimi;Sukunimi;Sähköposti;Puhelin';

describe('an address that somebody said no for', () => {
  let app: TestApp;
  let staff: Caller;
  let steps: ImportSteps;

  beforeAll(async () => {
    app = await createTestApp();
    staff = await app.signIn(await app.setUp(), { roles: ['sales_manager'] });
    steps = new ImportSteps(staff);
  });
  afterAll(() => app.close());

  const aPerson = (fields: object) => make(staff, '/contacts', aContact(fields));
  const refuse = async (fields: object, said: object = { channel: 'all', purpose: 'all' }) => {
    const id = await aPerson(fields);
    await staff.post(`/contacts/${id}/objections`, said).expect(201);
    return id;
  };
  /** As if the record had been taken away with everything that leads to the person. */
  const forget = (id: string) => app.rows('DELETE FROM contacts WHERE id = $1', [id]);
  const decision = (id: string, channel = 'email', purpose = 'newsletter') =>
    read(staff, `/contacts/${id}/permissions/${channel}/${purpose}`);
  const reasonsOf = async (id: string): Promise<string[][]> =>
    (await steps.rows(id)).map(({ reasons }: { reasons: { code: string }[] }) =>
      reasons.map(({ code }) => code),
    );

  const stopped = (email: string) =>
    app.rows(`SELECT s.channel, s.purpose FROM suppressions s WHERE s.digest = $1`, [
      app.app.get(AddressDigests).digestOf('email', email),
    ]);

  it.each([
    ['in other letters', 'Poissa.Pysyva@Gmail.com', 'poissa.pysyva@gmail.com'],
    [
      'with dots and a tag that the provider ignores',
      'eiolekaan@gmail.com',
      'ei.ole.kaan+messut@googlemail.com',
    ],
    ['with its domain written otherwise', 'kielto@mäkinen.example', 'kielto@xn--mkinen-bua.example'],
  ])(
    'H12: is known again %s: who is newly created with it is there, and may not be written to',
    async (_, first, second) => {
      await forget(await refuse({ emails: [first] }));
      const id = await aPerson({ emails: [second], title: 'Ostaja' });
      expect((await read(staff, `/contacts/${id}`)).emails).toHaveLength(1);
      expect(await decision(id)).toMatchObject({ allowed: false, code: 'suppressed' });
      expect(await decision(id, 'email', 'service')).not.toMatchObject({ code: 'suppressed' });
    },
  );

  it('is known again when it is given to somebody by an edit, and no longer once it is taken away', async () => {
    await forget(await refuse({ emails: ['entinen@havukka.example'] }));
    const id = await aPerson({ emails: [] });
    await staff.patch(`/contacts/${id}`, { emails: ['ENTINEN@havukka.example'] }).expect(200);
    expect(await decision(id)).toMatchObject({ code: 'suppressed' });
    await staff.patch(`/contacts/${id}`, { emails: ['toinen@havukka.example'] }).expect(200);
    expect(await decision(id)).not.toMatchObject({ code: 'suppressed' });
  });

  it('is known again when it came to whoever said no only later', async () => {
    const id = await refuse({ emails: ['ensin@havukka.example'] });
    await staff.patch(`/contacts/${id}`, { emails: ['sitten@havukka.example'] }).expect(200);
    await forget(id);
    expect(await decision(await aPerson({ emails: ['sitten@havukka.example'] }))).toMatchObject({
      code: 'suppressed',
    });
  });

  it('is a number as well, however it is written', async () => {
    await forget(
      await refuse({ phones: ['040 555 1234'], emails: [] }, { channel: 'phone', purpose: 'all' }),
    );
    const id = await aPerson({ phones: ['+358 40 5551234'], emails: ['numero@havukka.example'] });
    expect(await decision(id, 'phone', 'direct_marketing')).toMatchObject({ code: 'suppressed' });
    expect(await decision(id, 'email', 'direct_marketing')).not.toMatchObject({ code: 'suppressed' });
  });

  it('C8: stays out when a list brings it back: the row says so, and the person may not be written to', async () => {
    await forget(await refuse({ emails: ['palaaja@gmail.com'] }));
    await forget(await refuse({ phones: ['050 555 9876'], emails: [] }));
    const list = await steps.upload(
      [
        header,
        'Paavo;Palaaja;pa.laaja@gmail.com;',
        'Nelli;Numero;;050 5559876',
        'Onni;Muu;onni.muu@havukka.example;',
      ].join('\n'),
    );
    const { summary } = await steps.check(list);
    expect(summary).toMatchObject({ new: 3, error: 0 });
    expect(await reasonsOf(list.id)).toEqual([['suppressed'], ['suppressed'], []]);
    expect((await steps.run(list.id)).summary).toMatchObject({ imported: 3 });
    expect(await reasonsOf(list.id)).toEqual([['suppressed'], ['suppressed'], []]);
    const [first, second] = await steps.rows(list.id);
    expect(await decision(first.contactId)).toMatchObject({ allowed: false, code: 'suppressed' });
    expect(await decision(second.contactId, 'phone')).toMatchObject({ allowed: false, code: 'suppressed' });
  });

  it('is kept as a keyed digest alone: without the key nobody can try addresses', async () => {
    await refuse({ emails: ['salainen@havukka.example'] });
    const digests = app.app.get(AddressDigests);
    const digest = digests.digestOf('email', 'Salainen@havukka.example');
    expect(digest).toHaveLength(32);
    expect(await app.rows('SELECT channel FROM suppressions WHERE digest = $1', [digest])).toEqual([
      { channel: 'all' },
    ]);
    const plain = await app.rows(
      `SELECT 1 FROM suppressions WHERE digest = sha256(convert_to('salainen@havukka.example', 'UTF8')) OR digest = sha256(convert_to('email salainen@havukka.example', 'UTF8'))`,
    );
    expect(plain).toEqual([]);
    const rows = await app.rows<{ row: string }>('SELECT s::text AS row FROM suppressions s');
    expect(rows.map(({ row }) => row).join()).not.toMatch(/salainen|havukka/);
  });

  describe('that two people share', () => {
    let shared = 0;
    const two = async (second: object = {}) => {
      const email = `yhteinen${++shared}@havukka.example`;
      const [takesBack, other] = [
        await aPerson({ emails: [email] }),
        await aPerson({ emails: [email], ...second }),
      ];
      const token = await aLink(app, { contactId: takesBack });
      const press = (said: string) =>
        app.stranger.agent
          .post(`/p/${token}`)
          .type('form')
          .send(said)
          .expect(200)
          .then(() => undefined);
      await press('stop=email.newsletter');
      return { email, other, takesBack: () => press('allow=email.newsletter') };
    };
    /** While the transaction that says no is open, the other person takes theirs back. */
    const meanwhile = async (
      saysNo: (tx: EntityManager) => Promise<unknown>,
      takesBack: () => Promise<void>,
    ): Promise<void> => {
      let taken: Promise<void> = Promise.resolve();
      await app.app.get(Database).transaction(async (tx) => {
        await saysNo(tx);
        taken = takesBack();
        await wait(300);
      });
      await taken;
    };
    const said = { channel: 'email', purpose: 'newsletter' } as const;

    it('stays suppressed when one takes their “no” back while the other says theirs', async () => {
      const { email, other, takesBack } = await two();
      const bySelf = { actor: { kind: 'system' as const, name: 'person' }, requestId: '' };
      const objections = app.app.get(Objections);
      const no = { contactId: other, ...said, receivedVia: 'phone' } as const;
      await meanwhile((tx) => objections.record(tx, bySelf, no), takesBack);
      expect(await stopped(email)).toEqual([said]);
    });

    it('stays suppressed when one takes their “no” back while it is given to somebody else who said no', async () => {
      const { email, other, takesBack } = await two({ emails: [] });
      await staff.post(`/contacts/${other}/objections`, said).expect(201);
      const point = [other, email, app.app.get(AddressDigests).digestOf('email', email)];
      const give = `INSERT INTO contact_points (contact_id, kind, position, value, digest) VALUES ($1, 'email', 0, $2, $3)`;
      await meanwhile((tx) => tx.query(give, point), takesBack);
      expect(await stopped(email)).toEqual([said]);
    });

    it('is released when the last of them takes it back', async () => {
      const { email, takesBack } = await two();
      await takesBack();
      expect(await stopped(email)).toEqual([]);
    });
  });

  it('gets its digest at the next start where it was kept before there were any, restricted people’s too', async () => {
    const [id, other] = [
      await aPerson({ emails: ['vanha@havukka.example'], phones: ['040 777 1234'] }),
      await aPerson({ emails: ['rajoitettu@havukka.example'] }),
    ];
    const before = await app.rows(
      'SELECT value, digest FROM contact_points ORDER BY contact_id, kind, position',
    );
    await app.rows('UPDATE contacts SET restricted = true WHERE id = $1', [other]);
    await app.rows(`UPDATE contact_points SET digest = '' WHERE contact_id = ANY ($1)`, [[id, other]]);
    await staff.post(`/contacts/${id}/objections`, { channel: 'email', purpose: 'all' }).expect(201);
    expect(await stopped('vanha@havukka.example')).toEqual([]);
    await Promise.all([1, 2].map(() => fillDigests(app.database.url, testMasterKey)));
    expect(
      await app.rows('SELECT value, digest FROM contact_points ORDER BY contact_id, kind, position'),
    ).toEqual(before);
    expect(await stopped('vanha@havukka.example')).toEqual([{ channel: 'email', purpose: 'all' }]);
  });
});
