import { type PhoneKey, releasePhoneKey } from '@changming/contract/access/own';

import { call } from '../../api/call.ts';
import { newId } from '../../api/new-id.ts';
import { hasCipher, keyFrom, newKey } from './cipher.ts';
import { onStore } from './database.ts';

/**
 * The key of whoever is signed in. The server releases it at the sign-in; here it lies where pages can use it and nothing can read it,
 * until the person signs out, another one signs in, or the session would have ended. So a reload without a network finds it again.
 */
type KeptKey = {
  readonly id: string;
  readonly key: CryptoKey;
  /** ms; unused for so long it is let go of, as the server lets go of the session. */
  readonly idle: number;
  readonly until: number;
  readonly usedAt: number;
};

const nobody = 'nobody';
const known = new Map<string, CryptoKey>();

/** The key for what `ownerId` makes here; null while there is none, and then nothing is written to the phone. */
export function keyOf(ownerId: string | null): CryptoKey | null {
  return known.get(ownerId ?? nobody) ?? null;
}

/** Takes the key of this account out of the phone, or asks the server for it. Keys of others leave the phone: they signed out, or should have. */
export async function unlockFor(accountId: string): Promise<boolean> {
  if (!hasCipher()) return false;
  await dropOthers(accountId);
  if (known.has(accountId)) return true;
  const kept = await heldKey();
  if (kept !== null) return remember(accountId, kept.key);
  const released = await call(releasePhoneKey, { body: { phoneId: await phoneId() } });
  const key = await keyFrom(released.key);
  await hold(accountId, key, released);
  return remember(accountId, key);
}

/** The account whose key still lies here and may be used: who may go on without a network. */
export async function heldAccount(): Promise<string | null> {
  const kept = hasCipher() ? await heldKey() : null;
  if (kept === null) return null;
  remember(kept.id, kept.key);
  return kept.id;
}

/** Signing out: from now on nobody reads what lies here, until the same person signs in again. */
export async function lock(): Promise<void> {
  await dropOthers(null);
}

/** Whether the time of the key is over; then it is gone. */
export async function letGoIfOver(): Promise<boolean> {
  const [kept] = await keptKeys();
  if (kept === undefined || !isOver(kept, Date.now())) return false;
  await lock();
  return true;
}

/** Notes that somebody uses the phone, once a minute at most. */
export async function noteUse(): Promise<void> {
  const [kept] = await keptKeys();
  const now = Date.now();
  if (kept === undefined || isOver(kept, now) || now - kept.usedAt < 60_000) return;
  await onStore('keys', 'readwrite', (store) => store.put({ ...kept, usedAt: now })).catch(() => null);
}

/** For reports without a name: a key of this phone, made here, told to nobody. */
export async function unlockForNobody(): Promise<boolean> {
  if (!hasCipher()) return false;
  if (known.has(nobody)) return true;
  const kept = await read<{ key: CryptoKey }>(nobody);
  const key = kept?.key ?? (await newKey());
  if (kept === null) await onStore('keys', 'readwrite', (store) => store.put({ id: nobody, key })).catch(() => null);
  return remember(nobody, key);
}

export function isOver({ idle, until, usedAt }: Pick<KeptKey, 'idle' | 'until' | 'usedAt'>, now: number): boolean {
  return now >= until || now - usedAt >= idle;
}

function remember(id: string, key: CryptoKey): true {
  known.set(id, key);
  return true;
}

async function hold(id: string, key: CryptoKey, { idle, rest }: PhoneKey): Promise<void> {
  const now = Date.now();
  const kept: KeptKey = { id, key, idle, until: now + rest, usedAt: now };
  await onStore('keys', 'readwrite', (store) => store.put(kept)).catch(() => null);
}

/** The one key of a person that lies here, when its time is not over. */
async function heldKey(): Promise<KeptKey | null> {
  const [kept] = await keptKeys();
  if (kept === undefined) return null;
  if (!isOver(kept, Date.now())) return kept;
  await lock();
  return null;
}

async function dropOthers(accountId: string | null): Promise<void> {
  for (const id of known.keys()) if (id !== nobody && id !== accountId) known.delete(id);
  for (const { id } of await keptKeys())
    if (id !== accountId) await onStore('keys', 'readwrite', (store) => store.delete(id)).catch(() => null);
}

async function keptKeys(): Promise<readonly KeptKey[]> {
  const all = await onStore<unknown[]>('keys', 'readonly', (store) => store.getAll()).catch((): unknown[] => []);
  return all.filter((each): each is KeptKey => typeof each === 'object' && each !== null && 'until' in each);
}

/** Names this phone to the server, which derives another key for every phone. */
async function phoneId(): Promise<string> {
  const kept = await read<{ phoneId: string }>('phone');
  if (kept !== null) return kept.phoneId;
  const made = newId();
  await onStore('keys', 'readwrite', (store) => store.put({ id: 'phone', phoneId: made })).catch(() => null);
  return made;
}

async function read<Kept>(id: string): Promise<Kept | null> {
  const found = await onStore<unknown>('keys', 'readonly', (store) => store.get(id)).catch(() => null);
  return (found ?? null) as Kept | null;
}
