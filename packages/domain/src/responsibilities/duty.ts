/** 主要负责人职责、安全管理机构和人员职责、一岗双责、三管三必须、五带头. */
export const dutyKinds = ['mainPerson', 'safetyBody', 'onePost', 'threeMusts', 'lead'] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** 五带头, in the order in which they are told. */
export const leadCodes = ['LEAD_MAJOR_HAZARD', 'LEAD_RESPONSIBILITY', 'LEAD_HOT_WORK', 'LEAD_OUTSOURCING', 'LEAD_DRILL'] as const;
export type LeadCode = (typeof leadCodes)[number];

export function isLeadCode(code: string): code is LeadCode {
  return (leadCodes as readonly string[]).includes(code);
}

/** 常态: a duty that is owed at all times has no period in which it could be missed, so it is never counted. */
export const dutyPeriods = ['always', 'shift', 'day', 'week', 'month', 'quarter', 'half', 'year'] as const;
export type DutyPeriod = (typeof dutyPeriods)[number];
export type CountedPeriod = Exclude<DutyPeriod, 'always'>;

/** How often a lead may be asked for. */
export const leadPeriods = ['week', 'month', 'quarter', 'half', 'year'] as const satisfies readonly DutyPeriod[];
export type LeadPeriod = (typeof leadPeriods)[number];

/** Records of contexts that are yet to come: a duty that only they would prove is shown and not counted. */
export const awaitedRecords = ['drills', 'meetings', 'investment', 'standardisation', 'permits', 'contractors', 'documents'] as const;
export type AwaitedRecord = (typeof awaitedRecords)[number];

/** Whether somebody can be behind with it: it has a period, and acts that prove it exist. */
export function isCounted({ period, proof }: { readonly period: DutyPeriod; readonly proof: readonly string[] }): boolean {
  return period !== 'always' && proof.length > 0;
}

export const occurrenceStates = ['open', 'overdue', 'done', 'late', 'missed', 'waived'] as const;
export type OccurrenceState = (typeof occurrenceStates)[number];

type Settled = {
  readonly timing: 'onTime' | 'late' | null;
  readonly waivedWhy: string | null;
  readonly dueOn: string;
  readonly lateUntil: string;
};

/** How it stands on `today`: overdue while an act would still count as late, missed after that. */
export function standingOf({ timing, waivedWhy, dueOn, lateUntil }: Settled, today: string): OccurrenceState {
  if (waivedWhy !== null) return 'waived';
  if (timing !== null) return timing === 'onTime' ? 'done' : 'late';
  if (today <= dueOn) return 'open';
  return today <= lateUntil ? 'overdue' : 'missed';
}
