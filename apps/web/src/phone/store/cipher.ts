/** What lies in a store: unreadable without the key, and of no use in another place than its own. */
export type Sealed = { readonly nonce: Uint8Array<ArrayBuffer>; readonly sealed: ArrayBuffer };

const algorithm = 'AES-GCM';

/** A key that can be used and not read, from 32 bytes in base64. */
export function keyFrom(base64: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return crypto.subtle.importKey('raw', bytes, algorithm, false, ['encrypt', 'decrypt']);
}

/** For what belongs to nobody: a key of this phone that never leaves it. */
export function newKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, ['encrypt', 'decrypt']);
}

/** Browsers offer this over TLS and on the own machine only. */
export function hasCipher(): boolean {
  return (globalThis.crypto.subtle as SubtleCrypto | undefined) !== undefined;
}

/** `place` says where it will lie; moved elsewhere it does not open. */
export async function seal(key: CryptoKey, place: string, clear: BufferSource): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: algorithm, iv: nonce, additionalData: bytesOf(place) }, key, clear);
  return { nonce, sealed };
}

/** @throws OperationError when it was sealed by another key, for another place, or changed. */
export function unseal(key: CryptoKey, place: string, { nonce, sealed }: Sealed): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: algorithm, iv: nonce, additionalData: bytesOf(place) }, key, sealed);
}

export async function sealJson(key: CryptoKey, place: string, value: unknown): Promise<Sealed> {
  return seal(key, place, bytesOf(JSON.stringify(value)));
}

export async function unsealJson(key: CryptoKey, place: string, lying: Sealed): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await unseal(key, place, lying)));
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text));
}
