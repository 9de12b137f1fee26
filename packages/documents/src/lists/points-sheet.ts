import type { PointField } from '@changming/domain/imports';
import type { PointKind } from '@changming/domain/points';
import { en, type Language, zhCN } from '@changming/phrases';

import type { DataColumn, DataSheet } from '../paper/data-sheet.ts';

/** A point as the ledger prints it. */
type ListedPoint = {
  readonly unit: string;
  readonly name: string;
  readonly kind: PointKind;
  readonly ownNo: string | null;
  readonly code: string;
  readonly place: string | null;
  readonly keeper: string | null;
  readonly keeperNo: string | null;
  readonly keyPosition: boolean;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly remark: string | null;
};

type Column = Omit<DataColumn, 'title'> & { readonly field: PointField; readonly cell: (row: ListedPoint) => string | null };
type Told = { readonly language: Language; readonly madeAt: Date };

/** The columns that the import of 点位台账 knows, so that what goes out comes in again. What it reads by its words stands in Chinese. */
const columns: readonly Column[] = [
  { field: 'unit', kind: 'text', width: 30, cell: ({ unit }) => unit },
  { field: 'name', kind: 'text', width: 24, cell: ({ name }) => name },
  { field: 'kind', kind: 'text', width: 14, cell: ({ kind }) => zhCN.points.kinds[kind] },
  { field: 'no', kind: 'text', width: 12, cell: ({ ownNo }) => ownNo },
  { field: 'code', kind: 'text', width: 14, cell: ({ code }) => code },
  { field: 'place', kind: 'text', width: 18, cell: ({ place }) => place },
  { field: 'keeper', kind: 'text', width: 12, cell: ({ keeper }) => keeper },
  { field: 'keeperNo', kind: 'text', width: 12, cell: ({ keeperNo }) => keeperNo },
  { field: 'key', kind: 'text', width: 10, cell: ({ keyPosition }) => (keyPosition ? zhCN.points.isKey : null) },
  { field: 'openedOn', kind: 'date', width: 12, cell: ({ openedOn }) => openedOn },
  { field: 'closedOn', kind: 'date', width: 12, cell: ({ closedOn }) => closedOn },
  { field: 'remark', kind: 'text', width: 24, cell: ({ remark }) => remark },
];

/** 点位台账. */
export function pointsSheet(rows: readonly ListedPoint[], { language, madeAt }: Told): DataSheet {
  const { imports, points } = language === 'en' ? en : zhCN;
  return {
    sheet: points.documents.points,
    columns: columns.map(({ field, kind, width }) => ({ title: imports.pointFields[field], kind, width })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
    madeAt,
  };
}
