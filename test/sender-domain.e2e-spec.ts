import { createPublicKey, createSign, createVerify } from 'node:crypto';
import { createSocket } from 'node:dgram';
import type { Resolver } from 'node:dns/promises';
import { DkimSigning, MAIL_DNS } from '@seloste/templates';
import { createTestApp, type Caller, type TestApp } from '@seloste/testing';
import { startNameServer, type NameServer } from './support/name-server.js';

const place = { domainName: 'havukka.example', keySelector: 'seloste1' };

describe('the domain that mail comes from', () => {
  let app: TestApp;
  let admin: Caller;
  let names: NameServer;

  beforeAll(async () => {
    names = await startNameServer();
    app = await createTestApp({
      process: 'api',
      mail: {
        smtpUrl: 'smtp://mail.havukka.example',
        mailFrom: { name: null, address: 'uutiset@post.havukka.example' },
      },
    });
    app.app.get<Resolver>(MAIL_DNS).setServers([names.address]);
    admin = await app.setUp();
  });
  beforeEach(() => names.texts.clear());
  afterAll(async () => {
    await app.close();
    await names.close();
  });

  const check = async () => (await admin.get('/sender-domain').expect(200)).body;
  const codes = async () => {
    const { spf, dkim, dmarc } = await check();
    return [spf.code, dkim.code, dmarc.code];
  };

  it('is told what is missing, in words and with the record to add', async () => {
    const body = await check();
    expect(body).toMatchObject({ domain: 'post.havukka.example', isReady: false, signing: null });
    expect(body.spf).toEqual({
      status: 'missing',
      code: 'spf_missing',
      record: null,
      advice: expect.stringContaining('SPF-tietue puuttuu'),
      suggestion: {
        name: 'post.havukka.example',
        type: 'TXT',
        value: 'v=spf1 mx a:mail.havukka.example ~all',
      },
    });
    expect(body.dkim).toMatchObject({ status: 'off', code: 'dkim_off' });
    expect(body.dmarc).toMatchObject({
      status: 'missing',
      suggestion: { name: '_dmarc.post.havukka.example', value: expect.stringContaining('v=DMARC1; p=none') },
    });
  });

  it('is said to be in order when it is, in the language of whoever asks', async () => {
    names.texts.set('post.havukka.example', ['google-site-verification=1', 'v=spf1 include:a.example -all']);
    names.texts.set('_dmarc.havukka.example', ['v=DMARC1; p=reject; rua=mailto:a@havukka.example']);
    expect(await check()).toMatchObject({
      isReady: true,
      spf: { status: 'ok', record: 'v=spf1 include:a.example -all', suggestion: null },
      dmarc: { status: 'ok', advice: 'Kunnossa.' },
    });
    for (const [language, words] of [
      ['sv', 'I sin ordning.'],
      ['en', 'In order.'],
    ]) {
      const reader = await app.signIn(admin, { roles: ['marketer'] });
      await reader.patch('/me', { language }).expect(200);
      expect((await reader.get('/sender-domain').expect(200)).body.spf.advice).toBe(words);
    }
  });

  it('is told which records are there and no use', async () => {
    names.texts.set('post.havukka.example', ['v=spf1 mx -all', 'v=spf1 a -all']);
    names.texts.set('_dmarc.post.havukka.example', ['v=DMARC1; rua=mailto:a@havukka.example']);
    expect(await codes()).toEqual(['spf_several', 'dkim_off', 'dmarc_wrong']);
    names.texts.set('post.havukka.example', ['v=spf1 mx +all']);
    names.texts.set('_dmarc.post.havukka.example', ['v=DMARC1; p=none']);
    expect(await codes()).toEqual(['spf_open', 'dkim_off', 'dmarc_observes']);
    expect((await check()).isReady).toBe(true);
  });

  it('has a key of ours that is published, and whose private half never leaves', async () => {
    const { body } = await admin.put('/sender-domain/dkim', place).expect(200);
    expect(body.dkim).toMatchObject({ status: 'missing', suggestion: body.signing.record });
    expect(body.signing.record.name).toBe('seloste1._domainkey.havukka.example');
    const { value } = body.signing.record;
    expect(value).toMatch(/^v=DKIM1; k=rsa; p=[A-Za-z0-9+/=]{300,}$/);
    const signer = await app.app.get(DkimSigning).current();
    expect(signer).toMatchObject(place);
    const key = createPublicKey({
      key: Buffer.from(value.split('p=')[1], 'base64'),
      format: 'der',
      type: 'spki',
    });
    const signature = createSign('sha256')
      .update('mail')
      .sign(signer?.privateKey ?? '');
    expect(createVerify('sha256').update('mail').verify(key, signature)).toBe(true);
    expect(JSON.stringify(body)).not.toContain('PRIVATE');
    const [row] = await app.rows('SELECT * FROM dkim_keys');
    expect(JSON.stringify(row)).not.toContain('PRIVATE');

    names.texts.set(body.signing.record.name, [value]);
    expect((await check()).dkim).toMatchObject({ status: 'ok', record: value });
    names.texts.set(body.signing.record.name, ['v=DKIM1; k=rsa; p=MIIB']);
    expect((await check()).dkim).toMatchObject({ status: 'wrong', code: 'dkim_other_key' });
  });

  it('keeps the key of a place, makes a new one for another, and forgets it when nothing is signed', async () => {
    const recordOf = async (keySelector: string) =>
      (await admin.put('/sender-domain/dkim', { ...place, keySelector }).expect(200)).body.signing.record
        .value;
    const first = await recordOf('seloste1');
    expect(await recordOf('seloste1')).toBe(first);
    expect(await recordOf('seloste2')).not.toBe(first);
    await admin.put('/sender-domain/dkim', { ...place, domainName: 'muu.example' }).expect(200);
    names.texts.set('seloste1._domainkey.muu.example', [(await check()).signing.record.value]);
    expect((await check()).dkim).toMatchObject({ status: 'weak', code: 'dkim_other_domain' });
    await admin.delete('/sender-domain/dkim').expect(204);
    await admin.delete('/sender-domain/dkim').expect(204);
    expect(await app.app.get(DkimSigning).current()).toBeNull();
    expect((await check()).signing).toBeNull();
    expect(
      await app.rows(
        `SELECT action, fields FROM audit_events WHERE action LIKE 'dkim_key.%' ORDER BY id DESC LIMIT 2`,
      ),
    ).toEqual([
      { action: 'dkim_key.delete', fields: [] },
      { action: 'dkim_key.create', fields: ['domainName', 'keySelector', 'privateKey'] },
    ]);
  });

  it('is not called wrong while the name server is silent', async () => {
    const silent = createSocket('udp4');
    await new Promise<void>((resolve) => silent.bind(0, '127.0.0.1', resolve));
    const resolver = app.app.get<Resolver>(MAIL_DNS);
    resolver.setServers([`127.0.0.1:${silent.address().port}`]);
    const began = performance.now();
    expect(await codes()).toEqual(['unknown', 'dkim_off', 'unknown']);
    expect(performance.now() - began).toBeLessThan(15_000);
    resolver.setServers([names.address]);
    silent.close();
  });

  it('is seen by who sends and who runs the settings, and changed by the latter alone', async () => {
    await app.stranger.get('/sender-domain').expect(401);
    await app.stranger.put('/sender-domain/dkim', place).expect(401);
    const marketer = await app.signIn(admin, { roles: ['marketer'] });
    await marketer.get('/sender-domain').expect(200);
    await marketer.put('/sender-domain/dkim', place).expect(403);
    await marketer.delete('/sender-domain/dkim').expect(403);
    const support = await app.signIn(admin, { roles: ['support'] });
    await support.get('/sender-domain').expect(403);
    for (const wrong of [{ domainName: 'Havukka' }, { keySelector: 'a b' }, { privateKey: 'x' }]) {
      const { body } = await admin.put('/sender-domain/dkim', { ...place, ...wrong }).expect(400);
      expect(body.code).toBe('validation_failed');
    }
  });
});

describe('without a mail server', () => {
  it('there is no domain to check', async () => {
    const app = await createTestApp({ process: 'api' });
    const admin = await app.setUp();
    const { body } = await admin.get('/sender-domain').expect(200);
    expect(body).toMatchObject({ domain: null, isReady: false, spf: { status: 'off', code: 'no_sender' } });
    await app.close();
  });
});
