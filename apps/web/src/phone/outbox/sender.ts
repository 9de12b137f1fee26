import { NetworkError } from '../../api/problem-error.ts';
import { noteSession } from '../../api/signed-out.ts';
import { noteLine } from '../line.ts';
import { dropPhotos, photoContent } from '../photos/photo-store.ts';
import { openAnew } from '../updates.ts';
import { deliver } from './deliver.ts';
import { endingOf } from './ending.ts';
import { noteShare } from './delivery-share.ts';
import type { OutboxItem, OutboxKind } from './item.ts';
import { clearAway } from './lying.ts';
import { itemNow, itemsNow, keepItemNow, keepItemsNow, rereadItem } from './outbox.ts';
import { loadKind } from './outbox-kinds.ts';
import { isDue, momentNow, type PassageEvent, step } from './passage.ts';
import { aloneOfAllTabs } from './tabs.ts';

/** Whose records may be sent now; records without a name go whoever holds the phone. */
let signedIn: string | null = null;
let quietUntil = 0;
let running: Promise<void> | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** From now on the records of this account are sent, until somebody else is named or nobody. */
export function sendFor(accountId: string | null): void {
  signedIn = accountId;
  if (accountId !== null) hurry();
}

/** Tries everything that waits, now: the line is back, somebody signed in, or a thumb asked for it. */
export function hurry(): void {
  quietUntil = 0;
  const moment = momentNow();
  const late = itemsNow().filter((item) => isMine(item) && !isDue(item.passage, moment.now));
  const hurried = late.map((item) => ({ ...item, passage: step(item.passage, { type: 'hurried' }, moment) }));
  void keepItemsNow(hurried.filter(({ passage }, at) => passage !== late[at]?.passage));
  wake();
}

/** Sends what is due, unless that is under way. */
export function wake(): void {
  clearTimeout(timer);
  running ??= aloneOfAllTabs(drain)
    .catch(() => undefined)
    .finally(() => {
      running = null;
      rest();
    });
}

/** Owner's events on one record: 提交, 再试, 修改. Answers when it lies safely. */
export async function apply(id: string, event: PassageEvent): Promise<void> {
  const item = itemNow(id);
  if (item === undefined) return;
  const passage = step(item.passage, event, momentNow());
  if (passage === item.passage) return;
  await keepItemNow({ ...item, passage });
}

async function drain(): Promise<void> {
  for (let item = next(); item !== undefined && Date.now() >= quietUntil; item = next()) {
    const fresh = await rereadItem(item.id);
    if (fresh !== undefined && isToSend(fresh)) await sendOne(fresh);
  }
}

/** Only the tab that holds the lock sends, so what it finds as being sent was left so by a page that is gone. */
function next(): OutboxItem | undefined {
  return itemsNow().find(isToSend);
}

function isToSend(item: OutboxItem): boolean {
  return isMine(item) && (item.passage.standing.is === 'sending' || isDue(item.passage, Date.now()));
}

function isMine({ ownerId }: OutboxItem): boolean {
  return ownerId === null || ownerId === signedIn;
}

async function sendOne(item: OutboxItem): Promise<void> {
  await apply(item.id, { type: 'interrupted' });
  await apply(item.id, { type: 'begun' });
  const kind = await loadKind(item.kind).catch(() => 'missing' as const);
  if (kind === 'missing') return await holdBack(item.id);
  if (kind === null) return await apply(item.id, { type: 'refused', code: 'unknown_kind', said: '' });
  const ended = await attempt(item, kind).catch((error: unknown) => endOf(error, item, kind));
  noteShare(item.id, null);
  await apply(item.id, ended);
  noteEnd(ended);
  if (ended.type === 'arrived') await settle(item, kind);
  if (ended.type === 'stopped') pause(ended.because, item.id);
}

/** The page lacks what it sends such a record with, and will not get it without being opened anew. */
async function holdBack(id: string): Promise<void> {
  await apply(id, { type: 'stopped', because: 'line' });
  await openAnew().catch(() => noteLine(false));
}

function noteEnd(ended: PassageEvent): void {
  if (ended.type === 'stopped' && ended.because === 'line') noteLine(false);
  else if (ended.type === 'arrived') noteLine(true);
}

/** What has arrived needs its photos no longer; of a report without a name nothing stays on the phone but what the page shows. */
async function settle({ id, ownerId, content }: OutboxItem, kind: OutboxKind<unknown>): Promise<void> {
  await dropPhotos(kind.photosOf(content));
  if (ownerId === null) await clearAway([id]);
}

function attempt(item: OutboxItem, kind: OutboxKind<unknown>): Promise<PassageEvent> {
  const onTheirWay = new Map<string, number>();
  const show = () =>
    noteShare(
      item.id,
      [...onTheirWay.values()].reduce((sum, share) => sum + share, 0),
    );
  return deliver({
    photos: kind.photosOf(item.content),
    handIn: () => inTime(kind.handIn(itemNow(item.id) ?? item)),
    contentOf: (photo) => photoContent(item.ownerId, photo),
    tell: (event) => {
      if (event.type === 'photoArrived' && onTheirWay.delete(event.sha256)) show();
      void apply(item.id, event);
    },
    watch: (sha256, share) => {
      onTheirWay.set(sha256, share);
      show();
    },
  });
}

/** A line this long without an answer counts as broken, ms. Should it answer later, the server knows the record by its id. */
const patience = 60_000;

function inTime<Answer>(asked: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new NetworkError('no answer in time')), patience);
    asked.then(resolve, reject).finally(() => clearTimeout(late));
  });
}

/** What the refusal alone does not say is asked for: who was faster, and when. */
async function endOf(error: unknown, item: OutboxItem, kind: OutboxKind<unknown>): Promise<PassageEvent> {
  const ended = endingOf(error);
  if (ended.type === 'stopped' && ended.because === 'signedOut' && item.ownerId !== null) noteSession('ended');
  if (ended.type !== 'refused') return ended;
  return { ...ended, said: [ended.said, await explained(kind, item, ended.code)].filter(Boolean).join('。') };
}

async function explained({ explain }: OutboxKind<unknown>, item: OutboxItem, code: string): Promise<string | null> {
  try {
    return (await explain?.(item, code)) ?? null;
  } catch {
    return null;
  }
}

/** After a broken line, the rest is not tried one by one. A faulty record holds up no other. */
function pause(because: string, id: string): void {
  if (because === 'signedOut') signedIn = null;
  const standing = itemNow(id)?.passage.standing;
  if ((because === 'line' || because === 'busy') && standing?.is === 'waiting') quietUntil = standing.notBefore;
}

function rest(): void {
  const waits = itemsNow().flatMap((item) =>
    isMine(item) && item.passage.standing.is === 'waiting' ? [item.passage.standing.notBefore] : [],
  );
  if (waits.length === 0) return;
  const until = Math.max(Math.min(...waits), quietUntil);
  timer = setTimeout(wake, Math.max(500, until - Date.now()));
}
