import type { HazardField, PersonField, UnitField } from '@changming/domain/imports';
import { en, type Language, zhCN } from '@changming/phrases';

import { type Template, type TemplateColumn, templateWorkbook } from './template-workbook.ts';

type Titled<Field extends string> = Omit<TemplateColumn, 'title'> & { readonly field: Field };

const yes = { dictionary: 'marks' } as const;

const unitColumns: readonly Titled<UnitField>[] = [
  { field: 'number' },
  { field: 'code', required: true, example: 'A01' },
  { field: 'name', required: true, example: '云岭纺织有限公司' },
  { field: 'parentCode', example: 'A' },
  { field: 'kind', required: true, dictionary: 'kinds', example: '子公司' },
  { field: 'shortNames', example: '纺织公司、纺织' },
  { field: 'headcount', kind: 'number', example: '320' },
  { field: 'address' },
  { field: 'leader', example: '张敏' },
  ...(['fireKeyUnit', 'crowdedPlace', 'combustibleDust', 'confinedSpace', 'hazchem', 'specialEquipment', 'gas'] as const).map((field) => ({
    field,
    ...yes,
  })),
  ...(['dorm', 'canteen', 'boiler', 'downFilling', 'contractors', 'tenants'] as const).map((field) => ({ field, ...yes })),
  { field: 'remark' },
];

const personColumns: readonly Titled<PersonField>[] = [
  { field: 'number' },
  { field: 'staffNo', required: true, example: 'A00123' },
  { field: 'name', required: true, example: '李伟' },
  { field: 'sex', dictionary: 'sexes', example: '男' },
  { field: 'unit', required: true, dictionary: 'units', example: '纺织公司一车间' },
  { field: 'post', example: '缝纫工' },
  { field: 'title', example: '班组长' },
  { field: 'phone' },
  { field: 'identity' },
  { field: 'engagement', dictionary: 'engagements' },
  { field: 'hiredOn', example: '2026-03-05' },
  { field: 'leftOn' },
  { field: 'certificateKind', example: '低压电工作业' },
  { field: 'certificateNumber' },
  { field: 'certificateValid', example: '2029-03-04' },
  { field: 'certificateReview', example: '2027-03-04' },
  { field: 'certificateIssuer', example: '山东省应急管理厅' },
  { field: 'remark' },
];

const hazardColumns: readonly Titled<HazardField>[] = [
  { field: 'number' },
  { field: 'unit', required: true, dictionary: 'units', example: '纺织公司一车间' },
  { field: 'place', example: '二楼东侧楼梯口' },
  { field: 'foundOn', required: true, example: '2026-03-05' },
  { field: 'form', example: '公司月度检查' },
  { field: 'finder', example: '李伟' },
  { field: 'text', required: true, example: '疏散通道堆放布料，净宽不足1米' },
  { field: 'area', dictionary: 'areas', example: '消防' },
  { field: 'level', dictionary: 'levels', example: '车间级' },
  { field: 'measures', example: '清理通道，划定置线' },
  { field: 'responsible', example: '张敏' },
  { field: 'funds', example: '500' },
  { field: 'dueOn', example: '2026-03-08' },
  { field: 'doneOn', example: '2026-03-06' },
  { field: 'acceptor', example: '李伟' },
  { field: 'acceptedOn', example: '2026-03-07' },
  { field: 'closed', dictionary: 'closed', example: '已销号' },
  { field: 'remark' },
];

/** The template of 组织机构: one row a unit, its place by the code of the unit above. */
export async function unitTemplate(language: Language): Promise<Buffer> {
  const { imports, units } = phrases(language);
  const columns = unitColumns.map(({ field, ...column }) => ({ ...column, title: imports.unitFields[field] }));
  const dictionaries = { kinds: Object.values(units.kinds), marks: ['√'] };
  return templateWorkbook({ sheet: imports.templates.units, columns, dictionaries, words: imports.workbooks });
}

/** The template of 人员花名册; `units` are the paths from which a unit is chosen. */
export async function personTemplate(units: readonly string[], language: Language): Promise<Buffer> {
  const { imports } = phrases(language);
  const columns = personColumns.map(({ field, ...column }) => ({ ...column, title: imports.personFields[field] }));
  const dictionaries: Template['dictionaries'] = {
    units,
    sexes: Object.values(imports.sexes),
    engagements: Object.values(imports.engagements),
  };
  return templateWorkbook({ sheet: imports.templates.workforce, columns, dictionaries, words: imports.workbooks });
}

/** The template of 隐患台账. What is chosen from a list stands in Chinese in either language: those are the words that the import reads. */
export async function hazardTemplate(units: readonly string[], language: Language): Promise<Buffer> {
  const { imports } = phrases(language);
  const { keyAreas, levels, ledger } = zhCN.hazards;
  const columns = hazardColumns.map(({ field, ...column }) => ({ ...column, title: imports.hazardFields[field] }));
  const dictionaries: Template['dictionaries'] = {
    units,
    areas: Object.values(keyAreas),
    levels: Object.values(levels),
    closed: [ledger.closed.closed, ledger.closed.assigned],
  };
  return templateWorkbook({ sheet: imports.templates.hazards, columns, dictionaries, words: imports.workbooks });
}

function phrases(language: Language) {
  return language === 'en' ? en : zhCN;
}
