import { dropPhotos, isAnyHeld, isHeld, keepHeldPhotos, sweepPhotos } from '../photos/photo-store.ts';
import { type Sealed, sealJson, unsealJson } from '../store/cipher.ts';
import { NotKept, onStore, type Unkept } from '../store/database.ts';
import { noteWriting } from '../store/keeping.ts';
import { keyOf } from '../store/keyring.ts';
import { inOrder } from './deliver.ts';
import type { OutboxItem } from './item.ts';
import { isOwed } from './passage.ts';
import { loadKind } from './outbox-kinds.ts';
import { tellTabs, whenTabsTell } from './tabs.ts';

/** As it lies on the phone: whose it is and whether it waits stand in the clear, so that others see how many wait, and nothing else. */
type Lying = Sealed & { readonly id: string; readonly ownerId: string | null; readonly waits: boolean };

/** The records of this phone that are open here: those of whoever is signed in, and those made without a name. */
const known = new Map<string, OutboxItem>();
const listeners = new Set<() => void>();
let list: readonly OutboxItem[] = [];

export function itemsNow(): readonly OutboxItem[] {
  return list;
}

export function itemNow(id: string): OutboxItem | undefined {
  return known.get(id);
}

export function whenItemsChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Reads what lies here of this owner, whose key is out. What has arrived goes after a day, what was never filled in after a week.
 * Answers whether the store could be read at all.
 */
export async function openItems(ownerId: string | null): Promise<boolean> {
  const all = await onStore<Lying[]>('items', 'readonly', (store) => store.getAll()).catch(noteUnread);
  if (all !== null) noteWriting('store', null);
  let whole = all !== null;
  for (const lying of all ?? []) if (lying.ownerId === ownerId && !(await takeIn(lying))) whole = false;
  tell();
  if (whole) await sweep(ownerId);
  return all !== null;
}

function noteUnread(error: unknown): null {
  noteWriting('store', whyNot(error));
  return null;
}

function whyNot(error: unknown): Unkept {
  return error instanceof NotKept ? error.why : 'refused';
}

/** Whether it could be opened. */
async function takeIn(lying: Lying): Promise<boolean> {
  if (known.has(lying.id)) return true;
  const item = await opened(lying);
  if (item === null) return false;
  if (await isStale(item)) await dropItem(item.id);
  else if (!known.has(item.id)) known.set(item.id, item);
  return true;
}

/** Photos that no record names go; none, while there is a record of which nobody can say which photos it names. */
async function sweep(ownerId: string | null): Promise<void> {
  const mine = list.filter((item) => item.ownerId === ownerId);
  const kinds = await Promise.all(mine.map(({ kind }) => loadKind(kind).catch(() => null)));
  if (kinds.includes(null)) return;
  const named = mine.flatMap(({ content }, at) => kinds[at]?.photosOf(content) ?? []);
  await sweepPhotos(ownerId, new Set(named.map(({ id }) => id)));
}

/** Somebody else holds the phone now: what is safely locked away is not left lying open. */
export function closeItems(ownerId: string): void {
  for (const { id, ownerId: theirs } of known.values()) if (theirs === ownerId && !unwritten.has(id)) known.delete(id);
  tell();
}

/** How many records of others wait on this phone for their owners to sign in. */
export async function countOthers(ownerId: string | null): Promise<number> {
  const all = await allLying();
  return all.filter((lying) => lying.waits && lying.ownerId !== null && lying.ownerId !== ownerId).length;
}

const unwritten = new Set<string>();

/** Whether the phone itself has all of a record that is known here: only then may a person be told that he can go. */
export function isWritten(id: string): boolean {
  return !unwritten.has(id);
}

const pending = new Map<string, ReturnType<typeof setTimeout>>();

/** ms between a touch of a key and the writing: a sentence is not written letter by letter. */
const breath = 250;

/** Keeps a record that is being filled in. */
export function keepItem(item: OutboxItem): void {
  known.set(item.id, item);
  unwritten.add(item.id);
  tell();
  clearTimeout(pending.get(item.id));
  pending.set(
    item.id,
    setTimeout(() => void write(item.id), breath),
  );
}

/** The same, answered when it lies safely, or when it is clear that this phone keeps nothing. */
export async function keepItemNow(item: OutboxItem): Promise<void> {
  known.set(item.id, item);
  unwritten.add(item.id);
  tell();
  await write(item.id);
}

/** Writes what has not been written yet: the page may be about to go, or the phone may have room again. */
export function writeAll(): void {
  void writeAllNow();
}

export async function writeAllNow(): Promise<void> {
  await Promise.all([...unwritten].map(write));
  await keepHeldPhotos();
}

/** Whether nothing lives on this page alone: no record that is still needed, and no photo of one. */
export async function isAllWritten(): Promise<boolean> {
  if ([...unwritten].some((id) => known.get(id)?.passage.standing.is !== 'arrived')) return false;
  const photos = await Promise.all(list.map((item) => photosOf(item).catch(() => null)));
  return photos.every((those) => (those === null ? !isAnyHeld() : !those.some(isHeld)));
}

export async function dropItem(id: string): Promise<void> {
  const item = known.get(id);
  known.delete(id);
  unwritten.delete(id);
  noteWriting(id, null);
  clearTimeout(pending.get(id));
  tell();
  if (item !== undefined) await dropPhotos(await photosOf(item).catch(() => []));
  await onStore('items', 'readwrite', (store) => store.delete(id)).catch(() => null);
  tellTabs(id);
}

/**
 * What another tab has made of it; the sender reads it so before it sends. What was changed here meanwhile is newer, and what cannot be
 * read does not make this page forget what it knows; only a record that is gone, or locked, is let go of.
 */
export async function rereadItem(id: string): Promise<OutboxItem | undefined> {
  const before = known.get(id);
  if (unwritten.has(id)) return before;
  const read = await readAgain(id).catch(() => before);
  if (unwritten.has(id) || known.get(id) !== before) return known.get(id);
  if (read === undefined) known.delete(id);
  else known.set(id, read);
  tell();
  return read;
}

/** @throws NotKept or OperationError when it could not be read */
async function readAgain(id: string): Promise<OutboxItem | undefined> {
  const lying = await onStore<Lying | undefined>('items', 'readonly', (store) => store.get(id));
  const key = lying === undefined ? null : keyOf(lying.ownerId);
  return lying === undefined || key === null ? undefined : ((await unsealJson(key, placeOf(id), lying)) as OutboxItem);
}

/** Whether the phone itself has the record and it can be read again, and not only this page. */
export async function isItemKept(id: string): Promise<boolean> {
  const lying = await onStore<Lying | undefined>('items', 'readonly', (store) => store.get(id)).catch(() => undefined);
  return lying !== undefined && (await opened(lying)) !== null;
}

async function write(id: string): Promise<void> {
  clearTimeout(pending.get(id));
  const item = known.get(id);
  const key = item === undefined ? null : keyOf(item.ownerId);
  if (item === undefined) return;
  if (key === null) return noteWriting(id, 'refused');
  try {
    const lying: Lying = { id, ownerId: item.ownerId, waits: isOwed(item.passage), ...(await sealJson(key, placeOf(id), item)) };
    if (known.get(id) !== item) return;
    await onStore('items', 'readwrite', (store) => store.put(lying));
    if (known.get(id) === item) unwritten.delete(id);
    noteWriting(id, null);
    tellTabs(id);
    tell();
  } catch (error) {
    noteWriting(id, item.passage.standing.is === 'arrived' ? null : whyNot(error));
  }
}

/** @throws TypeError when this page could not fetch what knows that kind; photos that no record names are swept another day */
async function photosOf(item: OutboxItem) {
  const kind = await loadKind(item.kind);
  return kind?.photosOf(item.content) ?? [];
}

async function allLying(): Promise<readonly Lying[]> {
  return onStore<Lying[]>('items', 'readonly', (store) => store.getAll()).catch(() => []);
}

async function opened(lying: Lying): Promise<OutboxItem | null> {
  const key = keyOf(lying.ownerId);
  if (key === null) return null;
  return unsealJson(key, placeOf(lying.id), lying).then(
    (item) => item as OutboxItem,
    () => null,
  );
}

const day = 86_400_000;

/** What waits to be sent never goes by itself, nor does anything that somebody filled in. */
async function isStale({ passage, at, kind, content }: OutboxItem): Promise<boolean> {
  const { standing } = passage;
  if (standing.is === 'arrived') return Date.now() - standing.at > day;
  if (standing.is !== 'draft' || Date.now() - at <= day * 7) return false;
  return (await loadKind(kind).catch(() => null))?.isBlank(content) === true;
}

function tell(): void {
  list = inOrder([...known.values()]);
  for (const listener of listeners) listener();
}

function placeOf(id: string): string {
  return `items ${id}`;
}

whenTabsTell((id) => {
  if (unwritten.has(id)) return;
  void (known.has(id) ? rereadItem(id) : learn(id));
});

/** What another tab has begun, where its owner is open here too. */
async function learn(id: string): Promise<void> {
  const lying = await onStore<Lying | undefined>('items', 'readonly', (store) => store.get(id)).catch(() => undefined);
  if (lying === undefined || keyOf(lying.ownerId) === null) return;
  await takeIn(lying);
  tell();
}
