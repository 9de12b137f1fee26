import { networkInterfaces } from 'node:os';

import { toString as drawQr } from 'qrcode';

import type { Config } from '../config.ts';
import { sentences } from '../sentences.ts';
import { StartFault } from '../start-fault.ts';
import { lanAddresses } from './addresses.ts';
import { openCertificateDoor } from './door.ts';
import { keepLanIdentity } from './identity.ts';

export type Lan = { readonly config: Config; readonly invite: () => Promise<void>; readonly stop: () => Promise<void> };

/**
 * Opens the house to the phones of the local network: an address of that network, TLS by a certificate of the house's own authority
 * (unless the operator brings one), and a door where phones fetch the authority's certificate.
 * @throws StartFault where the machine has no such address
 */
export async function openLan(config: Config, now: Date): Promise<Lan> {
  const everywhere = config.host === '0.0.0.0';
  const addresses = config.hostGiven && !everywhere ? [config.host] : lanAddresses(networkInterfaces());
  const [address] = addresses;
  if (address === undefined) throw new StartFault(sentences.noLanAddress);
  const host = everywhere ? config.host : address;
  const publicUrl = config.publicUrl ?? `https://${address}:${config.port}`;
  const phone = `${publicUrl.replace(/\/$/, '')}/m`;
  if (config.tls !== null) return { config: { ...config, host, publicUrl }, invite: () => inviteTo(phone), stop: async () => undefined };
  const { authority, ...tls } = await keepLanIdentity(config.dataDir, addresses, now);
  const door = await openCertificateDoor(authority, address, config.port + 1);
  const invite = async () => {
    process.stdout.write(`${sentences.trustFirst(door.url)}\n${await qr(door.url)}\n`);
    await inviteTo(phone);
  };
  return { config: { ...config, host, publicUrl, tls }, invite, stop: door.stop };
}

async function inviteTo(phone: string): Promise<void> {
  process.stdout.write(`${sentences.openPhone(phone)}\n${await qr(phone)}\n`);
}

function qr(text: string): Promise<string> {
  return drawQr(text, { type: 'terminal', small: true, errorCorrectionLevel: 'M' });
}
