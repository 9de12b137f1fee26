import { addDays, type Day, dayIn, startOf } from '../kernel/index.ts';
import { rankOf } from './grade.ts';
import { investigationDueOn } from './investigation.ts';
import type { EventClass, Grade } from './kinds.ts';
import type { IncidentRules } from './rules.ts';

/** 时限: what is owed to whom. Each is an occurrence of its own. */
export const clockCodes = [
  /** 单位负责人核实, so that nobody is spared the clocks by never confirming. */
  'confirm',
  /** 县级应急管理部门 (条例第九条) */
  'county',
  /** 省级应急管理部门，较大及以上 (安监总局令第21号第六条) */
  'province',
  'fireBrigade',
  'marketRegulator',
  /** 集团总部 by phone, in the system, in writing. */
  'hqPhone',
  'hqRecord',
  'hqWritten',
  /** 续报 */
  'followUp',
  /** 伤亡变化补报 */
  'casualtyChange',
  /** 工伤认定申请 (工伤保险条例第十七条) */
  'workInjury',
  'investigationStart',
  'investigationReport',
] as const;
export type ClockCode = (typeof clockCodes)[number];

export type OwedClock = { readonly code: ClockCode; readonly key: string; readonly startsAt: Date; readonly dueAt: Date };

export type ClockFacts = {
  readonly eventClass: EventClass;
  readonly grade: Grade;
  /** 较大涉险 */
  readonly dangerous: boolean;
  readonly fire: boolean;
  readonly special: boolean;
  readonly occurredOn: Day;
  /** When the report arrived: a phone without network sends it later than it was written. */
  readonly recordedAt: Date;
  readonly leaderInformedAt: Date | null;
  /** When the facts became what they are: what is owed only since then is not late from the start. */
  readonly knownAt: Date;
  readonly appraisalDays: number;
  readonly extendedDays: number;
};

const minute = 60_000;
const hour = 60 * minute;

/** An authority is told: on the scale, or because the event was dangerous. */
export function owesAuthority({ grade, dangerous }: Pick<ClockFacts, 'grade' | 'dangerous'>): boolean {
  return grade !== 'none' || dangerous;
}

/** Everything that is owed once, by the facts as they are. Before the leader has been told nothing runs but the confirmation. */
export function owedClocks(facts: ClockFacts, rules: IncidentRules): OwedClock[] {
  const { clocks } = rules;
  const confirm = clock('confirm', facts.recordedAt, clocks.confirmHours * hour);
  if (facts.leaderInformedAt === null) return [confirm];
  return [
    confirm,
    ...towardsHeadquarters(facts, facts.leaderInformedAt, rules),
    ...towardsAuthorities(facts, facts.leaderInformedAt, rules),
    ...ofInvestigation(facts, facts.leaderInformedAt, rules),
  ];
}

function clock(code: ClockCode, startsAt: Date, length: number): OwedClock {
  return { code, key: '', startsAt, dueAt: new Date(startsAt.getTime() + length) };
}

const recordAlone: readonly EventClass[] = ['nearMiss', 'firstAid', 'other'];

/** Since the leader was told, or since it turned out later to be owed. */
function sinceOf({ knownAt }: ClockFacts, informedAt: Date): Date {
  return knownAt > informedAt ? knownAt : informedAt;
}

function towardsHeadquarters(facts: ClockFacts, informedAt: Date, { clocks }: IncidentRules): OwedClock[] {
  const since = sinceOf(facts, informedAt);
  const record = clock('hqRecord', informedAt, clocks.hqRecordHours * hour);
  if (recordAlone.includes(facts.eventClass)) return [record];
  return [clock('hqPhone', since, clocks.hqPhoneMinutes * minute), record, clock('hqWritten', since, clocks.hqWrittenHours * hour)];
}

function towardsAuthorities(facts: ClockFacts, informedAt: Date, { clocks }: IncidentRules): OwedClock[] {
  const since = sinceOf(facts, informedAt);
  const within = clocks.authorityHours * hour;
  const authority = owesAuthority(facts);
  const owed: readonly (readonly [ClockCode, boolean])[] = [
    ['county', authority],
    ['province', rankOf(facts.grade) >= rankOf('larger')],
    ['marketRegulator', authority && facts.special],
    ['fireBrigade', facts.fire],
  ];
  return owed.filter(([, is]) => is).map(([code]) => clock(code, since, within));
}

function ofInvestigation(facts: ClockFacts, informedAt: Date, rules: IncidentRules): OwedClock[] {
  const report: OwedClock = {
    code: 'investigationReport',
    key: '',
    startsAt: informedAt,
    dueAt: endOf(investigationDueOn(facts, rules)),
  };
  const start = clock('investigationStart', sinceOf(facts, informedAt), rules.clocks.investigationStartHours * hour);
  return facts.grade === 'none' ? [start, report] : [report];
}

/** 24:00 of the day. */
export function endOf(day: Day): Date {
  return startOf(addDays(day, 1));
}

export type FollowUps = {
  readonly grade: Grade;
  readonly dangerous: boolean;
  /** Since when the authority is to be told; null while it need not be. */
  readonly since: Date | null;
  readonly rescueEndedAt: Date | null;
  readonly now: Date;
};

/** 续报: at least one a day, two for 重大 and above, from the day after the first report until the day on which the rescue ends. */
export function owedFollowUps(facts: FollowUps, { clocks }: IncidentRules): OwedClock[] {
  const { since, rescueEndedAt, now } = facts;
  if (since === null || !owesAuthority(facts)) return [];
  const perDay = rankOf(facts.grade) >= rankOf('major') ? clocks.followUpsPerDayGrave : clocks.followUpsPerDay;
  const until = rescueEndedAt === null ? addDays(dayIn(now), 1) : dayIn(rescueEndedAt);
  const owed: OwedClock[] = [];
  for (let day = addDays(dayIn(since), 1); day < until; day = addDays(day, 1)) {
    for (let nth = 1; nth <= perDay; nth += 1)
      owed.push({ code: 'followUp', key: `${day}#${nth}`, startsAt: startOf(day), dueAt: endOf(day) });
  }
  return owed;
}

/** 伤亡变化: told on the same day; `nth`: a change after the report of that day is told again. */
export function owedCasualtyChange(at: Date, nth: number): OwedClock {
  return { code: 'casualtyChange', key: `${dayIn(at)}#${nth}`, startsAt: at, dueAt: endOf(dayIn(at)) };
}

/** 工伤认定申请: one for each employee who was hurt. */
export function owedWorkInjury(
  { casualtyId, occurredOn, from }: { readonly casualtyId: string; readonly occurredOn: Day; readonly from: Date },
  { clocks }: IncidentRules,
): OwedClock {
  return { code: 'workInjury', key: casualtyId, startsAt: from, dueAt: endOf(addDays(occurredOn, clocks.workInjuryDays)) };
}

export const clockStandings = ['open', 'met', 'late', 'missed', 'dropped'] as const;
export type ClockStanding = (typeof clockStandings)[number];

type Running = { readonly dueAt: Date; readonly metAt: Date | null; readonly droppedAt: Date | null };

/** `late` was met after its time, `missed` has not been met though its time is over. On the very instant is in time. */
export function clockStanding({ dueAt, metAt, droppedAt }: Running, now: Date): ClockStanding {
  if (metAt !== null) return metAt > dueAt ? 'late' : 'met';
  if (droppedAt !== null) return 'dropped';
  return now > dueAt ? 'missed' : 'open';
}

/** 迟报 can be reckoned only of what the law gives a time for. */
export const statutoryClocks = ['county', 'province', 'marketRegulator', 'casualtyChange'] as const satisfies readonly ClockCode[];

export function isStatutoryClock(code: ClockCode): boolean {
  return statutoryClocks.some((each) => each === code);
}
