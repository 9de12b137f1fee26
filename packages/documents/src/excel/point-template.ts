import type { PointField } from '@changming/domain/imports';
import { en, type Language, zhCN } from '@changming/phrases';

import { type TemplateColumn, templateWorkbook } from './template-workbook.ts';

type Titled = Omit<TemplateColumn, 'title'> & { readonly field: PointField };

const columns: readonly Titled[] = [
  { field: 'number' },
  { field: 'unit', required: true, dictionary: 'units', example: '纺织公司一车间' },
  { field: 'name', required: true, example: '二号配电室' },
  { field: 'kind', dictionary: 'kinds', example: '配电室' },
  { field: 'no', example: 'P-001' },
  { field: 'place', example: '一层东北角' },
  { field: 'keeper', example: '张敏' },
  { field: 'keeperNo', example: 'A00123' },
  { field: 'key', dictionary: 'marks', example: '是' },
  { field: 'keyReason', example: '全厂供电，火灾后果严重' },
  { field: 'openedOn', example: '2026-03-05' },
  { field: 'remark' },
];

/** The template of 点位台账. What is chosen from a list stands in Chinese in either language: those are the words that the import reads. */
export async function pointTemplate(units: readonly string[], language: Language): Promise<Buffer> {
  const { imports } = language === 'en' ? en : zhCN;
  const titled = columns.map(({ field, ...column }) => ({ ...column, title: imports.pointFields[field] }));
  const dictionaries = { units, kinds: Object.values(zhCN.points.kinds), marks: [zhCN.points.isKey] };
  return templateWorkbook({ sheet: imports.templates.points, columns: titled, dictionaries, words: imports.workbooks });
}
