import {
  aCompany,
  aContact,
  anInteraction,
  createTestApp,
  eventually,
  type Caller,
  type TestApp,
} from '@seloste/testing';

const day = 24 * 60 * 60 * 1000;

/** Somebody in a job role, employed by a company with a postal address. */
interface Person {
  id: string;
  email: string;
}

describe('before anything leaves the house', () => {
  let app: TestApp;
  let admin: Caller;
  let seller: Caller;
  let companyId: string;
  let n = 0;
  const addresses = [
    { type: 'visiting', street: 'Takakuja 9', postalCode: '00200', city: 'Helsinki', country: 'FI' },
    { type: 'postal', street: 'PL 12', postalCode: '33101', city: 'Tampere', country: 'FI' },
  ];

  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
    seller = await app.signIn(admin, { roles: ['sales_manager'] });
    companyId = (await seller.post('/companies', aCompany({ name: 'Havu Oy', addresses })).expect(201)).body
      .id;
  });
  afterAll(() => app.close());

  const person = async (lastName: string, fields: object = {}): Promise<Person> => {
    const email = `vilma.${lastName.toLowerCase()}.${++n}@havu.example`;
    const { body } = await seller
      .post(
        '/contacts',
        aContact({
          firstName: 'Vilma',
          lastName,
          companyId,
          title: 'Ostopäällikkö',
          emails: [email],
          phones: [`+35840123${String(4000 + n)}`],
          ...fields,
        }),
      )
      .expect(201);
    return { id: body.id, email };
  };
  const object = ({ id }: Person, channel = 'all', purpose = 'all') =>
    seller.post(`/contacts/${id}/objections`, { channel, purpose, receivedVia: 'phone' }).expect(201);

  const log = (fields: object) => seller.post('/interactions', anInteraction(fields));

  describe('a file', () => {
    const ask = (caller: Caller, fields: object) =>
      caller.post('/exports', {
        purpose: 'Joulukortit',
        expiresAt: new Date(Date.now() + day).toISOString(),
        ...fields,
      });
    const ready = async (id: string) => {
      const look = async () => (await seller.get(`/exports/${id}`).expect(200)).body;
      await eventually(async () => expect((await look()).status).toBe('ready'), 10_000);
      return look();
    };
    const take = (id: string) => seller.post(`/exports/${id}/downloads`);
    const whole = async (fields: object) => {
      const { body: wish } = await ask(seller, fields).expect(201);
      const made = await ready(wish.id);
      return { wish, made, text: (await take(wish.id).expect(200)).text };
    };

    it('of letters, labels, calls and text messages holds who allows it, with the one address it takes (P9, V10)', async () => {
      const [kind, silent] = [await person('Suostuva'), await person('Kieltävä')];
      await object(silent);
      const filters = { companyId };
      const letters = await whole({ kind: 'letters', for: { purpose: 'direct_marketing' }, filters });
      expect(letters.wish).toMatchObject({
        for: { channel: 'post', purpose: 'direct_marketing', areas: null },
        expected: 1,
        leftOut: { objected: 1 },
      });
      expect(letters.made).toMatchObject({ people: 1, leftOut: { objected: 1 } });
      expect(letters.text).toContain('Vilma;Suostuva;Ostopäällikkö;Havu Oy;PL 12;33101;Tampere;FI;');
      expect(letters.text).not.toContain('Kieltävä');
      expect(letters.text).not.toContain(kind.email);

      const labels = await whole({ kind: 'labels', for: { purpose: 'direct_marketing' }, filters });
      expect(labels.text).toContain('Havu Oy;Vilma Suostuva;PL 12;33101 Tampere;;');
      const calls = await whole({ kind: 'calls', for: { purpose: 'direct_marketing' }, filters });
      expect(calls.text).toMatch(/Suostuva;Ostopäällikkö;Havu Oy;040 ?123/);
      expect(calls.text).not.toContain('Kieltävä');
      // A text message to a person needs their consent (917/2014 s. 200), which nobody here has given.
      const sms = await ask(seller, { kind: 'sms', for: { purpose: 'direct_marketing' }, filters }).expect(
        201,
      );
      expect(sms.body).toMatchObject({ expected: 0, leftOut: { objected: 1, consent_missing: 1 } });
      const service = await whole({ kind: 'sms', for: { purpose: 'service' }, filters });
      expect(service.text).toContain('+35840123');
    });

    it('of people for a channel drops who may not be contacted so, and is on record as such', async () => {
      const { body: other } = await seller.post('/companies', aCompany({ name: 'Kuusi Oy' })).expect(201);
      const fields = { companyId: other.id };
      const mine = await person('Nimetty', fields);
      await person('Nimetön', { ...fields, title: null, areaOfResponsibility: null });
      const { wish, text } = await whole({
        kind: 'contacts',
        for: { channel: 'email', purpose: 'newsletter' },
        filters: fields,
      });
      expect(wish).toMatchObject({ expected: 1, leftOut: { role_unknown: 1 } });
      expect(text).toContain(mine.email);
      expect(text).not.toContain('Nimetön');
      expect(text).not.toContain('+358');
      const [act] = await app.rows<{ fields: string[] }>(
        `SELECT fields FROM audit_events WHERE subject_id = $1 AND action = 'export.create'`,
        [wish.id],
      );
      expect(act?.fields).toContain('for');
    });

    it('is made anew without who objected while it waited (H12)', async () => {
      const { body: other } = await seller.post('/companies', aCompany({ name: 'Mänty Oy' })).expect(201);
      const fields = { companyId: other.id };
      const [stays, goes] = [await person('Pysyvä', fields), await person('Lähtevä', fields)];
      const wanted = { kind: 'calls', for: { purpose: 'survey' }, filters: fields };
      const { body: wish } = await ask(seller, wanted).expect(201);
      expect(await ready(wish.id)).toMatchObject({ people: 2, leftOut: {} });
      await object(goes, 'phone', 'survey');
      expect((await take(wish.id).expect(409)).body.code).toBe('export_outdated');
      expect(await ready(wish.id)).toMatchObject({ people: 1, leftOut: { objected: 1 } });
      expect((await take(wish.id).expect(200)).text).not.toContain('Lähtevä');
      const told = await app.rows('SELECT contact_id FROM disclosures WHERE export_id = $1', [wish.id]);
      expect(told).toEqual([{ contact_id: stays.id }]);
    });

    it('stays whole for who objected to something else', async () => {
      const { body: other } = await seller
        .post('/companies', aCompany({ name: 'Leppä Oy', addresses }))
        .expect(201);
      const fields = { companyId: other.id };
      const one = await person('Valikoiva', fields);
      const { body: wish } = await ask(seller, {
        kind: 'letters',
        for: { purpose: 'survey' },
        filters: fields,
      }).expect(201);
      await ready(wish.id);
      await object(one, 'phone', 'survey');
      expect((await take(wish.id).expect(200)).text).toContain('Valikoiva');
    });

    it.each([
      ['a list that does not say for what', { kind: 'letters' }, 'for', 'required'],
      ['people for marketing', { kind: 'contacts', purpose: 'Syksyn markkinointi' }, 'for', 'required'],
      ['people for a purpose of marketing', { kind: 'contacts', purpose: 'survey' }, 'for', 'required'],
      ['people by no channel', { kind: 'contacts', for: { purpose: 'survey' } }, 'for.channel', 'required'],
      [
        'letters by phone',
        { kind: 'letters', for: { channel: 'phone', purpose: 'survey' } },
        'for.channel',
        'mismatch',
      ],
      ['an unknown purpose', { kind: 'calls', for: { purpose: 'arvonta' } }, 'for.purpose', 'not_found'],
      ['companies for marketing', { kind: 'companies', purpose: 'Mainokset' }, 'for', 'required'],
    ])('is refused for %s', async (_, fields, field, code) => {
      const before = await app.rows('SELECT count(*) FROM exports');
      const { body } = await ask(seller, fields).expect(400);
      expect(body.fields).toContainEqual(expect.objectContaining({ field, code }));
      expect(await app.rows('SELECT count(*) FROM exports')).toEqual(before);
    });

    const firm = async (name: string, legalForm = 'limited_company'): Promise<string> => {
      const fields = { name, legalForm, email: `info@${++n}.example` };
      return (await seller.post('/companies', aCompany(fields)).expect(201)).body.id;
    };

    it('of companies drops those that forbade it, and sole traders who have not said yes (917/2014 s. 202)', async () => {
      await firm('Rajaton Oy');
      const silent = await firm('Rajattu Oy');
      const late = await firm('Myöhäinen Oy');
      await firm('Tmi Toivo', 'sole_trader');
      const forbid = (id: string) =>
        seller
          .post(`/companies/${id}/objections`, { channel: 'all', purpose: 'all', receivedVia: 'letter' })
          .expect(201);
      await forbid(silent);
      const wanted = { kind: 'companies', for: { channel: 'email', purpose: 'newsletter' } };
      const { body: wish } = await ask(seller, wanted).expect(201);
      expect(wish.leftOut).toEqual({ company_objected: 1, consent_missing: 1 });
      await ready(wish.id);
      await forbid(late);
      expect((await take(wish.id).expect(409)).body.code).toBe('export_outdated');
      expect((await ready(wish.id)).leftOut).toEqual({ company_objected: 2, consent_missing: 1 });
      const { text } = await take(wish.id).expect(200);
      expect(text).toContain('Rajaton Oy');
      expect(text).not.toMatch(/Rajattu|Myöhäinen|Toivo/);
      const service = await whole({ kind: 'companies', for: { channel: 'email', purpose: 'service' } });
      expect(service.text).toMatch(/Rajattu/);
    });

    it('of companies asks of service too whether it may be: switched off, resting on nothing, or refused where it rests on our interest (GDPR Art. 5(1)(b), 6(1), 21(1))', async () => {
      const set = (to: string) => app.rows(`UPDATE purposes SET ${to} WHERE key = 'huolto'`);
      await app.rows(
        `INSERT INTO purposes (key, class, built_in, name_fi, name_sv, name_en, basis, switched_on, created_at, updated_at, balancing_note, review_on)
         VALUES ('huolto', 'service', false, 'huolto', 'service', 'upkeep', 'legitimate_interest', true, now(), now(), 'x', current_date + 1)`,
      );
      await firm('Huollettu Oy');
      const forbid = (id: string, purpose: string) =>
        seller
          .post(`/companies/${id}/objections`, { channel: 'email', purpose, receivedVia: 'letter' })
          .expect(201);
      await forbid(await firm('Huoltoa Kieltävä'), 'huolto');
      await forbid(await firm('Mainoksia Kieltävä'), 'all');
      const written = () => whole({ kind: 'companies', for: { channel: 'email', purpose: 'huolto' } });
      const { text } = await written();
      for (const name of ['Huollettu', 'Mainoksia Kieltävä']) expect(text).toContain(name);
      expect(text).not.toContain('Huoltoa Kieltävä');
      await set(`basis = 'contract'`);
      expect((await written()).text).toMatch(/Huoltoa Kieltävä/);
      await set('switched_on = false, basis = NULL');
      expect((await written()).text).not.toMatch(/Huollettu|Kieltävä/);
    });

    it('is for those who may take people along', async () => {
      const wanted = { kind: 'calls', for: { purpose: 'survey' } };
      const marketer = await app.signIn(admin, { roles: ['marketer'] });
      await ask(app.stranger, wanted).expect(401);
      await ask(marketer, wanted).expect(403);
    });
  });

  describe('a contact that is written down', () => {
    it('asks first where it says for what, and is refused with the decision (P9, V10)', async () => {
      const one = await person('Rauhoitettu');
      await object(one, 'phone', 'direct_marketing');
      const call = { contactIds: [one.id], purpose: 'direct_marketing' };
      const { body } = await log(call).expect(409);
      expect(body).toMatchObject({
        code: 'not_permitted',
        permission: {
          channel: 'phone',
          purpose: 'direct_marketing',
          allowed: false,
          code: 'objected',
          evidence: { type: 'objection' },
          sentence: expect.stringMatching(/^Henkilö on kieltänyt suoramarkkinoinnin puhelimitse/),
        },
      });
      expect((await seller.get(`/contacts/${one.id}/timeline`).expect(200)).body.items).toEqual([]);
      await log({ ...call, purpose: 'survey' }).expect(201);
      await log({ ...call, purpose: 'service' }).expect(201);
      await log({ ...call, direction: 'in' }).expect(201);
      await log({ ...call, type: 'note' }).expect(201);
      const { body: asToday } = await log({ contactIds: [one.id] }).expect(201);
      expect(asToday).toMatchObject({ purpose: null, unpermitted: null });
    });

    it('that happened all the same is recorded, marked and on record as such', async () => {
      const one = await person('Soitettu');
      await object(one, 'phone');
      const { body: call } = await log({
        contactIds: [one.id],
        purpose: 'direct_marketing',
        unpermittedReason: 'Soitin vanhasta listasta',
      }).expect(201);
      const marked = { code: 'objected', reason: 'Soitin vanhasta listasta' };
      expect(call).toMatchObject({ purpose: 'direct_marketing', unpermitted: marked });
      const { body: timeline } = await seller.get(`/contacts/${one.id}/timeline`).expect(200);
      expect(timeline.items).toMatchObject([{ id: call.id, unpermitted: marked }]);
      const acts = await app.rows('SELECT action FROM audit_events WHERE subject_id = $1 ORDER BY action', [
        call.id,
      ]);
      expect(acts).toEqual([{ action: 'interaction.create' }, { action: 'interaction.mark_unpermitted' }]);
    });

    it('is asked about as ours until somebody says that the person took the initiative', async () => {
      const one = await person('Suunnaton');
      await object(one);
      for (const type of ['call', 'email', 'chat', 'visit', 'meeting']) {
        const contact = { type, contactIds: [one.id], purpose: 'direct_marketing' };
        await log({ ...contact, direction: undefined }).expect(409);
        await log({ ...contact, direction: null }).expect(409);
      }
      const { body } = await log({
        contactIds: [one.id],
        direction: null,
        purpose: 'direct_marketing',
        unpermittedReason: 'Vastasin väärään puheluun',
      }).expect(201);
      expect(body).toMatchObject({ direction: null, unpermitted: { code: 'objected' } });
    });

    it('is asked about, too, when an edit makes it ours (V10)', async () => {
      const [one, two] = [await person('Käännetty'), await person('Lisätty')];
      await object(one, 'phone');
      const call = { contactIds: [one.id], direction: 'in', purpose: 'direct_marketing' };
      const { body: logged } = await log(call).expect(201);
      const edit = (fields: object) => seller.patch(`/interactions/${logged.id}`, fields);
      for (const fields of [{ direction: 'out' }, { direction: null }, { direction: 'out', subject: 'x' }])
        expect((await edit(fields).expect(409)).body).toMatchObject({
          code: 'not_permitted',
          permission: { code: 'objected' },
        });
      await edit({ subject: 'Kysyi hintaa', unpermittedReason: 'turhaan' }).expect(200);
      const reason = 'Kirjasin suunnan väärin';
      const { body } = await edit({ direction: 'out', unpermittedReason: reason }).expect(200);
      expect(body).toMatchObject({ direction: 'out', unpermitted: { code: 'objected', reason } });
      const acts = await app.rows(
        `SELECT action, fields FROM audit_events WHERE subject_id = $1 AND action <> 'interaction.create'
         ORDER BY action, fields`,
        [logged.id],
      );
      expect(acts).toEqual([
        { action: 'interaction.mark_unpermitted', fields: [] },
        { action: 'interaction.update', fields: ['direction'] },
        { action: 'interaction.update', fields: ['subject'] },
      ]);
      const { body: back } = await edit({ direction: 'in', contactIds: [one.id, two.id] }).expect(200);
      expect(back).toMatchObject({ direction: 'in', unpermitted: { reason } });
    });

    it('is asked about when an edit makes it a call, or adds somebody, and not again of who was in it', async () => {
      const [one, two] = [await person('Ensin'), await person('Sitten')];
      const occasion = { contactIds: [one.id], purpose: 'survey' };
      const { body: call } = await log(occasion).expect(201);
      const { body: note } = await log({ ...occasion, type: 'note' }).expect(201);
      for (const { id } of [one, two]) await object({ id, email: '' }, 'phone', 'survey');
      await seller.patch(`/interactions/${call.id}`, { body: 'Soitin.' }).expect(200);
      await seller.patch(`/interactions/${call.id}`, { contactIds: [one.id, two.id] }).expect(409);
      await seller.patch(`/interactions/${note.id}`, { type: 'call' }).expect(409);
      const { body: pure } = await log({ contactIds: [one.id] }).expect(201);
      await seller.patch(`/interactions/${pure.id}`, { direction: 'in' }).expect(200);
      await seller.patch(`/interactions/${pure.id}`, { direction: 'out' }).expect(200);
    });

    it('that was allowed carries no mark, whatever reason is given', async () => {
      const one = await person('Sallittu');
      const { body } = await log({
        contactIds: [one.id],
        purpose: 'direct_marketing',
        unpermittedReason: 'varmuuden vuoksi',
      }).expect(201);
      expect(body).toMatchObject({ purpose: 'direct_marketing', unpermitted: null });
    });

    it('in person is allowed until somebody objects to everything', async () => {
      const one = await person('Tavattu');
      await object(one, 'phone', 'direct_marketing');
      const visit = { type: 'visit', contactIds: [one.id], purpose: 'direct_marketing' };
      await log(visit).expect(201);
      await object(one);
      const { body } = await log(visit).expect(409);
      expect(body.permission).toMatchObject({ code: 'objected' });
    });

    it('is asked about for everybody in it, and not for want of a number that we hold', async () => {
      const [one, two] = [await person('Eka', { phones: [] }), await person('Toka')];
      await log({ contactIds: [one.id, two.id], purpose: 'survey' }).expect(201);
      await object(two, 'phone');
      await log({ contactIds: [one.id, two.id], purpose: 'survey' }).expect(409);
    });

    it('says for what, where it says why it happened, and for a purpose that there is', async () => {
      const one = await person('Epäselvä');
      const refused = async (fields: object) =>
        (await log({ contactIds: [one.id], ...fields }).expect(400)).body.fields[0];
      expect(await refused({ unpermittedReason: 'x' })).toMatchObject({ field: 'purpose', code: 'required' });
      expect(await refused({ purpose: 'arvonta' })).toMatchObject({ field: 'purpose', code: 'not_found' });
      await seller
        .patch(`/interactions/${(await log({ contactIds: [one.id] })).body.id}`, { purpose: 'survey' })
        .expect(400);
    });
  });

  it('another system is told of a no by ids alone, and asks for the rest with a login of its own (V10)', async () => {
    const url = 'http://127.0.0.1:9/hook';
    const events = ['objection.record', 'consent.withdraw', 'interaction.create'];
    const { body: hook } = await admin.post('/webhooks', { url, events }).expect(201);
    const one = await person('Kertova');
    await object(one, 'email');
    await log({ contactIds: [one.id], purpose: 'service' }).expect(201);
    const waiting = await app.rows('SELECT * FROM webhook_deliveries WHERE webhook_id = $1', [hook.id]);
    expect(waiting).toContainEqual(
      expect.objectContaining({ event: 'objection.record', subject_type: 'contact', subject_id: one.id }),
    );
    expect(waiting).toHaveLength(2);
    expect(JSON.stringify(waiting)).not.toMatch(/Kertova|@havu/);
  });
});
