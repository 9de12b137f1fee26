export { certificateSheet } from './certificate-sheet.ts';
export { fireSheet, specialSheet } from './equipment-sheets.ts';
export { ledgerSheet } from './ledger-sheet.ts';
export type { ListContent, ListedHazard, ListTotal } from './list-content.ts';
export { missedSpotsSheet } from './missed-spots-sheet.ts';
export { openLongDocument } from './long-document.ts';
export { pointsSheet } from './points-sheet.ts';
export { listName, listPaper } from './list-paper.ts';
