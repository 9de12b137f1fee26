import { Worker } from 'node:worker_threads';

import { refuse } from '@changming/domain/kernel';

import type { MapPaper } from '../maps/map-paper.ts';
import type { PlateSheet } from '../plates/plate-sheet.ts';
import type { WallSheet } from '../plates/wall-sheet.ts';
import type { RollForm } from '../training/roll-form.ts';
import type { DataSheet } from './data-sheet.ts';
import type { Paper } from './paper.ts';
import type { Prose } from './prose-paper.ts';

export type Order =
  | { readonly kind: 'excel'; readonly paper: Paper }
  | { readonly kind: 'word'; readonly paper: Paper }
  | { readonly kind: 'prose'; readonly prose: Prose }
  | { readonly kind: 'prosePdf'; readonly prose: Prose; readonly madeAt: Date }
  | { readonly kind: 'data'; readonly data: DataSheet }
  | { readonly kind: 'roll'; readonly roll: RollForm }
  | { readonly kind: 'pdf'; readonly paper: Paper }
  | { readonly kind: 'plates'; readonly plates: PlateSheet }
  | { readonly kind: 'wall'; readonly wall: WallSheet }
  | { readonly kind: 'map'; readonly map: MapPaper };

type Answer = { readonly id: number; readonly content?: Uint8Array<ArrayBuffer>; readonly failed?: string };
type Waiting = { readonly resolve: (content: Uint8Array<ArrayBuffer>) => void; readonly reject: (error: Error) => void };

const mostWaiting = 20;
/** ms; the largest document takes a few seconds. */
const longest = 120_000;
const waiting = new Map<number, Waiting>();
let thread: Worker | null = null;
let ordered = 0;

let queued = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * Makes a document in a thread of its own, one after the other, so that a large one holds up nobody who only wants a page.
 * Refuses by `conflict` when too many wait already; fails when one takes longer than two minutes, counted from when its turn has come.
 */
export async function press(order: Order): Promise<Uint8Array<ArrayBuffer>> {
  if (queued >= mostWaiting) refuse('conflict', 'request.busy');
  queued += 1;
  const turn = last.then(() => pressed(order)).finally(() => (queued -= 1));
  last = turn.catch(() => {});
  return turn;
}

async function pressed(order: Order): Promise<Uint8Array<ArrayBuffer>> {
  ordered += 1;
  const id = ordered;
  const worker = running();
  const timer = setTimeout(() => void worker.terminate(), longest);
  try {
    return await new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.ref();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage({ id, order });
    });
  } finally {
    clearTimeout(timer);
    waiting.delete(id);
    if (queued === 1) thread?.unref();
  }
}

/** The thread begins with the first order and keeps no process alive; after it has fallen the next order begins another. */
function running(): Worker {
  if (thread !== null) return thread;
  const begun = new Worker(new URL('press-thread.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 512 } });
  begun.on('message', ({ id, content, failed }: Answer) => {
    const asked = waiting.get(id);
    if (content === undefined) asked?.reject(new Error(`the document was not made: ${failed}`));
    else asked?.resolve(content);
  });
  begun.on('error', (error) => abandon(begun, error instanceof Error ? error : new Error(String(error))));
  begun.on('exit', (code) => abandon(begun, new Error(`the press ended with ${code}`)));
  thread = begun;
  return begun;
}

function abandon(gone: Worker, error: Error): void {
  if (thread !== gone) return;
  thread = null;
  for (const { reject } of waiting.values()) reject(error);
}
