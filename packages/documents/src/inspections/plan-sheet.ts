import type { Cadence, PlanDoer, PlanPoints, RoundKind } from '@changming/domain/inspections';

import { filled } from '../lists/period-words.ts';
import type { DataFrame, DataSheet } from '../paper/data-sheet.ts';
import { type Made, wordsIn } from '../paper/words.ts';

export type PrintedPlan = {
  readonly name: string;
  readonly kind: RoundKind;
  readonly unit: string;
  readonly checklist: string;
  readonly cadence: Cadence;
  readonly points: PlanPoints;
  readonly pointCount: number | null;
  readonly doer: PlanDoer;
  readonly doerName: string | null;
  readonly restDays: 'skip' | 'keep';
  readonly graceMinutes: number;
  readonly from: string;
  readonly until: string | null;
};

const widths = { name: 28, kind: 14, unit: 24, checklist: 20, cadence: 24, points: 18, doer: 14, restDays: 14 } as const;

/** 排查计划, one line a plan. */
export function planSheet(plans: readonly PrintedPlan[], made: Made): DataSheet {
  return { ...planFrame(made), rows: plans.map((plan) => planCells(plan, made.language)) };
}

export function planFrame({ language, madeAt }: Made): DataFrame {
  const { papers } = wordsIn(language).inspections;
  const texts = Object.entries(widths).map(([name, width]) => ({
    title: papers.columns[name as keyof typeof widths],
    width,
    kind: 'text' as const,
  }));
  const { grace, from, until } = papers.columns;
  return {
    sheet: papers.sheets.plans,
    columns: [
      ...texts,
      { title: grace, width: 12, kind: 'count' },
      { title: from, width: 12, kind: 'date' },
      { title: until, width: 12, kind: 'date' },
    ],
    madeAt,
  };
}

export function planCells(plan: PrintedPlan, language: Made['language']) {
  const { inspections, workforce } = wordsIn(language);
  const doer = plan.doer.by === 'post' ? workforce.posts[plan.doer.post] : plan.doerName;
  return [
    plan.name,
    inspections.roundKinds[plan.kind],
    plan.unit,
    plan.checklist,
    cadenceWritten(plan.cadence, language),
    pointsWritten(plan, language),
    doer,
    inspections.restDays[plan.restDays],
    plan.graceMinutes,
    plan.from,
    plan.until,
  ];
}

/** `每周 1、3`: which days or shifts stand behind the word. */
function cadenceWritten(cadence: Cadence, language: Made['language']): string {
  const { cadences, shifts } = wordsIn(language).inspections;
  const beside = {
    shift: () => (cadence.every === 'shift' ? cadence.shifts.map(({ shift, from, until }) => `${shifts[shift]} ${from}–${until}`) : []),
    week: () => (cadence.every === 'week' ? cadence.weekdays.map(String) : []),
    month: () => (cadence.every === 'month' && cadence.dayOfMonth !== null ? [String(cadence.dayOfMonth)] : []),
    dates: () => (cadence.every === 'dates' ? cadence.dates : []),
  };
  const named = cadence.every in beside ? beside[cadence.every as keyof typeof beside]() : [];
  return [cadences[cadence.every], named.join('、')].join(' ').trim();
}

function pointsWritten({ points, pointCount }: PrintedPlan, language: Made['language']): string {
  const { papers } = wordsIn(language).inspections;
  if (points.of === 'unit') return papers.unitItself;
  const count = filled(papers.pointCount, { count: pointCount ?? 0 });
  return points.of === 'branch' ? `${papers.wholeBranch} · ${count}` : count;
}
