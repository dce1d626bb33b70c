import { loadConfig } from './app-config.js';

const env = { DATABASE_URL: 'postgres://seloste:secret@127.0.0.1:5432/seloste' };

describe('the configuration', () => {
  it('has a default for everything but the database', () => {
    expect(loadConfig(env)).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:3000',
      process: 'all',
      smtpUrl: null,
      mailFrom: null,
      setupToken: null,
      trustedProxies: ['loopback'],
    });
  });

  it.each([
    ['PORT', 'http', /PORT must be/],
    ['PORT', '70000', /PORT must be/],
    ['SELOSTE_HOST', 'not a host', /SELOSTE_HOST must be/],
    ['SELOSTE_PUBLIC_URL', 'crm.example.fi', /SELOSTE_PUBLIC_URL is not/],
    ['SMTP_URL', 'http://mail.example.fi', /SMTP_URL is not/],
    ['SMTP_URL', 'smtp://mail.example.fi', /SELOSTE_MAIL_FROM must be/],
    ['SELOSTE_MAIL_FROM', 'Havukka Oy', /SELOSTE_MAIL_FROM must be/],
    ['SELOSTE_TRUSTED_PROXIES', '0.0.0.0/0', /SELOSTE_TRUSTED_PROXIES must/],
    ['SELOSTE_TRUSTED_PROXIES', 'proxy.example', /SELOSTE_TRUSTED_PROXIES must/],
    ['SELOSTE_PROCESS', 'both', /SELOSTE_PROCESS must be/],
    ['SELOSTE_SETUP_TOKEN', 'short', /SELOSTE_SETUP_TOKEN must be/],
    ['DATABASE_URL', 'mysql://x', /DATABASE_URL is not/],
    ['DATABASE_URL', '', /DATABASE_URL is missing/],
  ])('refuses %s=%s with one sentence', (name, value, sentence) => {
    expect(() => loadConfig({ ...env, [name]: value })).toThrow(sentence);
  });

  it.each([
    [
      { SMTP_URL: 'smtps://crm%40havukka.example:x@mail.example' },
      { name: null, address: 'crm@havukka.example' },
    ],
    [
      { SMTP_URL: 'smtp://127.0.0.1:25', SELOSTE_MAIL_FROM: '"Åkes, Ab" <crm@åke.example>' },
      { name: 'Åkes, Ab', address: 'crm@åke.example' },
    ],
  ])('knows who mail comes from: %j', (mail, mailFrom) => {
    expect(loadConfig({ ...env, ...mail }).mailFrom).toEqual(mailFrom);
  });

  it('reads which proxies are believed', () => {
    const given = { ...env, SELOSTE_TRUSTED_PROXIES: 'loopback, 10.0.0.5 172.18.0.0/16,fd00::/8' };
    expect(loadConfig(given).trustedProxies).toEqual(['loopback', '10.0.0.5', '172.18.0.0/16', 'fd00::/8']);
  });
});
