import type { Draft } from './draft.ts';

/**
 * The drafts of this phone. They stand in memory while the page lives and in IndexedDB beyond it: opening the camera may cost a small
 * phone the page. Where the browser keeps nothing (private windows), memory alone must do.
 */
const known = new Map<string, Draft>();
const listeners = new Set<() => void>();
let list: readonly Draft[] = [];
let loaded: Promise<void> | null = null;

export function draftsNow(): readonly Draft[] {
  return list;
}

export function whenDraftsChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Reads what an earlier page has kept, once. */
export function loadDrafts(): Promise<void> {
  loaded ??= readKept();
  return loaded;
}

async function readKept(): Promise<void> {
  const kept = (await inStore<Draft[]>('readonly', (store) => store.getAll())) ?? [];
  for (const draft of kept) {
    if (isAbandoned(draft)) dropDraft(draft.key);
    else if (!known.has(draft.key)) known.set(draft.key, draft);
  }
  tell();
}

const day = 86_400_000;

/** Begun and never filled; or nobody's, which must not tell the next who holds this phone what was reported. */
function isAbandoned({ photos, ownerId, at }: Draft): boolean {
  return (photos.length === 0 || ownerId === null) && Date.now() - at > day;
}

export function keepDraft(draft: Draft): void {
  known.set(draft.key, draft);
  tell();
  void inStore('readwrite', (store) => store.put(draft));
}

export function dropDraft(key: string): void {
  known.delete(key);
  tell();
  void inStore('readwrite', (store) => store.delete(key));
}

function tell(): void {
  list = [...known.values()].toSorted((one, other) => one.at - other.at);
  for (const listener of listeners) listener();
}

/** Null where the browser refuses to keep anything. */
async function inStore<Answer>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<Answer | null> {
  try {
    const database = await opened();
    return (await settled(act(database.transaction('drafts', mode).objectStore('drafts')))) as Answer;
  } catch {
    return null;
  }
}

let opening: Promise<IDBDatabase> | null = null;

function opened(): Promise<IDBDatabase> {
  opening ??= (() => {
    const request = indexedDB.open('changming', 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore('drafts', { keyPath: 'key' }));
    return settled(request);
  })();
  return opening;
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the browser keeps nothing')));
  });
}
