import { parentPort } from 'node:worker_threads';

import type { Order } from './press.ts';

type Drawn = Extract<Order, { readonly kind: 'plates' | 'wall' | 'map' | 'pdf' | 'prosePdf' }>;
type Written = Exclude<Order, Drawn>;

/** Each writer is loaded when it is first needed: whoever wants a list does not wait for the fonts of the plates. */
function made(order: Order): Promise<Uint8Array> {
  return isDrawn(order) ? drawn(order) : written(order);
}

function isDrawn(order: Order): order is Drawn {
  return ['plates', 'wall', 'map', 'pdf', 'prosePdf'].includes(order.kind);
}

async function drawn(order: Drawn): Promise<Uint8Array> {
  if (order.kind === 'plates') return (await import('../plates/plates-pdf.ts')).platesPdf(order.plates);
  if (order.kind === 'wall') return (await import('../plates/wall-sheet-pdf.ts')).wallSheetPdf(order.wall);
  if (order.kind === 'map') return (await import('../maps/map-pdf.ts')).mapPdf(order.map);
  if (order.kind === 'prosePdf') return (await import('./pdf-prose.ts')).pdfProse(order.prose, order.madeAt);
  return (await import('./pdf-paper.ts')).pdfPaper(order.paper);
}

async function written(order: Written): Promise<Uint8Array> {
  if (order.kind === 'data') return (await import('./data-sheet.ts')).dataWorkbook(order.data);
  if (order.kind === 'roll') return (await import('../training/roll-form.ts')).rollForm(order.roll);
  if (order.kind === 'prose') return (await import('./prose-paper.ts')).prosePaper(order.prose);
  if (order.kind === 'word') return (await import('./word-paper.ts')).wordPaper(order.paper);
  return (await import('./excel-paper.ts')).excelPaper(order.paper);
}

function answer(message: object): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message);
}

parentPort?.on('message', ({ id, order }: { readonly id: number; readonly order: Order }) => {
  made(order).then(
    (content) => answer({ id, content }),
    (error: unknown) => answer({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
