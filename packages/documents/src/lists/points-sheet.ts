import type { PointKind } from '@changming/domain/points';
import { en, type Language, zhCN } from '@changming/phrases';

import type { DataSheet } from '../paper/data-sheet.ts';

/** A point as the ledger prints it. */
type ListedPoint = {
  readonly unit: string;
  readonly name: string;
  readonly kind: PointKind;
  readonly code: string;
  readonly keeper: string | null;
  readonly keyPosition: boolean;
  readonly openedOn: string;
  readonly closedOn: string | null;
};

type Told = { readonly language: Language; readonly madeAt: Date };

const shapes = [
  ['unit', 'text', 30],
  ['name', 'text', 24],
  ['kind', 'text', 14],
  ['code', 'text', 14],
  ['keeper', 'text', 12],
  ['keyPosition', 'text', 10],
  ['openedOn', 'date', 12],
  ['closedOn', 'date', 12],
] as const;

/** 点位台账. */
export function pointsSheet(rows: readonly ListedPoint[], { language, madeAt }: Told): DataSheet {
  const { columns, kinds, documents } = (language === 'en' ? en : zhCN).points;
  return {
    sheet: documents.points,
    columns: shapes.map(([field, kind, width]) => ({ title: columns[field], kind, width })),
    rows: rows.map(({ unit, name, kind, code, keeper, keyPosition, openedOn, closedOn }) => [
      unit,
      name,
      kinds[kind],
      code,
      keeper,
      keyPosition ? columns.isKey : null,
      openedOn,
      closedOn,
    ]),
    madeAt,
  };
}
