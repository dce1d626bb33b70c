import { randomBytes } from 'node:crypto';
import { newId } from '@seloste/kernel';
import { Consents } from '@seloste/permissions';
import { Database } from '@seloste/platform';
import { aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';
import { make, read } from './support/two-teams.js';

describe('V2: a consent that the person is asked to confirm (double opt-in)', () => {
  let app: TestApp;
  let staff: Caller;
  let postmaster: Caller;
  let addresses = 0;

  beforeAll(async () => {
    app = await createTestApp();
    const admin = await app.setUp();
    staff = await app.signIn(admin, { roles: ['sales_manager'] });
    postmaster = await app.signIn(admin, { roles: ['admin', 'privacy_officer'] });
  });
  afterAll(() => app.close());

  const anAddress = () => `suostuja${++addresses}@havukka.example`;
  const aPerson = (fields: object = {}) => make(staff, '/contacts', aContact(fields));
  const consentsOf = async (id: string) => (await read(staff, `/contacts/${id}/consents`)).items;
  const actsOn = async (id: string) =>
    (
      await app.rows<{ action: string }>(
        `SELECT action FROM audit_events WHERE subject_id = $1 AND action ~ '^consent' AND class = 'decision' ORDER BY id`,
        [id],
      )
    ).map(({ action }) => action);
  const inTransaction = <T>(work: (tx: Parameters<Consents['record']>[0]) => Promise<T>) =>
    app.app.get(Database).transaction(work);
  const bySelf = { actor: { kind: 'system' as const, name: 'person' }, requestId: '' };
  const linkOf = async (
    contactId: string,
    consentId: string,
    email: string | null = null,
  ): Promise<string> => {
    const id = newId();
    await app.rows(
      `INSERT INTO contact_links (id, token_hash, contact_id, kind, language, consent_id, address_digest, issued_at)
       VALUES ($1, $2, $3, 'confirmation', 'fi', $4, (SELECT digest FROM contact_points WHERE contact_id = $3 AND value = $5), now())`,
      [id, randomBytes(32), contactId, consentId, email],
    );
    return id;
  };

  const asked = {
    channel: 'email',
    purpose: 'newsletter',
    wording: 'Haluan uutiskirjeen sähköpostiini.',
    language: 'fi',
    obtainedVia: 'form',
    obtainedAt: '2026-01-02T10:00:00Z',
    needsConfirmation: true,
  } as const;
  const ask = async (id: string, fields: object = {}) =>
    (await staff.post(`/contacts/${id}/consents`, { ...asked, ...fields }).expect(201)).body;
  const decision = async (id: string) =>
    (await read(staff, `/contacts/${id}/permissions/email/newsletter`)) as {
      allowed: boolean;
      code: string;
    };
  const letterTo = async (to: string) => {
    const { items } = (await read(postmaster, '/mailbox?limit=200')) as {
      items: { id: string; to: string }[];
    };
    const found = items.filter((letter) => letter.to === to);
    expect(found).toHaveLength(1);
    return read(postmaster, `/mailbox/${found[0]?.id}`);
  };
  const pathIn = (text: string): string => /\/c\/[\w-]{32}/.exec(text)?.[0] ?? '';
  const open = (path: string) => app.stranger.agent.get(path).expect(200);
  const press = (path: string) => app.stranger.agent.post(path).type('form').send('confirm=yes').expect(200);

  it('counts when they press the button behind the link in their letter; opening it changes nothing', async () => {
    const email = anAddress();
    const id = await aPerson({ emails: [email], language: 'sv' });
    const consent = await ask(id);
    expect(consent).toMatchObject({ needsConfirmation: true, confirmedAt: null, inForce: false });
    expect(await decision(id)).toMatchObject({ allowed: false, code: 'consent_unconfirmed' });
    const letter = await letterTo(email);
    expect(letter).toMatchObject({
      template: 'consent_confirmation',
      language: 'sv',
      subject: expect.stringContaining('Bekräfta ditt samtycke'),
    });
    for (const said of [`> ${asked.wording}`, 'den 2 januari 2026', 'behöver du inte göra något'])
      expect(letter.text).toContain(said);
    const path = pathIn(letter.text);
    expect((await open(path)).text).toContain(asked.wording);
    expect(await consentsOf(id)).toEqual([consent]);
    await press(path);
    const [confirmed] = await consentsOf(id);
    expect(confirmed).toMatchObject({ id: consent.id, confirmedAt: expect.any(String), inForce: true });
    expect(await decision(id)).toMatchObject({ allowed: true, code: 'consent' });
    await press(path);
    expect(await consentsOf(id)).toEqual([confirmed]);
    expect(await actsOn(id)).toEqual(['consent.record', 'consent.ask', 'consent.confirm']);
  });

  describe('whose letter is asked for once more', () => {
    const again = (contactId: string, consentId: string, caller = staff) =>
      caller.post(`/contacts/${contactId}/consents/${consentId}/confirmation-requests`);
    const anHourPasses = (consentId: string) =>
      app.rows(
        `UPDATE contact_links SET issued_at = issued_at - interval '61 minutes' WHERE consent_id = $1`,
        [consentId],
      );
    const linksOf = (consentId: string) =>
      app.rows('SELECT id FROM contact_links WHERE consent_id = $1', [consentId]);

    it('is sent to the address as it is now, with a link that confirms it', async () => {
      const [wrong, email] = [anAddress(), anAddress()];
      const id = await aPerson({ emails: [wrong] });
      const consent = await ask(id);
      await staff.patch(`/contacts/${id}`, { emails: [email] }).expect(200);
      await anHourPasses(consent.id);
      expect((await again(id, consent.id).expect(202)).text).toBe('');
      const letter = await letterTo(email);
      expect(letter.template).toBe('consent_confirmation');
      expect(await actsOn(id)).toEqual(['consent.record', 'consent.ask', 'consent.ask']);
      await press(pathIn(letter.text));
      expect((await consentsOf(id))[0]).toMatchObject({ id: consent.id, inForce: true });
    });

    it('is sent once an hour, however many ask at once', async () => {
      const id = await aPerson({ emails: [anAddress()] });
      const consent = await ask(id);
      expect((await again(id, consent.id).expect(409)).body.code).toBe('asked_recently');
      expect(await linksOf(consent.id)).toHaveLength(1);
      await anHourPasses(consent.id);
      const answers = await Promise.all(Array.from({ length: 4 }, () => again(id, consent.id)));
      expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409, 409]);
      expect(await linksOf(consent.id)).toHaveLength(2);
    });

    it('is not sent where nothing waits for it', async () => {
      const email = anAddress();
      const id = await aPerson({ emails: [email] });
      const [plain, withdrawn, confirmed] = [
        await ask(id, { needsConfirmation: false }),
        await ask(await aPerson({ emails: [anAddress()] })),
        await ask(id),
      ];
      const holder = (
        await app.rows<{ id: string }>('SELECT contact_id AS id FROM consents WHERE id = $1', [withdrawn.id])
      )[0]?.id as string;
      await staff.delete(`/contacts/${holder}/consents/${withdrawn.id}`).expect(200);
      await press(pathIn((await letterTo(email)).text));
      for (const [contactId, one] of [
        [id, plain],
        [holder, withdrawn],
        [id, confirmed],
      ]) {
        await anHourPasses(one.id);
        expect((await again(contactId, one.id).expect(409)).body.code).toBe('not_awaiting_confirmation');
      }
    });

    it('is not sent to whom said no since (H12)', async () => {
      const id = await aPerson({ emails: [anAddress()] });
      const consent = await ask(id);
      await anHourPasses(consent.id);
      await staff.post(`/contacts/${id}/objections`, { channel: 'email', purpose: 'all' }).expect(201);
      const { body } = await again(id, consent.id).expect(409);
      expect(body).toMatchObject({ code: 'not_permitted', permission: { code: 'objected' } });
      expect(await linksOf(consent.id)).toHaveLength(1);
    });

    it('is refused where no letter can go, to strangers, and for what is not there', async () => {
      const id = await aPerson({ emails: [anAddress()] });
      const consent = await ask(id);
      await anHourPasses(consent.id);
      await staff.patch(`/contacts/${id}`, { emails: [] }).expect(200);
      expect((await again(id, consent.id).expect(400)).body.fields).toMatchObject([{ code: 'no_address' }]);
      await again(id, consent.id, app.stranger).expect(401);
      await again(id, newId()).expect(404);
      await again(await aPerson(), consent.id).expect(404);
      await again(id, 'x').expect(404);
    });
  });

  it('is not confirmed by the link of another consent', async () => {
    const [first, second] = [anAddress(), anAddress()];
    const [id, other] = [await aPerson({ emails: [first] }), await aPerson({ emails: [second] })];
    const [mine, theirs] = [await ask(id), await ask(other)];
    await press(pathIn((await letterTo(second)).text));
    expect((await consentsOf(id))[0]).toEqual(mine);
    expect((await consentsOf(other))[0]).toMatchObject({ id: theirs.id, inForce: true });
    const linkId = await linkOf(id, theirs.id, first);
    const mixed = { contactId: id, consentId: mine.id, linkId };
    expect(await inTransaction((tx) => app.app.get(Consents).confirm(tx, bySelf, mixed))).toBe(false);
    expect((await consentsOf(id))[0]).toEqual(mine);
  });

  it.each([
    ['fi', 'joka ei ole enää'],
    ['sv', 'som inte längre är din'],
    ['en', 'not yours any more'],
  ])('is not confirmed from an address that is theirs no more: %s', async (lang, said) => {
    const [old, email] = [anAddress(), anAddress()];
    const id = await aPerson({ emails: [old] });
    const consent = await ask(id);
    const path = `${pathIn((await letterTo(old)).text)}?lang=${lang}`;
    await staff.patch(`/contacts/${id}`, { emails: [email] }).expect(200);
    const shown = (await open(path)).text;
    for (const page of [shown, (await press(path)).text]) {
      expect(page).toContain(said);
      expect(page).not.toContain('name="confirm"');
    }
    expect(await consentsOf(id)).toEqual([consent]);
    const linkId = await linkOf(id, consent.id);
    const forged = { contactId: id, consentId: consent.id, linkId };
    expect(await inTransaction((tx) => app.app.get(Consents).confirm(tx, bySelf, forged))).toBe(false);
    expect(await actsOn(id)).toEqual(['consent.record', 'consent.ask']);
    await staff.patch(`/contacts/${id}`, { emails: [email, old] }).expect(200);
    await press(path);
    expect((await consentsOf(id))[0]).toMatchObject({ inForce: true });
  });

  it.each([
    [{ channel: 'sms' }, 'email_only'],
    [{ channel: 'all' }, 'email_only'],
    [{ needsConfirmation: 'yes' }, 'isBoolean'],
    [{ needsConfirmation: null }, 'isBoolean'],
  ])('is refused with %j', async (wrong, code) => {
    const id = await aPerson({ emails: [anAddress()] });
    const { body } = await staff.post(`/contacts/${id}/consents`, { ...asked, ...wrong }).expect(400);
    expect(body.fields).toEqual([expect.objectContaining({ field: 'needsConfirmation', code })]);
    expect(await consentsOf(id)).toEqual([]);
  });

  it('is refused of whom no letter reaches, and changes nothing', async () => {
    const gone = anAddress();
    const [id, unreached] = [await aPerson(), await aPerson({ emails: [gone] })];
    await app.rows(
      `INSERT INTO undeliverable_addresses (digest, since, status) SELECT digest, now(), '5.1.1' FROM contact_points WHERE value = $1`,
      [gone],
    );
    for (const person of [id, unreached]) {
      const { body } = await staff.post(`/contacts/${person}/consents`, asked).expect(400);
      expect(body.fields).toEqual([
        expect.objectContaining({ field: 'needsConfirmation', code: 'no_address' }),
      ]);
      expect(await consentsOf(person)).toEqual([]);
      expect(await actsOn(person)).toEqual([]);
    }
  });

  it('counts only after it, once; a link that was used twice is no harm', async () => {
    const email = anAddress();
    const id = await aPerson({ emails: [email] });
    const consents = app.app.get(Consents);
    const consentId = await inTransaction((tx) =>
      consents.record(tx, bySelf, { ...asked, obtainedAt: new Date(asked.obtainedAt), contactId: id }),
    );
    expect((await consentsOf(id))[0]).toMatchObject({
      needsConfirmation: true,
      confirmedAt: null,
      inForce: false,
    });
    const linkId = await linkOf(id, consentId, email);
    const confirm = (contactId: string) =>
      inTransaction((tx) => consents.confirm(tx, bySelf, { contactId, consentId, linkId }));
    expect(await confirm(await aPerson())).toBe(false);
    expect([await confirm(id), await confirm(id)]).toEqual([true, true]);
    expect((await consentsOf(id))[0]).toMatchObject({
      confirmedAt: expect.any(String),
      inForce: true,
      recordedBy: null,
    });
    expect(await actsOn(id)).toEqual(['consent.record', 'consent.ask', 'consent.confirm']);
  });
});
