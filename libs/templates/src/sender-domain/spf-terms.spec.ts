import { spfTermsOf } from './spf-terms.js';

describe('the mail server in a record of SPF', () => {
  it.each([
    ['mail.havukka.example', ['a:mail.havukka.example']],
    ['203.0.113.7', ['ip4:203.0.113.7']],
    ['[2a01:4f9:c010::1]', ['ip6:2a01:4f9:c010::1']],
  ])('is named by its name, or by its address: %s', (host, terms) => {
    expect(spfTermsOf(host)).toEqual(terms);
  });

  it.each([
    null,
    '',
    'localhost',
    'postfix',
    'mail.local',
    '127.0.0.1',
    '10.1.2.3',
    '172.20.0.4',
    '192.168.1.9',
    '[::1]',
    '[fd00::25]',
    '[fe80::1]',
    '[::ffff:7f00:1]',
  ])('is left out where only its own network finds it: %s', (host) => {
    expect(spfTermsOf(host)).toEqual([]);
  });
});
