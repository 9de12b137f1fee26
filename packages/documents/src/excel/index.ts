export { standardLimits } from './limits.ts';
export type { Limits } from './limits.ts';
export { readWorkbook } from './read-workbook.ts';
