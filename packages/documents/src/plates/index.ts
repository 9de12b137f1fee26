export type { Plate, PlateSheet } from './plate-sheet.ts';
export type { WallSheet } from './wall-sheet.ts';
