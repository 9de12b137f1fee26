export { documentVerbs } from './document-verbs.ts';
export { type Order, orderDocument } from './order-document.ts';
export { orderLanguage, orderList } from './order-list.ts';
export { type After, atOnce, type DocumentInMaking, type Making, nextAfter, orderedRows } from './ordered-rows.ts';
export { keptUntil, type Named, ownDocument } from './own-documents.ts';
export { sweepDocuments } from './sweep-documents.ts';
