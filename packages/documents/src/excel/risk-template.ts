import type { RiskField } from '@changming/domain/imports';
import { en, type Language, zhCN } from '@changming/phrases';

import { type TemplateColumn, templateWorkbook } from './template-workbook.ts';

type Titled = Omit<TemplateColumn, 'title'> & { readonly field: RiskField };

const columns: readonly Titled[] = [
  { field: 'number' },
  { field: 'unit', required: true, dictionary: 'units', example: '纺织公司一车间' },
  { field: 'name', required: true, example: '充绒机' },
  { field: 'kind', dictionary: 'kinds', example: '设备设施' },
  { field: 'point', example: '充绒间' },
  { field: 'source', required: true, example: '绒毛积聚遇静电起火' },
  { field: 'consequences', example: '火灾' },
  { field: 'method', dictionary: 'methods', example: 'LEC' },
  { field: 'likelihood', required: true, example: '3' },
  { field: 'exposure', example: '6' },
  { field: 'consequence', required: true, example: '15' },
  { field: 'directMajor', dictionary: 'directMajors' },
  { field: 'engineering', example: '设备接地；湿度不低于 60%' },
  { field: 'management', example: '每班清绒并记录' },
  { field: 'training' },
  { field: 'ppe', example: '防静电服' },
  { field: 'emergency' },
  { field: 'owner', example: '张敏' },
  { field: 'controlPlan' },
  { field: 'assessedOn', required: true, example: '2026-03-05' },
  { field: 'stage', dictionary: 'stages', example: '已发布' },
  { field: 'remark' },
];

/** The template of 风险清单. What is chosen from a list stands in Chinese in either language: those are the words that the import reads. */
export async function riskTemplate(units: readonly string[], language: Language): Promise<Buffer> {
  const { imports } = language === 'en' ? en : zhCN;
  const { kinds, methods, directMajors, register } = zhCN.risks;
  const titled = columns.map(({ field, ...column }) => ({ ...column, title: imports.riskFields[field] }));
  const dictionaries = {
    units,
    kinds: Object.values(kinds),
    methods: Object.values(methods),
    directMajors: Object.values(directMajors),
    stages: [register.published, register.draft],
  };
  return templateWorkbook({ sheet: imports.templates.risks, columns: titled, dictionaries, words: imports.workbooks });
}
