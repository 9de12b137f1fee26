import type { FactRow } from '../facts.ts';
import { prepare } from '../prepared.ts';
import { comprehensiveV1 } from '../schemes/comprehensive-v1.ts';

export const comprehensive = prepare(comprehensiveV1);

type Over = Partial<Record<string, string | number | boolean | null>>;

let made = 0;

function row(kind: string, standing: Omit<FactRow, 'id' | 'unitId'>, over: Over): FactRow {
  made += 1;
  return { id: `${kind} ${made}`, unitId: 'mill', ...standing, ...over };
}

/** A near miss of the quarter that the unit answers for, confirmed and reported in time. */
export function givenIncident(over: Over = {}): FactRow {
  const standing = { kind: 'nearMiss', stage: 'closed', occurredOn: '2026-08-03', responsibility: 'unit', grade: 'none', production: true };
  const harm = { minor: 0, serious: 0, deaths: 0, hurt: false, fatal: false, fire: false, property: false, graveFire: false };
  const report = { reportable: true, reportedInTime: true, falsified: false, misreported: false, unlicensed: false };
  return row('incident', { ...standing, ...harm, ...report }, over);
}

/** One in which so many were hurt. */
export function givenInjury(
  hurt: { readonly minor?: number; readonly serious?: number; readonly deaths?: number },
  over: Over = {},
): FactRow {
  return givenIncident({ kind: 'minorInjury', ...hurt, hurt: true, fatal: (hurt.deaths ?? 0) > 0, ...over });
}

/** The months of the trailing year with as many people in each, staffed and with a check of behaviour; those of the quarter come last. */
export function givenMonths(headcount = 480, over: Over = {}, of = 12): FactRow[] {
  const ends = ['2025-10-31', '2025-11-30', '2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31'];
  const all = [...ends, '2026-04-30', '2026-05-31', '2026-06-30', '2026-07-31', '2026-08-31', '2026-09-30'];
  return all.slice(-of).map((monthOn) => givenMonth({ monthOn, headcount, ...over }));
}

export function givenMonth(over: Over = {}): FactRow {
  const standing = {
    monthOn: '2026-08-31',
    periodKind: 'quarter',
    headcount: 480,
    highRisk: false,
    staffingKept: true,
    staffed: true,
    behaviourChecked: true,
  };
  return row('month', standing, over);
}

export function givenScope(over: Over = {}): FactRow {
  return row('scope', { openedOn: '2020-01-01' }, over);
}

export function givenLetter(over: Over = {}): FactRow {
  return row('letter', { post: 'staff', requiredOn: '2026-01-15', signedOn: '2026-01-20' }, over);
}

export function givenDuty(over: Over = {}): FactRow {
  return row('duty', { kind: 'duty', dueOn: '2026-08-31', doneOn: '2026-08-30' }, over);
}

export function givenLedInspection(over: Over = {}): FactRow {
  return row('led inspection', { doneOn: '2026-08-10', photographed: true }, over);
}

/** Somebody who had passed all three levels when he began. */
export function givenNewcomer(over: Over = {}): FactRow {
  const days = { joinedOn: '2026-08-03', startedOn: '2026-08-06', passedOn: '2026-08-06' };
  return row('newcomer', { ...days, hoursMet: true, leftAtOnce: false }, over);
}

export function givenTransfer(over: Over = {}): FactRow {
  return row('transfer', { kind: 'moved', startedOn: '2026-08-06', passedOn: '2026-08-06' }, over);
}

export function givenTrainingYear(met = true): FactRow {
  return row('year', { role: 'worker', owedHours: '6.0', heardHours: met ? '6.0' : '5.5', met }, {});
}

/** The lowest day of a scope. */
export function givenLow(certified: number, rostered: number): FactRow {
  return row('low', { onDay: '2026-08-20', rostered, certified }, {});
}

export function givenCertifiedPerson(over: Over = {}): FactRow {
  return row('person', { post: 'electrician', fromOn: '2026-01-01', toOn: null, lapsed: false }, over);
}

/** One handled and taught anew on the last day of the limit. */
export function givenViolation(over: Over = {}): FactRow {
  return row('violation', { kind: 'illegalOperation', foundOn: '2026-08-03', handledOn: '2026-08-18', educatedOn: '2026-08-18' }, over);
}

export function givenReporter(over: Over = {}): FactRow {
  return row('reporter', { firstOn: '2026-08-03' }, over);
}
