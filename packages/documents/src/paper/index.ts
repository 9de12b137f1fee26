export type { DataColumn, DataSheet } from './data-sheet.ts';
export type { Paper, PaperCell, PaperColumn, Picture } from './paper.ts';
export { press } from './press.ts';
export type { Order } from './press.ts';
