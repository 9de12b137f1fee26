import type { NetworkInterfaceInfo } from 'node:os';

import { expect, test } from 'vitest';

import { lanAddresses } from './addresses.ts';

test('the address of the office network comes first, those of containers and of the machine itself are left out', () => {
  const addresses = lanAddresses({
    lo: [at('127.0.0.1', true)],
    docker0: [at('172.17.0.1')],
    eth1: [at('203.0.113.9')],
    eth0: [at('10.8.0.4')],
    wlan0: [at('192.168.1.20')],
  });

  expect(addresses).toEqual(['192.168.1.20', '10.8.0.4', '203.0.113.9']);
});

function at(address: string, internal = false): NetworkInterfaceInfo {
  return { address, internal, family: 'IPv4', netmask: '255.255.255.0', mac: '00:00:00:00:00:00', cidr: `${address}/24` };
}
