import type {
  CadenceName,
  ChaseTarget,
  MissReason,
  OccurrenceState,
  PhotoDuty,
  RoundKind,
  Shift,
  Timing,
  Verdict,
  WaiverReason,
} from '@changming/domain/inspections';

export const roundKinds = { inspection: 'Inspection', lightsOut: 'Lights-out', dust: 'Dust cleaning' } satisfies Record<RoundKind, string>;
export const states = { open: 'Open', done: 'Done', missed: 'Missed', waived: 'Waived' } satisfies Record<OccurrenceState, string>;
export const timings = { onTime: 'On time', late: 'Late', afterMiss: 'Made up after the miss' } satisfies Record<Timing, string>;
export const verdicts = { pass: 'Good', fail: 'Failed', notApplicable: 'Does not apply' } satisfies Record<Verdict, string>;
export const shifts = { day: 'Day shift', early: 'Early shift', middle: 'Middle shift', night: 'Night shift' } satisfies Record<
  Shift,
  string
>;
export const cadences = {
  shift: 'Every shift',
  day: 'Daily',
  week: 'Weekly',
  month: 'Monthly',
  quarter: 'Quarterly',
  halfYear: 'Half-yearly',
  year: 'Yearly',
  dates: 'On named days',
} satisfies Record<CadenceName, string>;
export const restDays = { skip: 'Not on days of rest', keep: 'On days of rest too' };
export const photoDuties = { onFailure: 'Photo on failure', always: 'Photo always', never: 'No photo' } satisfies Record<PhotoDuty, string>;
export const missReasons = {
  noProduction: 'No production',
  shortStaffed: 'Short of staff',
  forgotten: 'Forgotten',
  noAccess: 'No access',
  equipmentDown: 'Equipment down',
  network: 'Phone or network trouble',
  other: 'Other',
} satisfies Record<MissReason, string>;
export const waiverReasons = {
  pointClosed: 'Point closed',
  unitClosed: 'Unit closed',
  planEnded: 'Plan ended',
} satisfies Record<WaiverReason, string>;
export const chaseTargets = {
  person: 'Person expected',
  unitHead: 'Head of the unit',
  parent: 'Head of the unit above',
} satisfies Record<ChaseTarget, string>;
