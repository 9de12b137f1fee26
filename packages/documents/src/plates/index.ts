export type { Plate, PlateSheet } from './plate-sheet.ts';
