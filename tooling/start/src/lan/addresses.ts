import type { NetworkInterfaceInfo } from 'node:os';

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

const madeForContainers = /^(docker|veth|br-|virbr|cni|flannel|utun|tun|tap|wg)/;

/** The IPv4 addresses under which phones nearby may find this machine, the likeliest first. */
export function lanAddresses(interfaces: Interfaces): readonly string[] {
  const found = Object.entries(interfaces).flatMap(([name, infos]) => (madeForContainers.test(name) ? [] : (infos ?? [])));
  const addresses = found.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address);
  return addresses.toSorted((a, b) => likelihood(b) - likelihood(a));
}

/** RFC 1918. */
export function isPrivate(address: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address);
}

function likelihood(address: string): number {
  if (address.startsWith('192.168.')) return 2;
  return isPrivate(address) ? 1 : 0;
}
