export { fireSheet, specialSheet } from './ledger-sheets.ts';
export type { ListedFire, ListedSpecial } from './ledger-sheets.ts';
