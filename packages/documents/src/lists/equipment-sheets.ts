import type { FireCondition, FireKind, InspectionResult, Registration, SpecialCategory, SpecialState } from '@changming/domain/equipment';
import type { FireField, SpecialField } from '@changming/domain/imports';
import { en, type Language, zhCN } from '@changming/phrases';

import type { DataColumn, DataSheet } from '../paper/data-sheet.ts';

/** A machine as the ledger prints it. */
type ListedSpecial = {
  readonly unit: string;
  readonly ownNo: string | null;
  readonly name: string;
  readonly category: SpecialCategory;
  readonly model: string | null;
  readonly registration: Registration;
  readonly registerNo: string | null;
  readonly useFrom: string | null;
  readonly point: string | null;
  readonly inspectedOn: string | null;
  readonly inspectionResult: InspectionResult | null;
  readonly nextDueOn: string | null;
  readonly state: SpecialState;
  readonly stateSince: string;
  readonly keeper: string | null;
  readonly keeperWords: string | null;
  readonly operators: readonly string[];
  readonly remark: string | null;
};

/** A piece of fire equipment as the ledger prints it. */
type ListedFire = {
  readonly unit: string;
  readonly no: string | null;
  readonly kind: FireKind;
  readonly name: string | null;
  readonly model: string | null;
  readonly place: string | null;
  readonly point: string | null;
  readonly madeOn: string | null;
  readonly servicedOn: string | null;
  readonly scrapStatedOn: string | null;
  readonly scrapDueOn: string | null;
  readonly condition: FireCondition;
  readonly keeper: string | null;
  readonly keeperWords: string | null;
  readonly remark: string | null;
};

type Cell = string | number | null;
type Column<Field, Row> = Omit<DataColumn, 'title'> & { readonly field: Field; readonly cell: (row: Row, at: number) => Cell };
type Told = { readonly language: Language; readonly madeAt: Date };

/** What is chosen from a list stands in Chinese in either language: those are the words that the import reads. */
const words = zhCN.equipment;

/** The columns that the import of 特种设备台账 knows, so that what goes out comes in again. */
const specialColumns: readonly Column<SpecialField, ListedSpecial>[] = [
  { field: 'number', kind: 'number', width: 7, cell: (_, at) => at + 1 },
  { field: 'unit', kind: 'text', width: 26, cell: ({ unit }) => unit },
  { field: 'name', kind: 'text', width: 18, cell: ({ name }) => name },
  { field: 'category', kind: 'text', width: 14, cell: ({ category }) => words.categories[category] },
  { field: 'model', kind: 'text', width: 16, cell: ({ model }) => model },
  { field: 'ownNo', kind: 'text', width: 14, cell: ({ ownNo }) => ownNo },
  {
    field: 'registerNo',
    kind: 'text',
    width: 22,
    cell: ({ registerNo, registration }) => registerNo ?? (registration === 'pending' ? words.registrations.pending : null),
  },
  { field: 'useFrom', kind: 'date', width: 12, cell: ({ useFrom }) => useFrom },
  { field: 'place', kind: 'text', width: 16, cell: ({ point }) => point },
  { field: 'inspectedOn', kind: 'date', width: 12, cell: ({ inspectedOn }) => inspectedOn },
  {
    field: 'nextDueOn',
    kind: 'date',
    width: 12,
    cell: ({ nextDueOn, inspectionResult }) => nextDueOn ?? (inspectionResult === 'underWay' ? words.inspectionResults.underWay : null),
  },
  {
    field: 'result',
    kind: 'text',
    width: 10,
    cell: ({ inspectionResult }) => (inspectionResult === null ? null : words.inspectionResults[inspectionResult]),
  },
  { field: 'state', kind: 'text', width: 10, cell: ({ state }) => words.states[state] },
  { field: 'stateOn', kind: 'date', width: 12, cell: ({ state, stateSince }) => (state === 'inUse' ? null : stateSince) },
  { field: 'keeper', kind: 'text', width: 12, cell: ({ keeper, keeperWords }) => keeper ?? keeperWords },
  { field: 'operators', kind: 'text', width: 20, cell: ({ operators }) => (operators.length === 0 ? null : operators.join('、')) },
  { field: 'remark', kind: 'text', width: 24, cell: ({ remark }) => remark },
];

/** The columns that the import of 消防器材台账 knows. */
const fireColumns: readonly Column<FireField, ListedFire>[] = [
  { field: 'number', kind: 'number', width: 7, cell: (_, at) => at + 1 },
  { field: 'unit', kind: 'text', width: 26, cell: ({ unit }) => unit },
  { field: 'no', kind: 'text', width: 14, cell: ({ no }) => no },
  { field: 'name', kind: 'text', width: 20, cell: ({ kind }) => words.fireKinds[kind] },
  { field: 'model', kind: 'text', width: 14, cell: ({ model }) => model },
  { field: 'place', kind: 'text', width: 18, cell: ({ place, point }) => place ?? point },
  { field: 'madeOn', kind: 'text', width: 12, cell: ({ madeOn }) => madeOn },
  { field: 'servicedOn', kind: 'text', width: 16, cell: ({ servicedOn }) => servicedOn },
  { field: 'scrapOn', kind: 'text', width: 12, cell: ({ scrapStatedOn }) => scrapStatedOn },
  { field: 'condition', kind: 'text', width: 10, cell: ({ condition }) => words.conditions[condition] },
  { field: 'keeper', kind: 'text', width: 12, cell: ({ keeper, keeperWords }) => keeper ?? keeperWords },
  { field: 'remark', kind: 'text', width: 24, cell: ({ remark }) => remark },
];

/** 特种设备台账 as a workbook that the import reads. */
export function specialSheet(rows: readonly ListedSpecial[], { language, madeAt }: Told): DataSheet {
  const { imports, equipment } = language === 'en' ? en : zhCN;
  return sheetOf(rows, specialColumns, { titles: imports.specialFields, sheet: equipment.documents.special, madeAt });
}

/** 消防器材台账 as a workbook that the import reads. */
export function fireSheet(rows: readonly ListedFire[], { language, madeAt }: Told): DataSheet {
  const { imports, equipment } = language === 'en' ? en : zhCN;
  return sheetOf(rows, fireColumns, { titles: imports.fireFields, sheet: equipment.documents.fire, madeAt });
}

type Titled<Field extends string> = {
  readonly titles: Readonly<Record<Field, string>>;
  readonly sheet: string;
  readonly madeAt: Date;
};

function sheetOf<Field extends string, Row>(
  rows: readonly Row[],
  columns: readonly Column<Field, Row>[],
  { titles, sheet, madeAt }: Titled<Field>,
): DataSheet {
  return {
    sheet,
    columns: columns.map(({ field, kind, width }) => ({ title: titles[field], kind, width })),
    rows: rows.map((row, at) => columns.map(({ cell }) => cell(row, at))),
    madeAt,
  };
}
