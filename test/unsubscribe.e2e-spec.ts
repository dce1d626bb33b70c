import { aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';
import { aLink, everyRow } from './support/links.js';

const oneClick = 'List-Unsubscribe=One-Click';

interface ObjectionRow {
  channel: string;
  purpose: string;
  received_via: string;
  message_id: string;
  restricted: boolean;
}

describe('the link in a message', () => {
  let app: TestApp;
  let admin: Caller;

  beforeAll(async () => {
    app = await createTestApp({ process: 'api' });
    admin = await app.setUp();
  });
  afterAll(() => app.close());

  const aPerson = async (fields: object = {}): Promise<string> => {
    const { body } = await admin
      .post('/contacts', aContact({ emails: [`p${Math.random()}@kvarnen.example`], ...fields }))
      .expect(201);
    return body.id;
  };
  const open = (path: string) => app.stranger.agent.get(path);
  const post = (path: string, body: string) => app.stranger.agent.post(path).type('form').send(body);
  const objectionsOf = (contactId: string) =>
    app.rows<ObjectionRow>('SELECT * FROM objections WHERE contact_id = $1 ORDER BY id', [contactId]);

  it('C8: is looked at by people, scanners and prefetchers without anything changing', async () => {
    const token = await aLink(app, { contactId: await aPerson() });
    const before = await everyRow(app);
    await open(`/u/${token}`)
      .expect(200)
      .expect('Content-Type', /text\/html/);
    await open(`/u/${token}?stop=this&List-Unsubscribe=One-Click`).expect(200);
    await open(`/u/${token}`).set({ 'Sec-Purpose': 'prefetch', Purpose: 'prefetch' }).expect(200);
    await app.stranger.agent.head(`/u/${token}`).expect(200);
    await app.stranger.agent.options(`/u/${token}`);
    await open(`/p/${token}?again=email.newsletter`).expect(200);
    await open(`/c/${token}`).expect(200);
    expect(await everyRow(app)).toEqual(before);
  });

  it('C8, H12: one click objects to the message’s channel and purpose at once, and twice is once', async () => {
    const contactId = await aPerson();
    const token = await aLink(app, { contactId, language: 'sv' });
    const { text } = await post(`/u/${token}`, oneClick)
      .expect(200)
      .expect('Content-Type', /text\/plain/);
    expect(text).toMatch(/^Klart\. Du får inte fler meddelanden/);
    expect(text).toContain(`http://127.0.0.1/p/${token}`);
    await post(`/u/${token}`, oneClick).expect(200);
    await Promise.all([1, 2, 3].map(() => post(`/u/${token}`, oneClick).expect(200)));
    expect(await objectionsOf(contactId)).toEqual([
      expect.objectContaining({ channel: 'email', purpose: 'newsletter', received_via: 'one_click' }),
    ]);
    const [{ message_id: messageId } = { message_id: null }] = await objectionsOf(contactId);
    expect(messageId).not.toBeNull();
    expect(
      await app.rows(
        `SELECT actor_kind, actor_name FROM audit_events WHERE action = 'objection.record' AND subject_id = $1`,
        [contactId],
      ),
    ).toEqual([{ actor_kind: 'system', actor_name: 'person' }]);
  });

  it('C8: takes the click in either form of RFC 8058, from wherever the mail program is', async () => {
    const foreign = {
      Origin: 'https://mail.example',
      'Sec-Fetch-Site': 'cross-site',
      Cookie: 'seloste_session=x',
    };
    const contactId = await aPerson();
    const token = await aLink(app, { contactId });
    await app.stranger.agent
      .post(`/u/${token}`)
      .set(foreign)
      .field('List-Unsubscribe', 'One-Click')
      .expect(200)
      .expect((response) => expect(response.headers['set-cookie']).toBeUndefined());
    expect(await objectionsOf(contactId)).toHaveLength(1);
    await app.stranger.agent.post('/api/v1/sessions').set(foreign).send({}).expect(403);
  });

  it('changes nothing when what is posted says nothing, is no form, or is too large', async () => {
    const token = await aLink(app, { contactId: await aPerson() });
    const before = await everyRow(app);
    const agent = app.stranger.agent;
    await post(`/u/${token}`, '').expect(400);
    await post(`/u/${token}`, 'stop=nothing').expect(400);
    await post(`/u/${token}`, `stop=this&x=${'x'.repeat(20_000)}`).expect(400);
    await agent.post(`/u/${token}`).send({ stop: 'this' }).expect(400);
    await agent.post(`/u/${token}`).type('multipart/form-data').send('no boundary').expect(400);
    await agent.post(`/u/${token}`).type('multipart/form-data; boundary=x').send('--x\r\nbroken').expect(400);
    await agent.put(`/u/${token}`).send({}).expect(404);
    expect(await everyRow(app)).toEqual(before);
  });

  it('H12: says who writes and why, and its button stops that and offers everything', async () => {
    const contactId = await aPerson({ emails: ['asa.lindqvist@kvarnen.example'] });
    const token = await aLink(app, { contactId, language: 'en', purpose: 'survey' });
    const { text } = await open(`/u/${token}`).expect(200);
    expect(text).toContain('<html lang="en">');
    expect(text).toContain(
      'Havukka Palvelut Oy sent you a message with this link. The message was about: surveys by e-mail.',
    );
    expect(text).toContain('a•••@k•••.example');
    expect(text).not.toContain('asa.lindqvist');
    const { text: result } = await post(`/u/${token}`, 'stop=this').expect(200);
    expect(result).toContain('Stopped: surveys by e-mail.');
    expect(result).toContain('value="everything"');
    expect(result).toContain(`/p/${token}`);
    await post(`/u/${token}`, 'stop=everything').expect(200);
    expect(await objectionsOf(contactId)).toEqual([
      expect.objectContaining({ channel: 'email', purpose: 'survey', received_via: 'unsubscribe_page' }),
      expect.objectContaining({ channel: 'all', purpose: 'all', received_via: 'unsubscribe_page' }),
    ]);
    const { text: again } = await open(`/u/${token}`).expect(200);
    expect(again).toContain('You already said no to this on');
  });

  it.each([
    ['fi', 'Lopeta uutiskirjeet sähköpostitse'],
    ['sv', 'Stoppa nyhetsbrev per e-post'],
    ['en', 'Stop newsletters by e-mail'],
  ] as const)(
    'is written in the language of its message, or the one that is chosen: %s',
    async (language, words) => {
      const contactId = await aPerson();
      const own = await open(`/u/${await aLink(app, { contactId, language })}`);
      expect(own.text).toContain(`<html lang="${language}">`);
      expect(own.text).toContain(words);
      const other = await open(
        `/u/${await aLink(app, { contactId, language: language === 'fi' ? 'sv' : 'fi' })}?lang=${language}`,
      );
      expect(other.text).toContain(words);
      expect(other.text).toContain(`action="?lang=${language}"`);
    },
  );

  it('V4: of a service message stops the marketing of its channel, for service itself is nobody’s to stop', async () => {
    const contactId = await aPerson();
    const token = await aLink(app, { contactId, purpose: 'service' });
    await post(`/u/${token}`, oneClick).expect(200);
    expect(await objectionsOf(contactId)).toEqual([
      expect.objectContaining({ channel: 'email', purpose: 'all' }),
    ]);
  });

  it('P9: works for a restricted person', async () => {
    const contactId = await aPerson();
    const token = await aLink(app, { contactId });
    await app.rows('UPDATE contacts SET restricted = true WHERE id = $1', [contactId]);
    await open(`/u/${token}`)
      .expect(200)
      .expect(/Lopeta uutiskirjeet/);
    await post(`/u/${token}`, oneClick).expect(200);
    await post(`/u/${token}`, oneClick).expect(200);
    expect(await objectionsOf(contactId)).toEqual([
      expect.objectContaining({ channel: 'email', purpose: 'newsletter', restricted: true }),
    ]);
  });

  it('of somebody erased, and one that nobody was given, says politely what is known, and where to write', async () => {
    const gone = await aPerson({ lastName: 'Poistettava' });
    const token = await aLink(app, { contactId: gone, language: 'sv' });
    const pseudonymised = await aPerson();
    const other = await aLink(app, { contactId: pseudonymised, language: 'sv' });
    await app.rows('DELETE FROM contacts WHERE id = $1', [gone]);
    await app.rows(`UPDATE contacts SET erased_at = now() WHERE id = $1`, [pseudonymised]);
    for (const path of [
      `/u/${token}`,
      `/p/${token}`,
      `/c/${token}`,
      `/u/${other}`,
      `/p/${other}`,
      `/c/${other}`,
    ]) {
      const { text } = await open(path).expect(200);
      expect(text).toContain('Du får inga fler meddelanden');
      expect(text).toContain('så stoppar vi dem: Havukka Palvelut Oy');
      expect(text).not.toContain('Poistettava');
    }
    const { text } = await post(`/u/${token}`, oneClick).expect(200);
    expect(text).toMatch(/^Du får inga fler meddelanden\. .* så stoppar vi dem: Havukka Palvelut Oy/);
    await post(`/u/${token}`, 'stop=this').expect(200);
    await post(`/u/${other}`, oneClick).expect(200);
  });

  it.each([
    ['fi', 'Linkki ei ole voimassa', 'Jos saat yhä viestejä'],
    ['sv', 'Länken gäller inte', 'Om du ändå får meddelanden'],
    ['en', 'This link is not valid', 'If you still get messages'],
  ])('that nobody was given promises nothing but what is known: %s', async (lang, title, still) => {
    const { text } = await open(`/u/${'0'.repeat(32)}?lang=${lang}`).expect(200);
    expect(text).toContain(`<h1>${title}</h1>`);
    expect(text).toContain(still);
    const { text: line } = await post(`/u/${'0'.repeat(32)}?lang=${lang}`, oneClick).expect(200);
    expect(line).toContain(`${title}. `);
    expect(line).toContain(still);
  });

  it.each(['.', '/', '%20', ')', '%3E', ',', '*', '_', '%E2%80%A6', './'])(
    'works with what a text puts behind an address: %s',
    async (behind) => {
      const contactId = await aPerson();
      const token = await aLink(app, { contactId, language: 'en' });
      expect((await open(`/u/${token}${behind}`).expect(200)).text).toContain('Stop newsletters by e-mail');
      expect((await post(`/u/${token}${behind}`, oneClick).expect(200)).text).toMatch(/^Done\. You will get/);
      expect(await objectionsOf(contactId)).toHaveLength(1);
    },
  );

  it.each([
    ['fi', 'Linkki ei ole kokonainen', 'Avaa linkki uudelleen viestistä.'],
    ['sv', 'Länken är ofullständig', 'Öppna länken på nytt från meddelandet.'],
    ['en', 'This link is not complete', 'Open it from the message again.'],
  ])('that lost a part says so, and never that it is done: %s', async (lang, title, what) => {
    const token = await aLink(app, { contactId: await aPerson() });
    const before = await everyRow(app);
    const from = { 'X-Forwarded-For': `198.51.100.${lang.charCodeAt(0)}` };
    for (const broken of [token.slice(0, -1), token.slice(1), `${token}x`, `${token}/x`]) {
      const { text } = await open(`/u/${broken}?lang=${lang}`).set(from).expect(200);
      expect(text).toContain(`<h1>${title}</h1>`);
      expect(text).toContain(what);
      expect(text).toContain('Havukka Palvelut Oy');
      expect((await open(`/p/${broken}?lang=${lang}`).set(from).expect(200)).text).toContain(title);
      const { text: line } = await post(`/u/${broken}?lang=${lang}`, oneClick).set(from).expect(400);
      expect(line).toContain(`${title}. `);
      expect((await post(`/u/${broken}?lang=${lang}`, 'stop=this').set(from).expect(400)).text).toContain(
        title,
      );
      await post(`/p/${broken}`, 'stop=all.all').set(from).expect(400);
      await post(`/c/${broken}`, 'confirm=yes').set(from).expect(400);
    }
    expect(await everyRow(app)).toEqual(before);
  });

  it.each(['x', '%00', '%E0%A4%A', 'a/b/c', '..%2f..%2fetc', encodeURI('ä'.repeat(300)), 'x'.repeat(4000)])(
    'that is no token at all is answered alike, whatever it looks like: %.20s',
    async (token) => {
      const before = await everyRow(app);
      const address = { 'X-Forwarded-For': '198.51.100.7' };
      const { text } = await open(`/u/${token}?lang=fi`).set(address).expect(200);
      expect(text).toContain('Linkki ei ole kokonainen');
      await post(`/u/${token}`, oneClick).set(address).expect(400);
      expect(await everyRow(app)).toEqual(before);
    },
  );

  it('sets no cookie, is kept by nobody, runs and loads nothing, and tells nobody its address', async () => {
    const token = await aLink(app, { contactId: await aPerson() });
    for (const response of [
      await open(`/u/${token}`),
      await post(`/u/${token}`, oneClick),
      await open(`/p/${token}`),
    ]) {
      expect(response.headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
        'content-security-policy': expect.stringMatching(
          /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/,
        ),
      });
      expect(response.headers['set-cookie']).toBeUndefined();
      expect(response.headers.etag).toBeUndefined();
      expect(response.text).not.toMatch(/<script|\son\w+=|src=|https?:\/\/(?!127\.0\.0\.1|tietosuoja\.fi)/);
    }
  });

  it('is never locked to a mail provider that clicks for many, while who guesses is slowed down', async () => {
    const contactId = await aPerson();
    const token = await aLink(app, { contactId });
    const provider = { 'X-Forwarded-For': '203.0.113.5' };
    for (let times = 0; times < 400; times++) await post(`/u/${token}`, oneClick).set(provider).expect(200);
    const guess = () => open('/u/guess?lang=en').set(provider);
    const statuses = [];
    for (let times = 0; times < 61; times++) statuses.push((await guess()).status);
    expect(statuses.slice(0, 60)).toEqual(Array(60).fill(200));
    const refused = await guess().expect(429).expect('Content-Type', /html/);
    expect(refused.text).toContain('Too many requests came in a short time');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await post(`/u/${token}`, oneClick).set(provider).expect(200);
  });
});
