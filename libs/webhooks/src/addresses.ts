import { lookup as resolve, type LookupAddress, type LookupOptions } from 'node:dns';
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net';

/** A webhook's name leads to a machine of a private network. */
export class PrivateAddress extends Error {
  readonly code = 'private_address';
}

const loopback = blockListOf(['127.0.0.0/8', '::1/128']);

/** Networks that are not the public internet (IANA's registries of special-purpose addresses). */
const special = blockListOf([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
]);

function blockListOf(networks: string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    list.addSubnet(address, Number(prefix), isIPv6(address) ? 'ipv6' : 'ipv4');
  }
  return list;
}

/** An IPv4 address that is written as IPv6 (`::ffff:10.0.0.1`) is what it is. BlockList knows that as well. */
const isIn = (list: BlockList, address: string): boolean =>
  list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/** May a webhook lead there? `ownMachine`: to this machine as well, because the product itself is reached there only. */
export const isReachable = (address: string, ownMachine: boolean): boolean =>
  (ownMachine && isIn(loopback, address)) || !isIn(special, address);

/** Is the host of a URL an address, not a name? Without the brackets of IPv6; null for a name. */
export function literalAddressOf(hostname: string): string | null {
  const address = hostname.replace(/^\[|\]$/g, '');
  return isIP(address) === 0 ? null : address;
}

type Resolve = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Resolves names for connections of webhooks. The very addresses that are connected to are looked at, so that a name
 * which leads elsewhere the second time (DNS rebinding) leads nowhere; a single private one condemns the name.
 */
export function reachableLookup(ownMachine: boolean, resolver: Resolve = resolve): LookupFunction {
  return (hostname, options, callback) =>
    resolver(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error) return callback(error, '', 0);
      if (first === undefined || !addresses.every(({ address }) => isReachable(address, ownMachine)))
        return callback(new PrivateAddress(), '', 0);
      if (options.all) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
}
