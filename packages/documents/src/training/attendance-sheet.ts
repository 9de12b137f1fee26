import type { TrainingCategory, TrainingLevel } from '@changming/domain/training';
import { en, type Language, zhCN } from '@changming/phrases';

import type { DataSheet } from '../paper/data-sheet.ts';

export type PrintedAttendance = {
  readonly unit: string;
  readonly title: string;
  readonly category: TrainingCategory;
  readonly level: TrainingLevel | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly heldOn: string | null;
  readonly place: string | null;
  readonly trainer: string | null;
  readonly sessionHours: number;
  readonly name: string;
  readonly staffNo: string | null;
  readonly personUnit: string;
  readonly way: 'scan' | 'list' | 'sheet' | null;
  readonly signedInAt: Date | null;
  readonly signedOutAt: Date | null;
  readonly result: 'passed' | 'failed' | null;
  readonly score: number | null;
  readonly classHours: number | null;
};

const widths = {
  unit: 30,
  title: 30,
  category: 18,
  level: 10,
  startsAt: 18,
  endsAt: 18,
  heldOn: 12,
  place: 16,
  trainer: 12,
  sessionHours: 10,
  name: 12,
  staffNo: 12,
  personUnit: 20,
  way: 10,
  signedInAt: 18,
  signedOutAt: 18,
  result: 10,
  score: 8,
  classHours: 10,
} as const;
const kinds = { heldOn: 'date', sessionHours: 'number', classHours: 'number', score: 'count' } as const;
type Column = keyof typeof widths;

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
const moment = (at: Date | null) => (at === null ? null : clock.format(at));

/** 培训签到明细 of many sessions, a line for each person of each. */
export function attendanceSheet(rows: readonly PrintedAttendance[], { language, madeAt }: { language: Language; madeAt: Date }): DataSheet {
  const words = (language === 'en' ? en : zhCN).training;
  const { attendanceBook: book } = words;
  const columns = Object.entries(widths) as [Column, number][];
  return {
    sheet: book.sheet,
    columns: columns.map(([name, width]) => ({
      title: book.columns[name],
      width,
      kind: name in kinds ? kinds[name as keyof typeof kinds] : 'text',
    })),
    rows: rows.map((row) => {
      const cells: Readonly<Record<Column, string | number | null>> = {
        ...row,
        category: words.categories[row.category],
        level: row.level === null ? null : words.levels[row.level],
        startsAt: moment(row.startsAt),
        endsAt: moment(row.endsAt),
        way: words.held.session.ways[row.way ?? 'none'],
        signedInAt: moment(row.signedInAt),
        signedOutAt: moment(row.signedOutAt),
        result: row.result === null ? null : words.held.session.results[row.result],
      };
      return columns.map(([name]) => cells[name]);
    }),
    madeAt,
  };
}
