import { createTestApp, startMailServer, type MailServer, type TestApp } from '@seloste/testing';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { HandOvers } from '../libs/messages/src/hand-over/hand-overs.js';
import { DkimSettings } from '../libs/templates/src/sender-domain/dkim-settings.js';
import { addPeople, provideMailings, queueMailing } from './support/messages/outbox.js';

describe('a mail of a campaign, read by other people’s libraries', () => {
  let server: MailServer;
  let app: TestApp;

  beforeAll(async () => {
    server = await startMailServer();
    app = await createTestApp({ mail: server.mail, publicUrl: 'https://crm.havukka.example' });
    await app.setUp();
    provideMailings(app);
    const context = { actor: { kind: 'system', name: 'test' }, requestId: 'test' } as const;
    await app.app
      .get(DkimSettings)
      .choose(context, { domainName: 'havukka.example', keySelector: 'seloste1' });
    await queueMailing(app, await addPeople(app, 1, { prefix: 'asa' }));
    await app.app.get(HandOvers).run();
  });
  afterAll(async () => {
    await app.close();
    await server.close();
  });

  const raw = () => server.received[0]?.raw ?? '';
  const verify = async (text: string) => {
    const [key] = await app.rows<{ public_key: string }>('SELECT public_key FROM dkim_keys');
    const asked: string[] = [];
    const resolver = (name: string) => {
      asked.push(name);
      return Promise.resolve([[`v=DKIM1; k=rsa; p=${key?.public_key}`]]);
    };
    const { results } = await dkimVerify(text, { resolver });
    return { result: results[0], asked };
  };
  /** As the text has it, unfolded. */
  const header = (name: string): string[] =>
    [
      ...(raw().split('\r\n\r\n', 1)[0] ?? '')
        .replace(/\r\n[ \t]+/g, ' ')
        .matchAll(new RegExp(`^${name}: (.*)$`, 'gim')),
    ].map((match) => match[1] ?? '');

  it('has each header once, as its readers expect it (RFC 5322, 2369, 8058)', () => {
    const [message] = server.received;
    const [link = ''] =
      /https:\/\/crm\.havukka\.example\/u\/[\w-]{32}/.exec(String(message?.mail.text)) ?? [];
    const token = link.split('/').at(-1) ?? '?';
    expect(header('List-Unsubscribe')).toEqual([
      `<${link}>, <mailto:crm@havukka.example?subject=unsubscribe%20${token}>`,
    ]);
    expect(header('List-Unsubscribe-Post')).toEqual(['List-Unsubscribe=One-Click']);
    expect(header('Precedence')).toEqual(['bulk']);
    expect(header('Content-Language')).toEqual(['sv']);
    expect(header('From')).toEqual(['Havukka Palvelut Oy <crm@havukka.example>']);
    expect(header('To')).toEqual(['asa1@kvarnen.example']);
    expect(header('Message-ID')).toEqual([expect.stringMatching(/^<[0-9a-f-]{36}@havukka\.example>$/)]);
    for (const name of ['Date', 'Subject', 'MIME-Version', 'Content-Type', 'DKIM-Signature'])
      expect(header(name)).toHaveLength(1);
    expect(message?.mail).toMatchObject({ subject: 'Kvarnen i höst – nyheter' });
    expect(message?.mail.html).toContain('Nytt om kvarnen');
    // Nothing tells us whether it was opened, and its links are as they were written.
    expect(message?.mail.html).not.toMatch(/<img/i);
  });

  it('has a valid signature over what asks to be taken off the list (RFC 6376, 8058)', async () => {
    const { result, asked } = await verify(raw());
    expect(result?.status).toMatchObject({ result: 'pass' });
    expect(asked).toEqual(['seloste1._domainkey.havukka.example']);
    const signed = (/\bh=([^;]+);/.exec(header('DKIM-Signature')[0] ?? '')?.[1] ?? '')
      .toLowerCase()
      .replace(/\s/g, '')
      .split(':');
    expect(signed).toEqual(
      expect.arrayContaining([
        'from',
        'to',
        'subject',
        'date',
        'message-id',
        'list-unsubscribe',
        'list-unsubscribe-post',
      ]),
    );
  });

  it.each([
    ['the way out is another', (text: string) => text.replace('/u/', '/x/')],
    ['one click is not enough any more', (text: string) => text.replace('One-Click', 'Two-Click')],
    ['the text is another', (text: string) => text.replace('Nytt', 'Nyss')],
  ])('is known to be changed on its way when %s', async (_, change) => {
    expect(change(raw())).not.toBe(raw());
    expect((await verify(change(raw()))).result?.status.result).not.toBe('pass');
  });
});
