import type { FireField, SpecialField } from '@changming/domain/imports';
import { en, type Language, zhCN } from '@changming/phrases';

import { type TemplateColumn, templateWorkbook } from './template-workbook.ts';

type Titled<Field extends string> = Omit<TemplateColumn, 'title'> & { readonly field: Field };

const specialColumns: readonly Titled<SpecialField>[] = [
  { field: 'number' },
  { field: 'unit', required: true, dictionary: 'units', example: '纺织公司一车间' },
  { field: 'name', required: true, example: '蒸汽锅炉' },
  { field: 'category', dictionary: 'categories', example: '锅炉' },
  { field: 'model', example: 'WNS4-1.25-Q' },
  { field: 'ownNo', example: 'T-01' },
  { field: 'registerNo', example: '锅10东A00001(22)' },
  { field: 'useFrom', example: '2022-05-01' },
  { field: 'inspectedOn', example: '2026-03-05' },
  { field: 'nextDueOn', example: '2027-03-04' },
  { field: 'result', dictionary: 'results', example: '合格' },
  { field: 'state', required: true, dictionary: 'states', example: '在用' },
  { field: 'stateOn' },
  { field: 'keeper', example: '张敏' },
  { field: 'operators', example: '李伟、王强' },
  { field: 'remark' },
];

const fireColumns: readonly Titled<FireField>[] = [
  { field: 'number' },
  { field: 'unit', required: true, dictionary: 'units', example: '纺织公司一车间' },
  { field: 'no', required: true, example: 'F-0001' },
  { field: 'name', required: true, dictionary: 'kinds', example: '手提式干粉灭火器' },
  { field: 'model', example: 'MFZ/ABC4' },
  { field: 'place', example: '东门' },
  { field: 'madeOn', example: '2024-07' },
  { field: 'servicedOn' },
  { field: 'scrapOn' },
  { field: 'condition', required: true, dictionary: 'conditions', example: '完好' },
  { field: 'keeper', example: '张敏' },
  { field: 'remark' },
];

/** The template of 特种设备台账. What is chosen from a list stands in Chinese in either language: those are the words that the import reads. */
export async function specialTemplate(units: readonly string[], language: Language): Promise<Buffer> {
  const { imports } = language === 'en' ? en : zhCN;
  const { categories, inspectionResults, states } = zhCN.equipment;
  const columns = specialColumns.map(({ field, ...column }) => ({ ...column, title: imports.specialFields[field] }));
  const dictionaries = {
    units,
    categories: Object.values(categories),
    results: Object.values(inspectionResults),
    states: Object.values(states),
  };
  return templateWorkbook({ sheet: imports.templates.specialEquipment, columns, dictionaries, words: imports.workbooks });
}

/** The template of 消防器材台账. */
export async function fireTemplate(units: readonly string[], language: Language): Promise<Buffer> {
  const { imports } = language === 'en' ? en : zhCN;
  const { conditions, fireKinds } = zhCN.equipment;
  const columns = fireColumns.map(({ field, ...column }) => ({ ...column, title: imports.fireFields[field] }));
  const dictionaries = { units, kinds: Object.values(fireKinds), conditions: Object.values(conditions) };
  return templateWorkbook({ sheet: imports.templates.fireEquipment, columns, dictionaries, words: imports.workbooks });
}
