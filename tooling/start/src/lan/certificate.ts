import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

import { bits, type Der, identifier, integer, octets, sequence, tagged, time, utf8, yes } from './der.ts';

/** A key and its certificate, both PEM. */
export type Identity = { readonly key: string; readonly cert: string };
export type Authority = Identity & { readonly name: string };

const day = 86_400_000;
const ecdsaWithSha256 = sequence(identifier('1.2.840.10045.4.3.2'));

/**
 * An authority for one house. It can vouch for private addresses, those `beyond` and `localhost` only (RFC 5280 4.2.1.10), so a phone
 * that trusts it cannot be deceived about any other site even with its key.
 */
export function makeAuthority(name: string, beyond: readonly string[], now: Date): Authority {
  const { privateKey, publicKey } = newKeys();
  const extensions = [
    critical('2.5.29.19', sequence(yes)),
    critical('2.5.29.15', bits(Buffer.from([0x06]), 1)),
    only(beyond),
    keyId(publicKey),
  ];
  const cert = certify({ issuer: name, subject: name, publicKey, signer: privateKey, now, days: 3650, extensions });
  return { name, key: pemOf(privateKey), cert };
}

/** A server's certificate for IPv4 addresses and `localhost`. 397 days: phones refuse more. */
export function issueFor(addresses: readonly string[], authority: Authority, now: Date): Identity {
  const { privateKey, publicKey } = newKeys();
  const names = [...addresses.map((address) => tagged(0x87, ipv4(address))), tagged(0x82, Buffer.from('localhost', 'ascii'))];
  const extensions = [
    critical('2.5.29.19', sequence()),
    critical('2.5.29.15', bits(Buffer.from([0x80]), 7)),
    extension('2.5.29.37', sequence(identifier('1.3.6.1.5.5.7.3.1'))),
    extension('2.5.29.17', sequence(...names)),
    extension('2.5.29.35', sequence(tagged(0x80, digestOf(createPublicKey(authority.key))))),
  ];
  const subject = addresses[0] ?? 'localhost';
  const cert = certify({ issuer: authority.name, subject, publicKey, signer: authority.key, now, days: 397, extensions });
  return { key: pemOf(privateKey), cert };
}

type Certified = {
  readonly issuer: string;
  readonly subject: string;
  readonly publicKey: KeyObject;
  readonly signer: KeyObject | string;
  readonly now: Date;
  readonly days: number;
  readonly extensions: readonly Der[];
};

/** Valid from a day ago: a phone's clock may be behind. */
function certify({ issuer, subject, publicKey, signer, now, days, extensions }: Certified): string {
  const version3 = tagged(0xa0, integer(Buffer.from([2])));
  const serial = integer(Buffer.concat([Buffer.from([0x4c]), randomBytes(15)]));
  const validity = sequence(time(new Date(now.getTime() - day)), time(new Date(now.getTime() + days * day)));
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const stated = [nameOf(issuer), validity, nameOf(subject), key, tagged(0xa3, sequence(...extensions))];
  const body = sequence(version3, serial, ecdsaWithSha256, ...stated);
  const der = sequence(body, ecdsaWithSha256, bits(sign('sha256', body, signer)));
  return `-----BEGIN CERTIFICATE-----\n${der
    .toString('base64')
    .replaceAll(/(.{64})/g, '$1\n')
    .trimEnd()}\n-----END CERTIFICATE-----\n`;
}

function nameOf(commonName: string): Der {
  return sequence(tagged(0x31, sequence(identifier('2.5.4.3'), utf8(commonName))));
}

function extension(id: string, value: Der): Der {
  return sequence(identifier(id), octets(value));
}

function critical(id: string, value: Der): Der {
  return sequence(identifier(id), yes, octets(value));
}

/** Address and mask of the private ranges (RFC 1918) and of this machine. */
const privateRanges = ['10.0.0.0/255.0.0.0', '172.16.0.0/255.240.0.0', '192.168.0.0/255.255.0.0', '127.0.0.0/255.0.0.0'];

function only(beyond: readonly string[]): Der {
  const permitted = [...privateRanges, ...beyond.map((address) => `${address}/255.255.255.255`)];
  const ranges = permitted.map((range) => sequence(tagged(0x87, ...range.split('/').map(ipv4))));
  const local = sequence(tagged(0x82, Buffer.from('localhost', 'ascii')));
  return critical('2.5.29.30', sequence(tagged(0xa0, ...ranges, local)));
}

function ipv4(address: string): Buffer {
  return Buffer.from(address.split('.').map(Number));
}

function keyId(publicKey: KeyObject): Der {
  return extension('2.5.29.14', octets(digestOf(publicKey)));
}

function digestOf(publicKey: KeyObject): Buffer {
  return createHash('sha1')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest();
}

function newKeys() {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function pemOf(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}
