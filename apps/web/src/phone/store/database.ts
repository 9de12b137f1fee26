/** The stores of this phone. `drafts` is what earlier versions wrote, in the clear; it is moved at the first sign-in. */
export type StoreName = 'items' | 'photos' | 'parts' | 'keys' | 'drafts';

/** Why the phone does not keep: the browser has no room left, keeps nothing at all (private windows), or another
 * tab still has an older version open. */
export type Unkept = 'full' | 'refused' | 'blocked';

export class NotKept extends Error {
  override readonly name = 'NotKept';
  readonly why: Unkept;

  constructor(why: Unkept, cause: unknown) {
    super(`not kept: ${why}`, { cause });
    this.why = why;
  }
}

const version = 2;
let opening: Promise<IDBDatabase> | null = null;

/**
 * One act on one store. What was written is on the disk when the promise settles, as far as the browser can say (`durability: strict`).
 *
 * @throws NotKept
 */
export async function onStore<Result>(
  name: StoreName,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  try {
    const database = await opened();
    const transaction = database.transaction(name, mode, { durability: 'strict' });
    const request = act(transaction.objectStore(name));
    await settled(transaction);
    return request.result;
  } catch (error) {
    throw error instanceof NotKept ? error : new NotKept(isFull(error) ? 'full' : 'refused', error);
  }
}

/** The same act on each of several things, in one go: the disk is waited for once. */
export async function eachOnStore<Thing, Result>(
  name: StoreName,
  things: readonly Thing[],
  act: (store: IDBObjectStore, thing: Thing) => IDBRequest<Result>,
): Promise<void> {
  const [first, ...others] = things;
  if (first === undefined) return;
  await onStore(name, 'readwrite', (store) => others.reduce((_, thing) => act(store, thing), act(store, first)));
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

function opened(): Promise<IDBDatabase> {
  opening ??= open().catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('changming', version);
    request.addEventListener('upgradeneeded', () => build(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the browser keeps nothing')));
    let blocked = false;
    request.addEventListener('blocked', () => {
      blocked = true;
      reject(new NotKept('blocked', null));
    });
    request.addEventListener('success', () => {
      /** It came through after all; whoever asks next opens it. */
      if (blocked) return request.result.close();
      /** Another tab brings a newer version: it must not wait for this one. */
      request.result.addEventListener('versionchange', () => {
        request.result.close();
        opening = null;
      });
      request.result.addEventListener('close', () => {
        opening = null;
      });
      return resolve(request.result);
    });
  });
}

function build(database: IDBDatabase): void {
  const missing = (name: StoreName) => !database.objectStoreNames.contains(name);
  if (missing('drafts')) database.createObjectStore('drafts', { keyPath: 'key' });
  for (const name of ['items', 'photos', 'parts', 'keys'] as const) if (missing(name)) database.createObjectStore(name, { keyPath: 'id' });
}

function settled(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const fault = () => reject(transaction.error ?? new Error('the browser keeps nothing'));
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('error', fault);
    transaction.addEventListener('abort', fault);
  });
}
