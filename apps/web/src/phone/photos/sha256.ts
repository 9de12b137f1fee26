/** SHA-256 as 64 hexadecimal digits. Browsers offer theirs over TLS and on the own machine only; elsewhere it is reckoned here. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const offered = globalThis.crypto.subtle as SubtleCrypto | undefined;
  const digest = offered === undefined ? reckoned(bytes) : new Uint8Array(await offered.digest('SHA-256', bytes));
  return hex(digest);
}

/** The same without the browser's help (FIPS 180-4), some ten times slower. */
export function reckoned(bytes: Uint8Array): Uint8Array {
  const state = Uint32Array.from(firstWords(8, 2));
  const padded = paddedTo64(bytes);
  const words = new Uint32Array(64);
  for (let at = 0; at < padded.length; at += 64) mix(state, schedule(words, new DataView(padded.buffer, at, 64)));
  const digest = new DataView(new ArrayBuffer(32));
  for (const [at, word] of state.entries()) digest.setUint32(at * 4, word);
  return new Uint8Array(digest.buffer);
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The first 32 bits behind the point of the square or cube roots of the first primes. */
function firstWords(count: number, root: 2 | 3): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes.map((prime) => (prime ** (1 / root) % 1) * 2 ** 32);
}

const constants = Uint32Array.from(firstWords(64, 3));

function paddedTo64(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  return padded;
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function schedule(words: Uint32Array, block: DataView): Uint32Array {
  const word = (at: number) => words[at] ?? 0;
  for (let at = 0; at < 16; at += 1) words[at] = block.getUint32(at * 4);
  for (let at = 16; at < 64; at += 1) {
    const [late, early] = [word(at - 2), word(at - 15)];
    const lateSum = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    const earlySum = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    words[at] = lateSum + word(at - 7) + earlySum + word(at - 16);
  }
  return words;
}

function mix(state: Uint32Array, words: Uint32Array): void {
  let round = [...state] as Eight;
  for (let at = 0; at < 64; at += 1) round = stirred(round, ((constants[at] ?? 0) + (words[at] ?? 0)) | 0);
  for (const [at, word] of round.entries()) state[at] = (state[at] ?? 0) + word;
}

type Eight = [number, number, number, number, number, number, number, number];

function stirred([a, b, c, d, e, f, g, h]: Eight, word: number): Eight {
  const rise = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
  const first = (h + rise + ((e & f) ^ (~e & g)) + word) | 0;
  const fall = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
  const second = (fall + ((a & b) ^ (a & c) ^ (b & c))) | 0;
  return [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
}
