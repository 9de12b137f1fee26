import type { WatchPart, WatchPost, WatchStanding } from '@changming/domain/workforce';
import { en, type Language, zhCN } from '@changming/phrases';

import type { DataSheet } from '../paper/data-sheet.ts';

export type PrintedShift = {
  readonly onDay: string;
  readonly part: WatchPart;
  readonly restDay: boolean;
  readonly post: WatchPost;
  readonly fromAt: Date;
  readonly untilAt: Date;
  readonly person: string | null;
  readonly phone: string | null;
  readonly checkedInAt: Date | null;
  readonly standing: WatchStanding;
  readonly swap: { readonly reason: string } | null;
  readonly handOver: { readonly notes: string; readonly takenBy: string | null } | null;
};

const widths = {
  onDay: 12,
  part: 10,
  dayKind: 10,
  from: 18,
  until: 18,
  post: 12,
  person: 12,
  phone: 16,
  standing: 12,
  checkedInAt: 18,
  swap: 24,
  notes: 40,
  takenBy: 12,
} as const;
type Column = keyof typeof widths;

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** 值班表 of a month. */
export function rosterSheet(rows: readonly PrintedShift[], { language, madeAt }: { language: Language; madeAt: Date }): DataSheet {
  const { watch } = (language === 'en' ? en : zhCN).workforce;
  const columns = Object.entries(widths) as [Column, number][];
  return {
    sheet: watch.sheet.name,
    columns: columns.map(([name, width]) => ({ title: watch.sheet.columns[name], width, kind: name === 'onDay' ? 'date' : 'text' })),
    rows: rows.map((row) => cellsOf(row, watch)),
    madeAt,
  };
}

function cellsOf(row: PrintedShift, watch: typeof zhCN.workforce.watch) {
  return [
    row.onDay,
    watch.parts[row.part],
    row.restDay ? watch.restDay : watch.workDay,
    clock.format(row.fromAt),
    clock.format(row.untilAt),
    watch.posts[row.post],
    row.person,
    row.phone,
    watch.standings[row.standing],
    row.checkedInAt === null ? null : clock.format(row.checkedInAt),
    ...besideOf(row),
  ];
}

function besideOf({ swap, handOver }: PrintedShift) {
  return [swap?.reason ?? null, handOver?.notes ?? null, handOver?.takenBy ?? null];
}
