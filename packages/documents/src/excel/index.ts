export { fireTemplate, specialTemplate } from './equipment-templates.ts';
export { errorWorkbook } from './error-workbook.ts';
export type { ErrorWorkbookOptions, MarkedCell } from './error-workbook.ts';
export { hazardTemplate, personTemplate, unitTemplate } from './import-templates.ts';
export { standardLimits } from './limits.ts';
export type { Limits } from './limits.ts';
export { readWorkbook } from './read-workbook.ts';
export { templateWorkbook } from './template-workbook.ts';
export type { Template, TemplateColumn } from './template-workbook.ts';
