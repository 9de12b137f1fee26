import type { FireKind, SpotMissReason } from '@changming/domain/equipment';
import { dayIn } from '@changming/domain/kernel';
import { en, type Language, zhCN } from '@changming/phrases';

import type { DataSheet } from '../paper/data-sheet.ts';

/** One piece that nobody looked over in a period, and why. */
type ListedMiss = {
  readonly unit: string;
  readonly no: string | null;
  readonly kind: FireKind;
  readonly place: string | null;
  readonly point: string | null;
  readonly from: string;
  readonly dueOn: string;
  readonly reason: SpotMissReason | null;
  readonly note: string | null;
  readonly by: string | null;
  readonly explainedAt: Date | null;
};

type Told = { readonly language: Language; readonly madeAt: Date };

const shapes = [
  ['unit', 'text', 30],
  ['no', 'text', 14],
  ['kind', 'text', 20],
  ['place', 'text', 20],
  ['from', 'date', 12],
  ['dueOn', 'date', 12],
  ['reason', 'text', 14],
  ['note', 'text', 30],
  ['by', 'text', 12],
  ['explainedOn', 'date', 12],
] as const;

/** 消防点检漏检, piece by piece. */
export function missedSpotsSheet(rows: readonly ListedMiss[], { language, madeAt }: Told): DataSheet {
  const { missedColumns, fireKinds, spotMissReasons, documents } = (language === 'en' ? en : zhCN).equipment;
  return {
    sheet: documents.missedSpots,
    columns: shapes.map(([field, kind, width]) => ({ title: missedColumns[field], kind, width })),
    rows: rows.map(({ unit, no, kind, place, point, from, dueOn, reason, note, by, explainedAt }) => [
      unit,
      no,
      fireKinds[kind],
      place ?? point,
      from,
      dueOn,
      reason === null ? null : spotMissReasons[reason],
      note,
      by,
      explainedAt === null ? null : dayIn(explainedAt),
    ]),
    madeAt,
  };
}
