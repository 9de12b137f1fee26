/** The few forms of ASN.1 DER (ITU-T X.690) a certificate is made of. */
export type Der = Buffer;

export function tagged(tag: number, ...parts: readonly Uint8Array[]): Der {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content), content]);
}

function lengthOf({ length }: Buffer): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes = length < 0x100 ? [length] : [length >> 8, length & 0xff];
  return Buffer.from([0x80 | bytes.length, ...bytes]);
}

export function sequence(...parts: readonly Uint8Array[]): Der {
  return tagged(0x30, ...parts);
}

export function octets(...parts: readonly Uint8Array[]): Der {
  return tagged(0x04, ...parts);
}

export function bits(bytes: Uint8Array, unused = 0): Der {
  return tagged(0x03, Buffer.from([unused]), bytes);
}

/** A positive integer. Only the first byte's sign bit is taken care of: the bytes must not begin with a zero. */
export function integer(bytes: Uint8Array): Der {
  const sign = (bytes[0] ?? 0) >= 0x80 ? Buffer.from([0]) : Buffer.alloc(0);
  return tagged(0x02, sign, bytes);
}

export const yes: Der = tagged(0x01, Buffer.from([0xff]));

/** An object identifier, such as `2.5.29.17`. */
export function identifier(dotted: string): Der {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(arc: number): number[] {
  const low = [arc & 0x7f];
  for (let left = arc >> 7; left > 0; left >>= 7) low.unshift((left & 0x7f) | 0x80);
  return low;
}

/** Two-digit years until 2049 and four-digit ones from then on, as RFC 5280 4.1.2.5 asks. */
export function time(instant: Date): Der {
  const digits = `${instant.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`;
  const short = instant.getUTCFullYear() < 2050;
  return tagged(short ? 0x17 : 0x18, Buffer.from(short ? digits.slice(2) : digits, 'ascii'));
}

export function utf8(text: string): Der {
  return tagged(0x0c, Buffer.from(text, 'utf8'));
}
