import { isDeadAddress, statusIn } from './dead-address.js';

describe('an address', () => {
  it.each(['5.1.0', '5.1.1', '5.1.2', '5.1.6', '5.1.10', '5.2.0', '5.2.1'])(
    'is no good after %s',
    (status) => {
      expect(isDeadAddress(status, '')).toBe(true);
    },
  );

  it.each([
    '4.1.1',
    '5.1.7',
    '5.1.8',
    '5.2.2',
    '5.2.3',
    '5.3.4',
    '5.4.1',
    '5.4.4',
    '5.7.1',
    '5.7.26',
    '2.1.5',
  ])('may be good after %s, whatever the words are', (status) => {
    expect(isDeadAddress(status, 'User unknown')).toBe(false);
  });

  it.each([
    ['550 User unknown', true],
    ['550 No such user here', true],
    ['550 unknown user <aino@asiakas.example>', true],
    ['550 Recipient not found', true],
    ["550 The email account that you tried to reach doesn't exist", true],
    ['550 Requested action not taken: mailbox unavailable', true],
    ['550 no', false],
    ['550 relay not permitted', false],
    ['550 Sender address unknown', false],
    ['550 Mailbox unavailable: blocked by policy', false],
    ['554 Your address has a poor reputation', false],
    ['550 Unrouteable address', false],
  ])('after a bare code is what the words plainly say: %s', (words, isDead) => {
    for (const status of ['5.0.0', '5.5.0']) expect(isDeadAddress(status, words)).toBe(isDead);
    expect(isDeadAddress('4.0.0', words)).toBe(false);
  });

  it.each([
    ['550 5.1.1 User unknown', '5.1.1'],
    ['550-5.7.26 unauthenticated', '5.7.26'],
    ['550 #5.1.0 Address rejected.', '5.1.0'],
    ['550 host [192.0.2.20] said no', null],
    ['550 no', null],
  ])('is told by the code in the words: %s', (words, status) => {
    expect(statusIn(words)).toBe(status);
  });
});
