import { BlockList, isIP } from 'node:net';

/** Where only its own network finds a mail server: what it sends reaches the world from another address. */
const inner = new BlockList();
for (const [address, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  inner.addSubnet(address, prefix, 'ipv4');
for (const [address, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  inner.addSubnet(address, prefix, 'ipv6');

const isInnerName = (name: string): boolean =>
  !name.includes('.') || /\.(localhost|local|internal|lan|home\.arpa)\.?$/i.test(name);

/**
 * How an SPF record names a mail server (RFC 7208 s. 5): by its name, or by its address where it has no other. Nothing
 * is said of one that only its own network finds.
 * @param host as in a URL, an IPv6 address in brackets
 */
export function spfTermsOf(host: string | null): string[] {
  if (host === null) return [];
  const name = host.replace(/^\[(.*)\]$/, '$1');
  const version = isIP(name);
  if (version === 0) return isInnerName(name) ? [] : [`a:${name}`];
  return inner.check(name, version === 6 ? 'ipv6' : 'ipv4') ? [] : [`ip${version}:${name}`];
}
