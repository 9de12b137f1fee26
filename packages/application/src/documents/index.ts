export { documentVerbs } from './document-verbs.ts';
export { type Order, orderDocument } from './order-document.ts';
export { keptUntil, type Named, ownDocument, ownDocuments, sweepOrdered } from './own-documents.ts';
