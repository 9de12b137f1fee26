import { type Sealed, sealJson, unsealJson } from '../store/cipher.ts';
import { eachOnStore, onStore } from '../store/database.ts';
import { keyOf } from '../store/keyring.ts';
import type { OutboxItem } from './item.ts';
import { isOwed } from './passage.ts';

/** As it lies on the phone: whose it is and whether it waits stand in the clear, so that others see how many wait, and nothing else. */
export type Lying = Sealed & { readonly id: string; readonly ownerId: string | null; readonly waits: boolean };

/** @throws NotKept when the store could not be read */
export function allLying(): Promise<readonly Lying[]> {
  return onStore<Lying[]>('items', 'readonly', (store) => store.getAll());
}

/** @throws NotKept when the store could not be read */
export function lyingNow(id: string): Promise<Lying | undefined> {
  return onStore<Lying | undefined>('items', 'readonly', (store) => store.get(id));
}

/** Ready to be laid down. */
export async function locked(item: OutboxItem, key: CryptoKey): Promise<Lying> {
  const { id, ownerId, passage } = item;
  return { id, ownerId, waits: isOwed(passage), ...(await sealJson(key, placeOf(id), item)) };
}

/** @throws NotKept */
export async function layDown(lying: readonly Lying[]): Promise<void> {
  await eachOnStore('items', lying, (store, one) => store.put(one));
}

/** Clears away what lies under these names; what cannot be cleared now is met again. */
export async function clearAway(ids: readonly string[]): Promise<void> {
  await eachOnStore('items', ids, (store, id) => store.delete(id)).catch(() => null);
}

/** Null for what is locked, or does not open. */
export async function opened(lying: Lying): Promise<OutboxItem | null> {
  const key = keyOf(lying.ownerId);
  return key === null ? null : unlocked(lying, key).catch(() => null);
}

/** @throws OperationError when it does not open with this key */
export async function unlocked(lying: Lying, key: CryptoKey): Promise<OutboxItem> {
  return (await unsealJson(key, placeOf(lying.id), lying)) as OutboxItem;
}

function placeOf(id: string): string {
  return `items ${id}`;
}
