import { type Sealed, sealJson, unsealJson } from '../store/cipher.ts';
import { onStore } from '../store/database.ts';
import { keyOf } from '../store/keyring.ts';
import type { Kept } from './part.ts';

type Lying = Sealed & { readonly id: string; readonly at: number };

const listeners = new Set<(name: string) => void>();

/** Told by its name that a part was read anew. */
export function whenPartsChange(listener: (name: string) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Keeps a part for one account, locked with its key. A phone that keeps nothing simply has nothing when the line is down. */
export async function keepPart(ownerId: string, name: string, value: unknown): Promise<void> {
  const key = keyOf(ownerId);
  if (key === null) return;
  const id = idOf(ownerId, name);
  try {
    const lying: Lying = { id, at: Date.now(), ...(await sealJson(key, `parts ${id}`, value)) };
    await onStore('parts', 'readwrite', (store) => store.put(lying));
    for (const listener of listeners) listener(name);
  } catch {
    return;
  }
}

export async function readPart<Value>(ownerId: string, name: string): Promise<Kept<Value> | null> {
  const key = keyOf(ownerId);
  if (key === null) return null;
  const id = idOf(ownerId, name);
  try {
    const lying = await onStore<Lying | undefined>('parts', 'readonly', (store) => store.get(id));
    return lying === undefined ? null : { at: lying.at, value: (await unsealJson(key, `parts ${id}`, lying)) as Value };
  } catch {
    return null;
  }
}

/** Who signs out leaves nothing to look at. */
export async function forgetParts(): Promise<void> {
  await onStore('parts', 'readwrite', (store) => store.clear()).catch(() => null);
}

function idOf(ownerId: string, name: string): string {
  return `${ownerId} ${name}`;
}
