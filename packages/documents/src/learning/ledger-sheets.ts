import type { Handling, SeatState, ViolationKind, ViolationStanding } from '@changming/domain/training';
import { en, type Language, zhCN } from '@changming/phrases';

import type { DataSheet } from '../paper/index.ts';

type Told = { readonly language: Language; readonly madeAt: Date };

type ListedSeat = {
  readonly name: string;
  readonly staffNo: string | null;
  readonly unit: string;
  readonly state: SeatState;
  readonly used: number;
  readonly best: number | null;
  readonly takenAt: Date | null;
};

/** 考试成绩 of one exam. */
export function resultSheet(rows: readonly ListedSeat[], { language, madeAt }: Told): DataSheet {
  const { resultBook, seatStates } = (language === 'en' ? en : zhCN).training;
  const { columns } = resultBook;
  return {
    sheet: resultBook.sheet,
    columns: [
      { title: columns.name, kind: 'text', width: 12 },
      { title: columns.staffNo, kind: 'text', width: 14 },
      { title: columns.unit, kind: 'text', width: 24 },
      { title: columns.state, kind: 'text', width: 10 },
      { title: columns.used, kind: 'count', width: 10 },
      { title: columns.best, kind: 'count', width: 10 },
      { title: columns.takenAt, kind: 'text', width: 18 },
    ],
    rows: rows.map(({ name, staffNo, unit, state, used, best, takenAt }) => [
      name,
      staffNo,
      unit,
      seatStates[state],
      used,
      best,
      momentOf(takenAt),
    ]),
    madeAt,
  };
}

function momentOf(instant: Date | null): string | null {
  return instant === null ? null : new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

type ListedViolation = {
  readonly unit: string;
  readonly name: string;
  readonly staffNo: string | null;
  readonly outsiderOf: string | null;
  readonly kind: ViolationKind;
  readonly what: string;
  readonly clause: string | null;
  readonly point: string | null;
  readonly place: string | null;
  readonly foundOn: string;
  readonly finder: string | null;
  readonly handling: Handling | null;
  readonly fineFen: number | null;
  readonly handledOn: string | null;
  readonly reEducateBy: string;
  readonly reEducatedOn: string | null;
  readonly standing: ViolationStanding;
};

/** 三违台账. */
export function violationSheet(rows: readonly ListedViolation[], { language, madeAt }: Told): DataSheet {
  const { violationBook, violationKinds, handlings, violationStandings } = (language === 'en' ? en : zhCN).training;
  const kinds = { foundOn: 'date', handledOn: 'date', reEducateBy: 'date', reEducatedOn: 'date', fine: 'number' } as const;
  const wide = { unit: 24, what: 36, clause: 24, place: 20 } as const;
  const fields = Object.keys(violationBook.columns) as (keyof typeof violationBook.columns)[];
  return {
    sheet: violationBook.sheet,
    columns: fields.map((field) => ({
      title: violationBook.columns[field],
      kind: (kinds as Partial<Record<typeof field, 'date' | 'number'>>)[field] ?? 'text',
      width: (wide as Partial<Record<typeof field, number>>)[field] ?? 13,
    })),
    rows: rows.map((row) => {
      const said = {
        ...row,
        kind: violationKinds[row.kind],
        place: row.point ?? row.place,
        handling: row.handling === null ? null : handlings[row.handling],
        fine: row.fineFen === null ? null : row.fineFen / 100,
        standing: violationStandings[row.standing],
      };
      return fields.map((field) => said[field]);
    }),
    madeAt,
  };
}
