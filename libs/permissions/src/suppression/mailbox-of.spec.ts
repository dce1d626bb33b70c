import { mailboxOf } from './mailbox-of.js';

describe('the mailbox that an address reaches', () => {
  it.each([
    ['Aino.Salo@Havukka.example', 'aino.salo@havukka.example'],
    ['  aino@havukka.example ', 'aino@havukka.example'],
    ['A.i.n.o.Salo+messut@gmail.com', 'ainosalo@gmail.com'],
    ['ainosalo@googlemail.com', 'ainosalo@gmail.com'],
    ['aino+crm@hotmail.fi', 'aino@hotmail.fi'],
    ['aino+crm@outlook.com', 'aino@outlook.com'],
    ['aino+crm@outlook.com.au', 'aino@outlook.com.au'],
    ['aino+crm@me.com', 'aino@icloud.com'],
    ['aino+crm@mac.com', 'aino@icloud.com'],
    ['aino+crm@fastmail.com', 'aino@fastmail.com'],
    ['a.i-no_salo+crm@pm.me', 'ainosalo@proton.me'],
    ['ainosalo@protonmail.com', 'ainosalo@proton.me'],
    ['aino@mäkinen.example', 'aino@xn--mkinen-bua.example'],
    ['aino@XN--MKINEN-BUA.example', 'aino@xn--mkinen-bua.example'],
    ['a\u0308iti@havukka.example', 'äiti@havukka.example'],
  ])('%s is %s', (address, mailbox) => expect(mailboxOf(address)).toBe(mailbox));

  it.each([
    ['aino.salo@havukka.example', 'ainosalo@havukka.example'],
    ['aino+crm@havukka.example', 'aino@havukka.example'],
    ['anna-liisa@yahoo.com', 'anna@yahoo.com'],
    ['a.salo@hotmail.fi', 'asalo@hotmail.fi'],
  ])('%s is not %s: no provider says so', (one, other) => expect(mailboxOf(one)).not.toBe(mailboxOf(other)));

  it.each(['', '@', 'aino', '@havukka.example', '+@gmail.com', '..@gmail.com', 'a@', '-@pm.me'])(
    'takes %s, which is no address, without a fuss',
    (text) => expect(typeof mailboxOf(text)).toBe('string'),
  );
});
