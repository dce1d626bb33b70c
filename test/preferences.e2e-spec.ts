import { languages, newId } from '@seloste/kernel';
import { AutomatedSequences, type SequenceOfPerson } from '@seloste/permissions';
import { aCompany, aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';
import { TemplateRenderers, type MergeValues } from '@seloste/templates';
import { aLink, everyRow } from './support/links.js';

interface ObjectionRow {
  channel: string;
  purpose: string;
  isWithdrawn: boolean;
}

/** Somebody who has still to be told of us. */
const toldReader: MergeValues = {
  ...{ firstName: 'Åsa', lastName: 'Lindqvist', title: null, areaOfResponsibility: null },
  ...{ company: null, ownerName: null, addressSource: null, because: null },
  ...{ noticeDue: true, purposes: {} },
  ...{ unsubscribeUrl: 'https://crm.example/u/-', preferencesUrl: 'https://crm.example/p/-' },
};

describe('the page of a person’s choices', () => {
  let app: TestApp;
  let admin: Caller;
  let companyId: string;

  beforeAll(async () => {
    app = await createTestApp({ process: 'api' });
    admin = await app.setUp();
    companyId = (await admin.post('/companies', aCompany({ name: 'Kvarnen Oy' })).expect(201)).body.id;
  });
  afterAll(() => app.close());

  const aPerson = async (fields: object = {}): Promise<string> =>
    (
      await admin
        .post('/contacts', aContact({ companyId, emails: [`${newId()}@kvarnen.example`], ...fields }))
        .expect(201)
    ).body.id;
  const see = async (token: string, query = 'lang=en') =>
    (await app.stranger.agent.get(`/p/${token}?${query}`).expect(200)).text;
  const press = async (token: string, body: string, lang = 'en') =>
    (await app.stranger.agent.post(`/p/${token}?lang=${lang}`).type('form').send(body).expect(200)).text;
  const objectionsOf = (contactId: string) =>
    app.rows<ObjectionRow>(
      `SELECT o.channel, o.purpose, w.objection_id IS NOT NULL AS "isWithdrawn" FROM objections o
       LEFT JOIN objection_withdrawals w ON w.objection_id = o.id WHERE o.contact_id = $1 ORDER BY o.recorded_at, o.channel, o.purpose`,
      [contactId],
    );
  const inForce = async (contactId: string) =>
    (await objectionsOf(contactId))
      .filter(({ isWithdrawn }) => !isWithdrawn)
      .map(({ channel, purpose }) => `${channel}.${purpose}`)
      .sort();

  it('H12: offers every channel and purpose, each kind of profiling, and nothing at all', async () => {
    const token = await aLink(app, { contactId: await aPerson({ phones: ['040 111 2233'] }) });
    const text = await see(token);
    for (const channel of ['email', 'phone', 'post'])
      for (const purpose of ['direct_marketing', 'newsletter', 'survey', 'all'])
        expect(text).toContain(`value="${channel}.${purpose}"`);
    for (const channel of ['sms', 'social', 'chat']) {
      expect(text).toContain(`value="${channel}.all"`);
    }
    expect(text).toContain('again=sms.newsletter');
    for (const purpose of ['profiling_marketing', 'profiling_sales', 'profiling_support'])
      expect(text).toContain(`value="all.${purpose}"`);
    expect(text).toContain('value="all.all"');
    expect(text).toContain('You have not said no to this.');
    expect(text).toContain('We do not do this without your consent, and you have not given it.');
    expect(text).toContain('We do not do this now. You can still say no in advance.');
  });

  it('G7, P9: says what we hold, from where, until when, and whom to ask, and gives no address away', async () => {
    const contactId = await aPerson({
      emails: ['asa.lindqvist@kvarnen.example'],
      phones: ['040 123 4567'],
      title: 'Ekonomichef',
      lastName: 'Lindqvist',
      sources: [
        { kind: 'bought_list', what: 'Vainu 2026', when: '2026-03-02' },
        { kind: 'referral', what: 'Matti Virtanen', when: '2026-04-03' },
      ],
    });
    const text = await see(await aLink(app, { contactId }));
    for (const said of [
      'This page is yours: Åsa Lindqvist.',
      'Ekonomichef, Kvarnen Oy',
      'a•••@k•••.example',
      '+358 ••• 67',
      'From a marketing register that we bought',
      'Vainu 2026',
      '2 March 2026',
      'From somebody who recommended you',
      'Your data is erased by 2 March 2027 at the latest.',
      'Contact: Havukka Palvelut Oy',
      'href="/privacy?lang=en"',
      'https://tietosuoja.fi/en/home',
    ])
      expect(text).toContain(said);
    for (const unsaid of ['asa.lindqvist', '40123', 'Virtanen', contactId, companyId])
      expect(text).not.toContain(unsaid);
  });

  it.each([
    ['fi', 'Lopetettu: uutiskirjeet puhelimitse.', 'Jos muutat mielesi'],
    ['sv', 'Stoppat: nyhetsbrev per telefon.', 'Om du ångrar dig'],
    ['en', 'Stopped: newsletters by phone.', 'If you change your mind'],
  ])('says in words what was done, and how to change one’s mind: %s', async (lang, done, change) => {
    const contactId = await aPerson();
    const text = await press(await aLink(app, { contactId }), 'stop=phone.newsletter', lang);
    expect(text).toContain(done);
    expect(text).toContain(change);
    expect(text).toContain(`<html lang="${lang}">`);
    expect(await inForce(contactId)).toEqual(['phone.newsletter']);
    const [row] = await app.rows('SELECT received_via FROM objections WHERE contact_id = $1', [contactId]);
    expect(row).toEqual({ received_via: 'preference_page' });
  });

  it('H12: a channel, a kind of profiling and everything are forbidden each by itself', async () => {
    const contactId = await aPerson();
    const token = await aLink(app, { contactId });
    expect(await press(token, 'stop=sms.all')).toContain('Stopped: all marketing by text message.');
    expect(await press(token, 'stop=all.profiling_sales')).toContain('Stopped: profiling for sales.');
    expect(await press(token, 'stop=all.all')).toContain(
      'Stopped: all marketing in every channel, and all profiling.',
    );
    await press(token, 'stop=all.all');
    expect(await inForce(contactId)).toEqual(['all.all', 'all.profiling_sales', 'sms.all']);
    expect(await see(token)).toContain('You have said no to all marketing and profiling.');
  });

  it('P9: undoing asks first, opens that one thing, and re-subscribes to nothing else', async () => {
    const contactId = await aPerson();
    const token = await aLink(app, { contactId });
    await press(token, 'stop=all.all');
    const before = await everyRow(app);
    const question = await see(token, 'lang=en&again=email.newsletter');
    expect(question).toContain('Do you want to allow this: newsletters by e-mail?');
    expect(question).toContain('Only this changes.');
    expect(await everyRow(app)).toEqual(before);
    const allowed = await press(token, 'allow=email.newsletter');
    expect(allowed).toContain('Allowed again: newsletters by e-mail.');
    expect(allowed).not.toContain('sends no more of this');
    const left = await inForce(contactId);
    expect(left).not.toContain('all.all');
    expect(left).toEqual(
      expect.arrayContaining([
        'phone.all',
        'sms.all',
        'post.all',
        'social.all',
        'chat.all',
        'email.direct_marketing',
      ]),
    );
    expect(left).toContain('all.profiling_marketing');
    expect(left).not.toContain('email.newsletter');
    const [withdrawal] = await app.rows(
      `SELECT l.kind, w.recorded_by, w.told_by FROM objection_withdrawals w JOIN contact_links l ON l.id = w.link_id WHERE w.contact_id = $1`,
      [contactId],
    );
    expect(withdrawal).toEqual({ kind: 'message', recorded_by: null, told_by: null });
    const page = await see(token);
    expect(page).toContain('value="email.newsletter"');
    expect(page).toContain('again=email.survey');
  });

  it('V2: a yes where one is needed is kept with the wording shown, its language, channel and time', async () => {
    const contactId = await aPerson({ companyId: null });
    const token = await aLink(app, { contactId, language: 'sv' });
    const question = await see(token, 'again=email.newsletter');
    const wording =
      'Jag samtycker till att Havukka Palvelut Oy använder mina uppgifter för detta: nyhetsbrev per e-post.';
    expect(question).toContain(wording);
    await press(token, 'allow=email.newsletter', 'sv');
    const consents = await app.rows(
      `SELECT c.channel, c.purpose, c.language, c.obtained_via, c.needs_confirmation, c.obtained_at IS NOT NULL AS timed, w.text, w.version
       FROM consents c JOIN consent_wordings w ON w.id = c.wording_id WHERE c.contact_id = $1`,
      [contactId],
    );
    expect(consents).toEqual([
      {
        channel: 'email',
        purpose: 'newsletter',
        language: 'sv',
        obtained_via: 'preference_page',
        needs_confirmation: false,
        timed: true,
        text: expect.stringContaining(wording),
        version: 1,
      },
    ]);
    expect(await see(token, 'lang=sv')).toContain('Du gav ditt samtycke den');
    await press(token, 'stop=email.newsletter', 'sv');
    const ended = await app.rows('SELECT received_via FROM consent_withdrawals WHERE contact_id = $1', [
      contactId,
    ]);
    expect(ended).toEqual([{ received_via: 'preference_page' }]);
    expect(await inForce(contactId)).toEqual(['email.newsletter']);
  });

  it('H12: nobody lifts somebody’s no by having their mail sent elsewhere', async () => {
    const home = `${newId()}@kvarnen.example`;
    const contactId = await aPerson({ emails: [home], phones: ['040 111 2255'] });
    await press(await aLink(app, { contactId }), 'stop=phone.direct_marketing');
    const change = async (address: string) => {
      const { version } = (await admin.get(`/contacts/${contactId}`).expect(200)).body;
      await admin
        .patch(`/contacts/${contactId}`, { emails: [address] })
        .set('If-Match', `"${version}"`)
        .expect(200);
    };
    await change('tarkkailija@other.example');
    const elsewhere = await aLink(app, { contactId });
    for (const at of ['tarkkailija@other.example', home]) {
      await change(at);
      expect(await press(elsewhere, 'allow=phone.direct_marketing')).toContain('Nothing was allowed.');
      expect(await press(elsewhere, 'allow=sms.direct_marketing')).toContain('Nothing was allowed.');
    }
    expect(await inForce(contactId)).toEqual(['phone.direct_marketing']);
    await press(elsewhere, 'stop=email.newsletter');
    expect(await inForce(contactId)).toEqual(['email.newsletter', 'phone.direct_marketing']);
    await press(await aLink(app, { contactId }), 'allow=phone.direct_marketing');
    expect(await inForce(contactId)).toEqual(['email.newsletter']);
  });

  it('a company’s no is shown, and not the person’s to lift', async () => {
    const { body: company } = await admin.post('/companies', aCompany()).expect(201);
    await admin
      .post(`/companies/${company.id}/objections`, {
        channel: 'email',
        purpose: 'all',
        receivedVia: 'letter',
      })
      .expect(201);
    const contactId = await aPerson({ companyId: company.id });
    const token = await aLink(app, { contactId });
    const text = await see(token);
    expect(text).toContain('Only the company can change that.');
    expect(text).not.toContain('again=email.newsletter');
    const { text: ofMessage } = await app.stranger.agent.get(`/u/${token}?lang=en`).expect(200);
    expect(ofMessage).toContain('Your company said no on');
    expect(ofMessage).toContain('Stop newsletters by e-mail');
    const before = await everyRow(app);
    await app.stranger.agent.post(`/p/${token}`).type('form').send('allow=email.newsletter').expect(400);
    expect(await everyRow(app)).toEqual(before);
    expect(await see(await aLink(app, { contactId }), 'lang=fi')).toContain(
      'Vain yritys voi perua kieltonsa.',
    );
  });

  it('V2: double opt-in counts when it is pressed, not when it is opened', async () => {
    const contactId = await aPerson();
    const { body: consent } = await admin
      .post(`/contacts/${contactId}/consents`, {
        channel: 'email',
        purpose: 'newsletter',
        wording: 'Jag vill ha nyhetsbrevet.',
        language: 'sv',
        obtainedVia: 'event',
      })
      .expect(201);
    await app.rows('UPDATE consents SET needs_confirmation = true WHERE id = $1', [consent.id]);
    const token = await aLink(app, {
      contactId,
      kind: 'confirmation',
      consentId: consent.id,
      language: 'sv',
    });
    const before = await everyRow(app);
    const { text } = await app.stranger.agent.get(`/c/${token}`).expect(200);
    expect(text).toContain('Jag vill ha nyhetsbrevet.');
    expect(text).toContain('utan bekräftelse träder det inte i kraft');
    await app.stranger.agent.post(`/c/${token}`).type('form').send('').expect(400);
    expect(await everyRow(app)).toEqual(before);
    const confirm = () => app.stranger.agent.post(`/c/${token}`).type('form').send('confirm=yes').expect(200);
    expect((await confirm()).text).toContain('Tack, ditt samtycke är bekräftat.');
    expect((await confirm()).text).toContain('Du bekräftade det här samtycket den');
    expect(
      await app.rows('SELECT consent_id FROM consent_confirmations WHERE contact_id = $1', [contactId]),
    ).toEqual([{ consent_id: consent.id }]);
  });

  it('P9: a restricted person sees and decides like anybody', async () => {
    const contactId = await aPerson({ companyId: null });
    const token = await aLink(app, { contactId });
    await app.rows('UPDATE contacts SET restricted = true WHERE id = $1', [contactId]);
    expect(await see(token)).toContain('The use of your data is restricted');
    await press(token, 'stop=all.newsletter');
    await press(token, 'stop=all.newsletter');
    expect(await inForce(contactId)).toEqual(['all.newsletter']);
    await press(token, 'allow=email.newsletter');
    expect(await inForce(contactId)).toEqual([
      'chat.newsletter',
      'phone.newsletter',
      'post.newsletter',
      'sms.newsletter',
      'social.newsletter',
    ]);
    const [hidden] = await app.rows(
      'SELECT bool_and(restricted) AS all FROM objections WHERE contact_id = $1',
      [contactId],
    );
    expect(hidden).toEqual({ all: true });
    expect(await app.rows('SELECT restricted FROM consents WHERE contact_id = $1', [contactId])).toEqual([
      { restricted: true },
    ]);
  });

  it('V5: lists what is sent by itself, and ends it', async () => {
    const contactId = await aPerson();
    const token = await aLink(app, { contactId });
    const run: SequenceOfPerson = {
      id: newId(),
      name: 'Opas <1>',
      startedAt: new Date('2026-03-02'),
      stoppedAt: null,
    };
    const stopped: object[] = [];
    app.app.get(AutomatedSequences).provide({
      of: (_reader, id) => Promise.resolve(id === contactId ? [run] : []),
      stop: (_tx, _context, what) => Promise.resolve(void stopped.push(what)),
    });
    const text = await see(token);
    expect(text).toContain('Opas &#60;1&#62;');
    expect(text).toContain('Began on 2 March 2026.');
    expect(await press(token, `end=${run.id}`)).toContain(
      'Stopped: the automatic messages “Opas &#60;1&#62;”.',
    );
    expect(stopped).toEqual([expect.objectContaining({ contactId, id: run.id })]);
    await app.stranger.agent.post(`/p/${token}`).type('form').send(`end=${newId()}`).expect(400);
    app.app.get(AutomatedSequences).provide({ of: () => Promise.resolve([]), stop: () => Promise.resolve() });
  });

  it.each([
    'stop=email.nonsense',
    'stop=email.service',
    'stop=pigeon.all',
    'allow=all.all',
    'allow=all.newsletter',
    'allow=email.all',
    'allow=email.profiling_sales',
    'allow=sms.newsletter',
    'allow=chat.newsletter',
    'end=x',
    'stop[]=all.all',
    '__proto__=x',
    '',
  ])('does nothing with what is not among the choices: %s', async (body) => {
    const token = await aLink(app, { contactId: await aPerson() });
    const before = await everyRow(app);
    const { text } = await app.stranger.agent.post(`/p/${token}?lang=en`).type('form').send(body).expect(400);
    expect(text).toContain('Nothing was changed');
    expect(await everyRow(app)).toEqual(before);
  });

  it.each(['fi', 'sv', 'en'])('is whole in less than 15 kB: %s', async (lang) => {
    const contactId = await aPerson({
      emails: ['a@kvarnen.example'],
      phones: ['040 123 4567'],
      title: 'Ekonomichef',
    });
    const token = await aLink(app, { contactId });
    await press(token, 'stop=all.all');
    for (const path of [`/p/${token}`, `/u/${token}`, `/p/${token}`, '/privacy']) {
      const { text } = await app.stranger.agent.get(`${path}?lang=${lang}`).expect(200);
      expect(Buffer.byteLength(text)).toBeLessThan(15_000);
    }
    const other = await aLink(app, { contactId: await aPerson() });
    expect(Buffer.byteLength(await see(other, `lang=${lang}`))).toBeLessThan(15_000);
  });

  it('H1: the privacy statement names the purposes in use and their grounds', async () => {
    const { text } = await app.stranger.agent.get('/privacy?lang=sv').expect(200);
    expect(text).toContain('Havukka Palvelut Oy för ett kund- och marknadsföringsregister');
    expect(text).toContain('Rättslig grund: berättigat intresse');
    expect(text).not.toContain('Profilering för försäljning');
  });

  it.each(languages)(
    'H1: the privacy statement holds in %s all that the notice in a message says is there',
    async (language) => {
      const letters = app.app.get(TemplateRenderers);
      const words = { subject: 'a', body: 'b' };
      const letter = await letters.letterRenderer('newsletter', language, words);
      const { html } = letter.render(toldReader);
      const named = [...html.matchAll(/<strong>([^<]+):<\/strong> ([^<]+)</g)].map(([, ...said]) => said);
      expect(named).toHaveLength(4);
      const { text } = await app.stranger.agent.get(`/privacy?lang=${language}`).expect(200);
      for (const [heading = '', said = ''] of named) {
        expect(text).toContain(`<h2>${heading}</h2>`);
        expect(text).toContain(said);
      }
    },
  );
});
