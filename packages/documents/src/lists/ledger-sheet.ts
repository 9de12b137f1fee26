import type { HazardField } from '@changming/domain/imports';
import { basisWords, en, type Language, zhCN } from '@changming/phrases';

import type { DataColumn, DataFrame, DataSheet } from '../paper/data-sheet.ts';
import type { ListedHazard } from './list-content.ts';
import { yuan } from './list-columns.ts';

type Words = (typeof zhCN)['hazards'];
type Cell = string | number | null;
type Column = Omit<DataColumn, 'title'> & {
  readonly field: HazardField | 'beforeLack';
  readonly cell: (row: ListedHazard, told: { readonly words: Words; readonly language: Language; readonly at: number }) => Cell;
};

/** The columns that the import of 隐患台账 knows, so that what goes out comes in again; behind them one that it passes over. */
const ledgerColumns: readonly Column[] = [
  { field: 'number', kind: 'number', width: 7, cell: (_, { at }) => at + 1 },
  { field: 'unit', kind: 'text', width: 30, cell: ({ unit }) => unit },
  { field: 'place', kind: 'text', width: 18, cell: ({ place }) => place },
  { field: 'foundOn', kind: 'date', width: 12, cell: ({ foundOn }) => foundOn },
  { field: 'form', kind: 'text', width: 12, cell: ({ source, asWritten }, { words }) => asWritten.form ?? words.sources[source] },
  { field: 'finder', kind: 'text', width: 10, cell: ({ finder, anonymous }) => (anonymous ? null : finder) },
  { field: 'text', kind: 'text', width: 42, cell: ({ text, category }, { words }) => text ?? words.categories[category] },
  { field: 'category', kind: 'text', width: 14, cell: ({ category }, { words }) => words.categories[category] },
  { field: 'area', kind: 'text', width: 12, cell: ({ keyArea }, { words }) => words.keyAreas[keyArea] },
  { field: 'level', kind: 'text', width: 9, cell: ({ level }, { words }) => (level === null ? null : words.levels[level]) },
  {
    field: 'basis',
    kind: 'text',
    width: 28,
    cell: ({ clauses }, { language }) => listed(clauses.map((each) => basisWords(each, language))),
  },
  { field: 'measures', kind: 'text', width: 36, cell: ({ measures }) => measures },
  { field: 'responsibleUnit', kind: 'text', width: 24, cell: ({ responsibleUnit }) => responsibleUnit },
  { field: 'leader', kind: 'text', width: 10, cell: ({ leader }) => leader },
  { field: 'responsible', kind: 'text', width: 10, cell: ({ responsible }) => responsible },
  { field: 'funds', kind: 'number', width: 12, cell: ({ funds }) => yuan(funds) },
  { field: 'dueOn', kind: 'date', width: 12, cell: ({ dueOn }) => dueOn },
  { field: 'doneOn', kind: 'date', width: 12, cell: doneOn },
  { field: 'acceptor', kind: 'text', width: 10, cell: ({ acceptor }) => acceptor },
  { field: 'acceptedOn', kind: 'date', width: 12, cell: ({ acceptedOn }) => acceptedOn },
  { field: 'closed', kind: 'text', width: 10, cell: ({ stage }, { words }) => words.ledger.closed[stage] },
  { field: 'lookBack', kind: 'text', width: 18, cell: lookedBack },
  { field: 'remark', kind: 'text', width: 18, cell: remark },
  { field: 'beforeLack', kind: 'text', width: 18, cell: ({ beforeLack }) => beforeLack },
];

type Made = { readonly language: Language; readonly madeAt: Date };

/** 隐患台账 as a workbook that the import reads: whatever it reads by its words stands in Chinese, in either language. */
export function ledgerSheet(rows: readonly ListedHazard[], made: Made): DataSheet {
  return { ...ledgerFrame(made), rows: rows.map((row, at) => ledgerCells(row, at, made.language)) };
}

export function ledgerFrame({ language, madeAt }: Made): DataFrame {
  const { imports, hazards } = language === 'en' ? en : zhCN;
  const titles = { ...imports.hazardFields, beforeLack: hazards.beforeLack.title };
  return {
    sheet: imports.templates.hazards,
    columns: ledgerColumns.map(({ field, kind, width }) => ({ title: titles[field], kind, width })),
    madeAt,
  };
}

/** The cells of the row that stands at `at`, counted from 0. */
export function ledgerCells(row: ListedHazard, at: number, language: Language): Cell[] {
  return ledgerColumns.map(({ cell }) => cell(row, { words: zhCN.hazards, language, at }));
}

function listed(parts: readonly string[]): string | null {
  return parts.length === 0 ? null : parts.join('；');
}

/** The day, or that the work is under way: a hazard that was sent back or reopened owes its work again. */
function doneOn({ stage, rectifiedOn }: ListedHazard, { words }: { readonly words: Words }): Cell {
  if (stage === 'rectifying') return words.ledger.underWay;
  return stage === 'submitted' || stage === 'closed' ? rectifiedOn : null;
}

/** The office's own words before ours, once: a ledger that went out and came in carries ours already. */
function remark({ number, asWritten }: ListedHazard, { language }: { readonly language: Language }): Cell {
  const { ledger } = (language === 'en' ? en : zhCN).hazards;
  const ours = ledger.remark.replace('{number}', number);
  const written = asWritten.remark ?? '';
  if (written === '') return ours;
  return written.includes(ours) ? written : `${written}；${ours}`;
}

function lookedBack({ lookBackOn, lookBackResult }: ListedHazard, { words }: { readonly words: Words }): Cell {
  return lookBackResult === null ? null : `${lookBackOn ?? ''} ${words.lookBackResults[lookBackResult]}`.trim();
}
