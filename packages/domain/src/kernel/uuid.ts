/** How each byte is written. */
const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * A UUIDv7 (RFC 9562): 48 bits of milliseconds, then random bits, so that new rows stand beside each other in an index.
 * `random` gives 16 random bytes.
 */
export function uuidV7(at: Date, random: Uint8Array): string {
  const bytes = Uint8Array.from(random.subarray(0, 16));
  const time = at.getTime();
  for (let n = 0; n < 6; n += 1) bytes[n] = Math.floor(time / 2 ** (8 * (5 - n))) % 256;
  bytes[6] = ((bytes[6] ?? 0) % 16) + 0x70;
  bytes[8] = ((bytes[8] ?? 0) % 64) + 0x80;
  const hex = bytes.reduce((sum, byte) => sum + (pairs[byte] ?? ''), '');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
