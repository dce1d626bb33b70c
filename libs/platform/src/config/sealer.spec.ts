import { MasterKey } from './master-key.js';
import { Sealer } from './sealer.js';

describe('a sealer', () => {
  const sealer = new Sealer(new MasterKey(Buffer.alloc(32, 1)));
  const secret = 'whsec_åäö';

  it('opens what it sealed, and seals differently each time', () => {
    const [one, other] = [sealer.seal(secret, 'test', 'a'), sealer.seal(secret, 'test', 'a')];
    expect(one).not.toBe(other);
    expect(one).toMatch(/^[\w-]+$/);
    for (const sealed of [one, other]) expect(sealer.open(sealed, 'test', 'a')).toBe(secret);
  });

  it('opens nothing that belongs to another use, record or installation, or that was changed', () => {
    const sealed = sealer.seal(secret, 'test', 'a');
    expect(sealer.open(sealed, 'other', 'a')).toBeNull();
    expect(sealer.open(sealed, 'test', 'b')).toBeNull();
    expect(new Sealer(new MasterKey(Buffer.alloc(32, 2))).open(sealed, 'test', 'a')).toBeNull();
    const flipped = Buffer.from(sealed, 'base64url').map((byte, i) => (i === 30 ? byte ^ 1 : byte));
    expect(sealer.open(Buffer.from(flipped).toString('base64url'), 'test', 'a')).toBeNull();
    expect(sealer.open('', 'test', 'a')).toBeNull();
  });
});
