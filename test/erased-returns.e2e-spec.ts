import { aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';
import { erase } from './support/erasure/erase.js';
import { aLink } from './support/links.js';
import { make, read } from './support/two-teams.js';

const comesBack = { how: 'phone', on: '2026-11-20', note: 'Soitti ja pyysi tarjousta' };

describe('an address or number of somebody who was erased (G8)', () => {
  let app: TestApp;
  let staff: Caller;
  let officer: Caller;
  let count = 0;

  beforeAll(async () => {
    app = await createTestApp();
    const admin = await app.setUp();
    officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    staff = await app.signIn(admin, { roles: ['sales_manager'] });
  });
  afterAll(() => app.close());

  /** Somebody who was here and is erased. */
  const gone = async (fields: object = {}) => {
    const n = ++count;
    const person = { emails: [`poistunut.${n}@gmail.com`], phones: [`+35840555${1000 + n}`], ...fields };
    await erase(officer, await make(staff, '/contacts', aContact(person)));
    return { email: `poistunut.${n}@gmail.com`, phone: `+35840555${1000 + n}` };
  };
  const all = async () =>
    app.rows(`SELECT (SELECT count(*) FROM contacts) AS people, (SELECT count(*) FROM contact_points) AS points,
      (SELECT jsonb_agg(s ORDER BY s.id) FROM suppressions s) AS suppressions`);
  const decision = (id: string, channel: string, purpose: string) =>
    read(staff, `/contacts/${id}/permissions/${channel}/${purpose}`);
  const refused = (field: string) => ({
    code: 'erased_person',
    fields: [{ field, code: 'erased_person', message: expect.any(String) }],
  });

  it('brings nobody in by hand: the answer names the field, no value, and says how they come back', async () => {
    const { email, phone } = await gone();
    const before = await all();
    const byEmail = await staff.post('/contacts', aContact({ emails: [email], phones: [] })).expect(409);
    expect(byEmail.body).toMatchObject(refused('emails.0'));
    const spelt = ['oma@havukka.example', email.toUpperCase().replace('@GMAIL.COM', '+x@googlemail.com')];
    const second = await staff.post('/contacts', aContact({ emails: spelt })).expect(409);
    expect(second.body).toMatchObject(refused('emails.1'));
    const byPhone = await staff
      .post('/contacts', aContact({ emails: ['oma@havukka.example'], phones: [phone] }))
      .expect(409);
    expect(byPhone.body).toMatchObject(refused('phones.0'));
    expect(JSON.stringify([byEmail.body, second.body, byPhone.body])).not.toMatch(/poistunut|40555/i);
    // Naming a source says where data came from, and not that the person came back.
    await staff.post('/contacts', aContact({ emails: [email], sources: [{ kind: 'person' }] })).expect(409);
    expect(await all()).toEqual(before);
    expect(await app.rows(`SELECT 1 FROM audit_events WHERE action = 'contact.refuse_erased'`)).toHaveLength(
      4,
    );
  });

  it('is given to nobody by an edit either, and stops no other edit', async () => {
    const { email, phone } = await gone();
    const other = await make(staff, '/contacts', aContact({ emails: [], phones: [] }));
    const before = await all();
    expect((await staff.patch(`/contacts/${other}`, { emails: [email] }).expect(409)).body).toMatchObject(
      refused('emails.0'),
    );
    expect((await staff.patch(`/contacts/${other}`, { phones: [phone] }).expect(409)).body).toMatchObject(
      refused('phones.0'),
    );
    expect(await all()).toEqual(before);
    await staff.patch(`/contacts/${other}`, { title: 'Ostaja' }).expect(200);
  });

  it('is not closed where somebody else is reached by it as well, as by a switchboard', async () => {
    const shared = { emails: ['vaihde@havukka.example'], phones: ['+358985550000'] };
    const colleague = await make(staff, '/contacts', aContact(shared));
    await gone(shared);
    for (const channel of ['email', 'phone'])
      expect(await decision(colleague, channel, 'service')).toMatchObject({ allowed: true });
    await staff.patch(`/contacts/${colleague}`, { title: 'Ostaja' }).expect(200);
    await make(staff, '/contacts', aContact(shared));
  });

  it.each([
    ['newly entered', (person: object) => make(staff, '/contacts', aContact({ ...person, comesBack }))],
    [
      'given to somebody',
      async (person: object) => {
        const id = await make(staff, '/contacts', aContact({ emails: [], phones: [] }));
        await staff.patch(`/contacts/${id}`, { ...person, comesBack }).expect(200);
        return id;
      },
    ],
  ])('comes back with whoever came back by themselves, %s: served, and not marketed to', async (_, enter) => {
    const { email, phone } = await gone();
    const id = await enter({ emails: [email], phones: [phone] });
    for (const purpose of ['newsletter', 'direct_marketing', 'profiling_sales'])
      expect(await decision(id, 'email', purpose)).toMatchObject({ allowed: false, code: 'suppressed' });
    expect(await decision(id, 'phone', 'direct_marketing')).toMatchObject({ code: 'suppressed' });
    expect(await decision(id, 'email', 'service')).toMatchObject({ allowed: true });
    const [user] = await app.rows(
      `SELECT r.how, r.came_on::text AS "on", r.note, u.name FROM erased_returns r JOIN users u ON u.id = r.recorded_by WHERE r.contact_id = $1`,
      [id],
    );
    expect(user).toEqual({ ...comesBack, name: expect.any(String) });
    expect(
      await app.rows(
        `SELECT fields, actor_id IS NOT NULL AS "byStaff" FROM audit_events WHERE subject_id = $1 AND action = 'contact.come_back'`,
        [id],
      ),
    ).toEqual([{ fields: ['how', 'on', 'note'], byStaff: true }]);
    // Their clock is a newcomer's: they are not due at once.
    expect((await read(staff, `/contacts/${id}`)).retention.dueOn).not.toBe('2026-11-23');
  });

  it('is opted in by no member of staff after that: only by the person', async () => {
    const { email } = await gone();
    const id = await make(staff, '/contacts', aContact({ emails: [email], comesBack }));
    const consent = {
      channel: 'email',
      purpose: 'newsletter',
      wording: 'Haluan uutiskirjeen',
      language: 'fi',
    };
    await staff.post(`/contacts/${id}/consents`, { ...consent, obtainedVia: 'phone' });
    expect(await decision(id, 'email', 'newsletter')).toMatchObject({ allowed: false, code: 'suppressed' });
    const token = await aLink(app, { contactId: id });
    await app.stranger.agent.post(`/p/${token}`).type('form').send('allow=email.newsletter').expect(200);
    expect(await decision(id, 'email', 'newsletter')).toMatchObject({ allowed: true });
    expect(await decision(id, 'email', 'direct_marketing')).toMatchObject({ code: 'objected' });
  });

  it('says nothing of a return where nobody of these was erased', async () => {
    const id = await make(staff, '/contacts', aContact({ emails: [`tuore@havukka.example`], comesBack }));
    expect(await app.rows('SELECT 1 FROM erased_returns WHERE contact_id = $1', [id])).toEqual([]);
    expect((await read(staff, `/contacts/${id}`)).emails).toEqual(['tuore@havukka.example']);
  });

  it.each([
    [{ how: 'list', on: '2026-11-20' }, 'comesBack.how'],
    [{ how: 'email', on: '2099-01-01' }, 'comesBack.on'],
    [{ how: 'email' }, 'comesBack.on'],
  ])('is not brought back by %j', async (said, field) => {
    const { email } = await gone();
    const { body } = await staff
      .post('/contacts', aContact({ emails: [email], comesBack: said }))
      .expect(400);
    expect(body.fields.map((refusal: { field: string }) => refusal.field)).toEqual([field]);
  });

  it('is forgotten again with the next erasure, the word of the return too', async () => {
    const { email } = await gone();
    const id = await make(staff, '/contacts', aContact({ emails: [email], comesBack }));
    await erase(officer, id);
    await staff.post('/contacts', aContact({ emails: [email] })).expect(409);
    expect(
      await app.rows('SELECT 1 FROM erased_returns WHERE contact_id = $1 AND note <> $2', [id, '—']),
    ).toEqual([]);
  });
});
