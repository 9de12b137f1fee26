import type { MissReason, OccurrenceState, RoundKind, Shift, Timing } from '@changming/domain/inspections';

import type { DataFrame, DataSheet } from '../paper/data-sheet.ts';
import { type Made, timeWritten, wordsIn } from '../paper/words.ts';

export type PrintedOccurrence = {
  readonly on: string;
  readonly shift: Shift | null;
  readonly kind: RoundKind;
  readonly plan: string;
  readonly unit: string;
  readonly point: string | null;
  readonly state: OccurrenceState;
  readonly timing: Timing | null;
  readonly doneAt: Date | null;
  readonly recordedAt: Date | null;
  readonly doneBy: string | null;
  readonly byHand: boolean;
  readonly failed: number;
  readonly missReason: MissReason | null;
  readonly missNote: string | null;
};

const widths = { on: 12, shift: 9, kind: 14, plan: 26, unit: 22, point: 20, state: 10, timing: 12 } as const;
const after = { doneAt: 18, doneBy: 12, byHand: 9, failed: 9, missReason: 24, recordedAt: 18 } as const;

/** 应查台账, with what became of each. */
export function occurrenceSheet(rows: readonly PrintedOccurrence[], made: Made): DataSheet {
  return { ...occurrenceFrame(made), rows: rows.map((row) => occurrenceCells(row, made.language)) };
}

export function occurrenceFrame({ language, madeAt }: Made): DataFrame {
  const { papers } = wordsIn(language).inspections;
  const columns = Object.entries({ ...widths, ...after }) as [keyof typeof widths | keyof typeof after, number][];
  const kinds: Partial<Record<(typeof columns)[number][0], 'date' | 'count'>> = { on: 'date', failed: 'count' };
  return {
    sheet: papers.sheets.occurrences,
    columns: columns.map(([name, width]) => ({ title: papers.columns[name], width, kind: kinds[name] ?? 'text' })),
    madeAt,
  };
}

export function occurrenceCells(row: PrintedOccurrence, language: Made['language']) {
  const { inspections } = wordsIn(language);
  const { papers, shifts, roundKinds, states, timings, missReasons } = inspections;
  const why = [row.missReason === null ? null : missReasons[row.missReason], row.missNote].filter((part) => part !== null).join('：');
  return [
    row.on,
    row.shift === null ? null : shifts[row.shift],
    roundKinds[row.kind],
    row.plan,
    row.unit,
    row.point,
    states[row.state],
    row.timing === null ? null : timings[row.timing],
    timeWritten(row.doneAt),
    row.doneBy,
    row.byHand ? papers.yes : null,
    row.doneAt === null ? null : row.failed,
    why === '' ? null : why,
    timeWritten(row.recordedAt),
  ];
}
