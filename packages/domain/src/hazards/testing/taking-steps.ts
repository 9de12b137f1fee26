import type { Hazard } from '../hazard.ts';
import { advance, objection } from '../lifecycle.ts';
import type { HazardStep, Known, StepFacts } from '../steps.ts';
import { isWeekday, monday, people, photos, settledPlan } from './given-hazard.ts';

/** Facts under which each step is taken without objection. */
export const facts: StepFacts = {
  register: { level: 'workshop' },
  assign: { plan: settledPlan, latestDueOn: null },
  replan: { plan: settledPlan },
  start: {},
  submit: { photos, isWorkday: isWeekday },
  fixOnTheSpot: { level: 'team', measures: '当场清理', photos, isWorkday: isWeekday },
  sendBack: { reason: '未改到位' },
  accept: { photos, byGroup: true, voidAsked: false },
  void: { kind: 'falseAlarm', reason: '看错了', askedById: people.li, oneLevelUp: true, byGroup: true },
  reopen: { reason: '又堵了', dueOn: '2026-03-01' },
};

export function stepped(hazard: Hazard, step: HazardStep, by: string = people.sun, on = monday): Hazard {
  return advance(hazard, step, { by, on, ...facts[step] });
}

export function objected(hazard: Hazard, step: HazardStep, over: Partial<Known> = {}): string | null {
  return objection(hazard, step, { by: people.sun, on: monday, ...facts[step], ...over });
}
