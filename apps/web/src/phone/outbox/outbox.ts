import { dropPhotos, isAnyHeld, isHeld, keepHeldPhotos, sweepPhotos } from '../photos/photo-store.ts';
import { NotKept, type Unkept } from '../store/database.ts';
import { noteWriting } from '../store/keeping.ts';
import { keyOf } from '../store/keyring.ts';
import { inOrder } from './deliver.ts';
import type { OutboxItem } from './item.ts';
import { allLying, clearAway, layDown, locked, type Lying, lyingNow, opened, unlocked } from './lying.ts';
import { loadKind } from './outbox-kinds.ts';
import { tellTabs, whenTabsTell } from './tabs.ts';

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
  const all = await allLying().catch(noteUnread);
  if (all === null) return false;
  noteWriting('store', null);
  const whole = await takeIn(all.filter((lying) => lying.ownerId === ownerId));
  if (whole) void sweep(ownerId).catch(() => null);
  return true;
}

function noteUnread(error: unknown): null {
  noteWriting('store', whyNot(error));
  return null;
}

function whyNot(error: unknown): Unkept {
  return error instanceof NotKept ? error.why : 'refused';
}

/** Opens them side by side, for there may be hundreds. Answers whether all could be opened. */
async function takeIn(lying: readonly Lying[]): Promise<boolean> {
  const read = await Promise.all(lying.filter(({ id }) => !known.has(id)).map(opened));
  const items = read.filter((item) => item !== null);
  const stale = await Promise.all(items.map(isStale));
  for (const [at, item] of items.entries()) if (stale[at] === false && !known.has(item.id)) known.set(item.id, item);
  tell();
  await forget(items.flatMap(({ id }, at) => (stale[at] === true ? [id] : [])));
  return items.length === read.length;
}

async function forget(ids: readonly string[]): Promise<void> {
  await clearAway(ids);
  for (const id of ids) tellTabs(id);
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
    setTimeout(() => void write([item.id]), breath),
  );
}

/** The same, answered when it lies safely, or when it is clear that this phone keeps nothing. */
export function keepItemNow(item: OutboxItem): Promise<void> {
  return keepItemsNow([item]);
}

/** The same of several at once: hundreds may wait, and each would wait for the disk and have everything shown anew. */
export async function keepItemsNow(items: readonly OutboxItem[]): Promise<void> {
  if (items.length === 0) return;
  for (const item of items) {
    known.set(item.id, item);
    unwritten.add(item.id);
  }
  tell();
  await write(items.map(({ id }) => id));
}

/** Writes what has not been written yet: the page may be about to go, or the phone may have room again. */
export function writeAll(): void {
  void writeAllNow();
}

export async function writeAllNow(): Promise<void> {
  await Promise.all([...unwritten].map((id) => write([id])));
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
  await forget([id]);
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
  const lying = await lyingNow(id);
  const key = lying === undefined ? null : keyOf(lying.ownerId);
  return lying === undefined || key === null ? undefined : unlocked(lying, key);
}

/** Whether the phone itself has the record and it can be read again, and not only this page. */
export async function isItemKept(id: string): Promise<boolean> {
  const lying = await lyingNow(id).catch(() => undefined);
  return lying !== undefined && (await opened(lying)) !== null;
}

/** In one go. What has changed while it was being locked is written by whoever changed it, and only he says whether it is kept. */
async function write(ids: readonly string[]): Promise<void> {
  for (const id of ids) clearTimeout(pending.get(id));
  const items = ids.flatMap((id) => known.get(id) ?? []);
  try {
    const sealed = await Promise.all(items.map(sealedNow));
    const ready = sealed.filter((one): one is Ready => one !== null && known.get(one.item.id) === one.item);
    if (ready.length === 0) return;
    await layDown(ready.map(({ lying }) => lying));
    for (const { item } of ready) noteWritten(item);
    tell();
  } catch (error) {
    for (const item of items) if (unwritten.has(item.id)) noteUnwritten(item, error);
  }
}

function noteUnwritten({ id, passage }: OutboxItem, error: unknown): void {
  noteWriting(id, passage.standing.is === 'arrived' ? null : whyNot(error));
}

type Ready = { readonly item: OutboxItem; readonly lying: Lying };

/** Null while its owner's key is not out. */
async function sealedNow(item: OutboxItem): Promise<Ready | null> {
  const key = keyOf(item.ownerId);
  if (key !== null) return { item, lying: await locked(item, key) };
  noteWriting(item.id, 'refused');
  return null;
}

function noteWritten(item: OutboxItem): void {
  if (known.get(item.id) === item) unwritten.delete(item.id);
  noteWriting(item.id, null);
  tellTabs(item.id);
}

/** @throws TypeError when this page could not fetch what knows that kind; photos that no record names are swept another day */
async function photosOf(item: OutboxItem) {
  const kind = await loadKind(item.kind);
  return kind?.photosOf(item.content) ?? [];
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

whenTabsTell((id) => {
  if (unwritten.has(id)) return;
  void (known.has(id) ? rereadItem(id) : learn(id));
});

/** What another tab has begun, where its owner is open here too. */
async function learn(id: string): Promise<void> {
  const lying = await lyingNow(id).catch(() => undefined);
  if (lying !== undefined && keyOf(lying.ownerId) !== null) await takeIn([lying]);
}
