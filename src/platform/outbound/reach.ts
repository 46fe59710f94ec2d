import { BlockList, isIP } from 'node:net';

/** Address ranges of IPv4 that are not the public internet (IANA special-purpose registry). */
const V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12],
  ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15],
  ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
];
/** Of IPv6 only global unicast is public, less what carries another address inside it (Teredo, 6to4) and documentation. */
const V6: readonly (readonly [string, number])[] = [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]];

const inner = new BlockList();
for (const [net, bits] of V4) inner.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of V6) inner.addSubnet(net, bits, 'ipv6');
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');

/** The IPv4 address inside `::ffff:a.b.c.d`, in either spelling; null when it is not such an address. */
function mapped(address: string): string | null {
  const tail = /^(?:0*:){0,5}:?(?:0*:)*ffff:(.+)$/i.exec(address)?.[1];
  if (tail === undefined) return null;
  if (isIP(tail) === 4) return tail;
  const hex = /^([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(tail);
  if (!hex) return null;
  const n = Number.parseInt(hex[1] as string, 16) * 65_536 + Number.parseInt(hex[2] as string, 16);
  return [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255].join('.');
}

/** Whether an address (not a name) lies in the public internet. What cannot be read is not public. */
export function isPublic(address: string): boolean {
  const plain = mapped(address) ?? address;
  const family = isIP(plain);
  if (family === 4) return !inner.check(plain, 'ipv4');
  if (family === 6) return global.check(plain, 'ipv6') && !inner.check(plain, 'ipv6');
  return false;
}

/**
 * Networks that may be reached although they are not public, as the operator set them: `10.1.0.0/16`, `127.0.0.1`, `fd00::/8`.
 * @throws when an entry is no address or network
 */
export function networksOf(list: readonly string[]): BlockList {
  const nets = new BlockList();
  for (const entry of list) {
    const [net = '', bits] = entry.trim().split('/');
    const family = isIP(net);
    const most = family === 4 ? 32 : 128;
    const length = bits === undefined ? most : Number(bits);
    if (family === 0 || !Number.isInteger(length) || length < 0 || length > most) throw new Error(`Not a network: ${entry}`);
    nets.addSubnet(net, length, family === 4 ? 'ipv4' : 'ipv6');
  }
  return nets;
}

/** Whether the operator's networks hold this address. */
export function isAmong(nets: BlockList, address: string): boolean {
  const plain = mapped(address) ?? address;
  const family = isIP(plain);
  return family !== 0 && nets.check(plain, family === 4 ? 'ipv4' : 'ipv6');
}
