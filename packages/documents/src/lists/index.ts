export { ledgerSheet } from './ledger-sheet.ts';
export type { ListContent, ListedHazard, ListTotal } from './list-content.ts';
export { listName, listPaper } from './list-paper.ts';
