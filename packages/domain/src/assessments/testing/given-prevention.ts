import type { FactRow } from '../facts.ts';
import { prepare } from '../prepared.ts';
import { dualPreventionV1 } from '../schemes/dual-prevention-v1.ts';

export const dualPrevention = prepare(dualPreventionV1);

type Over = Partial<Record<string, string | number | boolean | null>>;

let made = 0;

function row(kind: string, standing: Omit<FactRow, 'id' | 'unitId'>, over: Over): FactRow {
  made += 1;
  return { id: `${kind} ${made}`, unitId: 'mill', ...standing, ...over };
}

/** An inspection of the quarter, done in its window. */
export function givenOccurrence(over: Over = {}): FactRow {
  const standing = { kind: 'inspection', shift: null, dueOn: '2026-08-03', doneOn: '2026-08-03', timing: 'onTime' };
  return row('occurrence', { ...standing, keyPosition: false, graveRisk: false }, over);
}

/** One that nobody did. */
export function givenMiss(over: Over = {}): FactRow {
  return givenOccurrence({ doneOn: null, timing: null, ...over });
}

/** An area graded within the year, with nothing pending. */
export function givenArea(over: Over = {}): FactRow {
  const standing = { keyPosition: false, assessed: true, gradedOn: '2026-05-01', goodUntil: '2027-05-01', changePending: false };
  return row('area', standing, over);
}

export function givenRisk(over: Over = {}): FactRow {
  return row('risk', { level: 'major', reviewDueOn: '2027-05-01', changePending: false }, over);
}

export function givenKeyPosition(over: Over = {}): FactRow {
  return row('key position', { fromOn: '2026-01-01' }, over);
}

/** A machine in use on all 92 days of the quarter, in date on so many of them. */
export function givenMachine(inDateDays = 92, inUseDays = 92): FactRow {
  const standing = { category: 'forklift', state: 'inUse', nextDueOn: null, inUseDays, inDateDays };
  return row('machine', { ...standing, lapsed: inDateDays < inUseDays }, {});
}

export function givenSpotCheck(over: Over = {}): FactRow {
  return row('spot check', { dueOn: '2026-08-31', checkedOn: '2026-08-20' }, over);
}

export function givenExtinguisher(over: Over = {}): FactRow {
  return row('extinguisher', { kind: 'powder', intact: true, inDate: true, ofWholeYear: false }, over);
}

/** The yearly test of a building's facilities. */
export function givenFacilitiesTest(over: Over = {}): FactRow {
  return row('test', { kind: 'facilities', doneOn: '2026-04-10', passed: true }, over);
}
