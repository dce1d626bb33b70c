import { isReachable, literalAddressOf, reachableLookup } from './addresses.js';

describe('the address of a webhook', () => {
  it.each(['8.8.8.8', '193.166.3.2', '2a00:1450:400f:80d::200e'])('may be %s', (address) => {
    expect(isReachable(address, false)).toBe(true);
  });

  it.each([
    '127.0.0.1',
    '127.8.8.8',
    '10.0.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:10.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::7f00:1',
    '2002:a00:1::',
    'fd00::1',
    'fe80::1',
    'ff02::1',
  ])('may not be %s', (address) => {
    expect(isReachable(address, false)).toBe(false);
  });

  it('may be this machine only where the product itself is reached there', () => {
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
      expect(isReachable(address, true)).toBe(true);
    expect(isReachable('10.0.0.1', true)).toBe(false);
  });

  it('is told from a name', () => {
    expect(literalAddressOf('[fd00::1]')).toBe('fd00::1');
    expect(literalAddressOf('10.0.0.1')).toBe('10.0.0.1');
    expect(literalAddressOf('example.com')).toBeNull();
  });
});

describe('a name in the address of a webhook', () => {
  const resolvesTo =
    (...addresses: string[]): Parameters<typeof reachableLookup>[1] =>
    (_name, _options, callback) =>
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
  const look = (all: boolean, ...addresses: string[]) =>
    new Promise((answer) =>
      reachableLookup(false, resolvesTo(...addresses))('hook.example', { all }, (error, found) =>
        answer(error?.code ?? found),
      ),
    );

  it('leads to the addresses that were looked at', async () => {
    expect(await look(false, '8.8.8.8')).toBe('8.8.8.8');
    expect(await look(true, '8.8.8.8')).toEqual([{ address: '8.8.8.8', family: 4 }]);
  });

  it('leads nowhere when one of them is private, or there is none', async () => {
    for (const all of [true, false]) {
      expect(await look(all, '8.8.8.8', '10.0.0.1')).toBe('private_address');
      expect(await look(all, '::ffff:169.254.169.254')).toBe('private_address');
      expect(await look(all)).toBe('private_address');
    }
  });

  it('is resolved for real', async () => {
    const found = await new Promise((answer) =>
      reachableLookup(false)('localhost', {}, (error) => answer(error?.code)),
    );
    expect(found).toBe('private_address');
  });
});
