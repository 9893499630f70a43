/**
 * Which addresses of the internet may be written to. An address that somebody enters must not lead back into the service's
 * own network, or to the machine it runs on.
 */

export type UrlFault = 'format' | 'https' | 'credentials' | 'port' | 'private' | 'long';

export const urlFaultText: Readonly<Record<UrlFault, string>> = {
  format: 'Enter a whole web address, like https://example.org/alerts',
  https: 'The address must begin with https://',
  credentials: 'The address must not hold a user name or password',
  port: 'The address must not name a port',
  private: 'The address must be a public one, by name',
  long: 'The address must be 1,000 characters or fewer',
};

/** Names that never are of the public internet. */
const PRIVATE_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|test|invalid|onion|arpa)$/i;

/**
 * What is wrong with an address to write to; undefined when it may be tried. What its name leads to is looked at again
 * when it is connected to ({@link isPublicAddress}): a name can change where it leads.
 * @param loopback whether this very machine may be written to, in plain text: on a developer's machine only.
 */
export function egressFault(text: string, { loopback }: { readonly loopback: boolean }): UrlFault | undefined {
  if (text.length > 1000) return 'long';
  const url = URL.parse(text);
  if (url === null || url.hostname === '') return 'format';
  if (url.username !== '' || url.password !== '') return 'credentials';
  if (loopback && url.protocol === 'http:' && url.hostname === '127.0.0.1') return undefined;
  if (url.protocol !== 'https:') return 'https';
  if (url.port !== '') return 'port';
  const name = url.hostname.replace(/\.$/, '');
  // A number in any spelling is parsed to dotted decimals; IPv6 stands in brackets.
  const isNumber = /^\d+(\.\d+){3}$/.test(name) || name.startsWith('[');
  return isNumber || !name.includes('.') || PRIVATE_NAMES.test(name) ? 'private' : undefined;
}

/** Blocks of IPv4 that are not of the public internet, as first address and number of fixed bits. */
const RESERVED: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** Whether an IP address is one of the public internet. Of IPv6 only global unicast (2000::/3) is, without what carries an IPv4 address inside. */
export function isPublicAddress(address: string): boolean {
  if (/^\d+\.\d+\.\d+\.\d+$/.test(address)) {
    const number = numberOf(address);
    return !RESERVED.some(([first, bits]) => number >>> (32 - bits) === numberOf(first) >>> (32 - bits));
  }
  const [first = '', second = ''] = address.toLowerCase().split(':');
  const group = Number.parseInt(first, 16);
  const isGlobal = group >= 0x20_00 && group <= 0x3f_ff;
  const isTunnel = group === 0x20_02 || (group === 0x20_01 && (second === '' || Number.parseInt(second, 16) < 0x2_00));
  const isDocumentation = group === 0x20_01 && Number.parseInt(second, 16) === 0x0d_b8;
  return isGlobal && !isTunnel && !isDocumentation;
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}
