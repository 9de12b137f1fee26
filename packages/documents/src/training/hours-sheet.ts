import { owedByNow, type TrainingRole } from '@changming/domain/training';
import { en, type Language, zhCN } from '@changming/phrases';

import type { DataSheet } from '../paper/data-sheet.ts';

export type PrintedHours = {
  readonly unit: string;
  readonly name: string;
  readonly staffNo: string | null;
  readonly title: string | null;
  readonly role: TrainingRole;
  readonly span: 'first' | 'again';
  readonly hoursOwed: number;
  readonly months: number;
  readonly hours: number;
  readonly met: boolean;
};

/** 学时台账, one line a person: what the year owes, what is owed by now, what was given. */
export function hoursSheet(rows: readonly PrintedHours[], { language, madeAt }: { language: Language; madeAt: Date }): DataSheet {
  const { hours: words, roles } = language === 'en' ? en.training : zhCN.training;
  const { columns } = words;
  return {
    sheet: words.sheet,
    columns: [
      { title: columns.unit, width: 30, kind: 'text' },
      { title: columns.name, width: 12, kind: 'text' },
      { title: columns.staffNo, width: 12, kind: 'text' },
      { title: columns.title, width: 14, kind: 'text' },
      { title: columns.role, width: 16, kind: 'text' },
      { title: columns.span, width: 10, kind: 'text' },
      { title: columns.owed, width: 12, kind: 'number' },
      { title: columns.owedNow, width: 12, kind: 'number' },
      { title: columns.had, width: 12, kind: 'number' },
      { title: columns.met, width: 10, kind: 'text' },
    ],
    rows: rows.map((row) => [
      row.unit,
      row.name,
      row.staffNo,
      row.title,
      roles[row.role],
      words.spans[row.span],
      row.hoursOwed,
      owedByNow({ span: row.span, hours: row.hoursOwed }, row.months),
      row.hours,
      row.met ? words.yes : words.no,
    ]),
    madeAt,
  };
}
