import { isLoopback, networkOf } from './network.js';

describe('the network of an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', ''],
  ])('of %p is %p', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('the host of this very machine', () => {
  it.each(['127.0.0.1', '127.8.9.1', '[::1]', 'localhost'])('is %s', (host) =>
    expect(isLoopback(host)).toBe(true),
  );
  it.each(['127.0.0.1.example', 'localhost.example', 'notlocalhost', '0.0.0.0', '[::2]', '10.0.0.1'])(
    'is not %s',
    (host) => expect(isLoopback(host)).toBe(false),
  );
});
