import { measuresWritten, type RiskField } from '@changming/domain/imports';
import {
  controlLevelOf,
  type DirectMajor,
  type GradingMethod,
  type MeasureKind,
  type RiskKind,
  type RiskLevel,
  type RiskStage,
} from '@changming/domain/risks';
import { en, type Language, zhCN } from '@changming/phrases';

import type { DataColumn, DataSheet } from '../paper/data-sheet.ts';

/** One risk as the register prints it. */
export type RegisterRow = {
  /** `公司/工厂/车间`. */
  readonly unitPath: string;
  readonly name: string;
  readonly kind: RiskKind;
  readonly pointCode: string | null;
  readonly source: string;
  readonly consequences: string | null;
  readonly method: GradingMethod;
  readonly likelihood: string;
  readonly exposure: string | null;
  readonly consequence: string;
  readonly score: string;
  readonly graded: RiskLevel;
  readonly directMajor: DirectMajor | null;
  readonly measures: readonly { readonly kind: MeasureKind; readonly text: string }[];
  readonly owner: string | null;
  readonly controlPlan: string | null;
  readonly assessedOn: string;
  readonly reviewDueOn: string | null;
  readonly stage: RiskStage;
};

type Cell = string | number | null;
type Column = Omit<DataColumn, 'title'> & { readonly field: RiskField; readonly cell: (row: RegisterRow, at: number) => Cell };
type Text = Exclude<keyof RegisterRow, 'measures'>;

/** What the import reads by its words stands in Chinese, in either language. */
const words = zhCN.risks;

function text(field: RiskField, width: number, from: Text): Column {
  return { field, kind: 'text', width, cell: (row) => row[from] };
}

function measures(kind: MeasureKind): Column {
  const of = (row: RegisterRow) => row.measures.flatMap((each) => (each.kind === kind ? [each.text] : []));
  return { field: kind, kind: 'text', width: 36, cell: (row) => measuresWritten(of(row)) };
}

/** The columns that the import of 风险清单 knows, so that what goes out comes in again. */
const columns: readonly Column[] = [
  { field: 'number', kind: 'number', width: 7, cell: (_, at) => at + 1 },
  text('unit', 30, 'unitPath'),
  text('name', 20, 'name'),
  { field: 'kind', kind: 'text', width: 10, cell: ({ kind }) => words.kinds[kind] },
  text('point', 14, 'pointCode'),
  text('source', 32, 'source'),
  text('consequences', 20, 'consequences'),
  { field: 'method', kind: 'text', width: 9, cell: ({ method }) => words.methods[method] },
  text('likelihood', 8, 'likelihood'),
  text('exposure', 8, 'exposure'),
  text('consequence', 8, 'consequence'),
  text('score', 8, 'score'),
  { field: 'level', kind: 'text', width: 11, cell: ({ graded }) => words.levels[graded] },
  {
    field: 'directMajor',
    kind: 'text',
    width: 22,
    cell: ({ directMajor }) => (directMajor === null ? null : words.directMajors[directMajor]),
  },
  measures('engineering'),
  measures('management'),
  measures('training'),
  measures('ppe'),
  measures('emergency'),
  { field: 'controlLevel', kind: 'text', width: 14, cell: ({ graded }) => words.controlLevels[controlLevelOf(graded)] },
  text('owner', 10, 'owner'),
  text('controlPlan', 36, 'controlPlan'),
  { field: 'assessedOn', kind: 'date', width: 12, cell: ({ assessedOn }) => assessedOn },
  { field: 'reviewDueOn', kind: 'date', width: 12, cell: ({ reviewDueOn }) => reviewDueOn },
  { field: 'stage', kind: 'text', width: 10, cell: ({ stage }) => words.stages[stage] },
];

/** 风险分级管控清单 as a workbook that the import reads. */
export function registerSheet(rows: readonly RegisterRow[], { language, madeAt }: { language: Language; madeAt: Date }): DataSheet {
  const { imports } = language === 'en' ? en : zhCN;
  return {
    sheet: imports.templates.risks,
    columns: columns.map(({ field, kind, width }) => ({ title: imports.riskFields[field], kind, width })),
    rows: rows.map((row, at) => columns.map(({ cell }) => cell(row, at))),
    madeAt,
  };
}
