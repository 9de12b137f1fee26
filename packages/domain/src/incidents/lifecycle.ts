import { refuse } from '../kernel/index.ts';
import type { IncidentRefusal } from './refusals.ts';

export const caseStates = [
  'reported',
  'confirmed',
  'reportedExternally',
  'investigating',
  'reportSubmitted',
  'approved',
  'rectifying',
  'fourGates',
  'closed',
  'reopened',
  'cancelledDuplicate',
  'reclassifiedNonProduction',
] as const;
export type CaseState = (typeof caseStates)[number];

const unfinished: readonly CaseState[] = [
  'reported',
  'confirmed',
  'reportedExternally',
  'investigating',
  'reportSubmitted',
  'approved',
  'rectifying',
  'fourGates',
  'reopened',
];

type Step = { readonly from: readonly CaseState[]; readonly to: CaseState };

/** The only way to `closed` leads through the four gates. */
const steps = {
  /** 单位负责人核实 */
  confirm: { from: ['reported'], to: 'confirmed' },
  reportExternally: { from: ['confirmed'], to: 'reportedExternally' },
  investigate: { from: ['confirmed', 'reportedExternally', 'reopened'], to: 'investigating' },
  submit: { from: ['investigating'], to: 'reportSubmitted' },
  sendBack: { from: ['reportSubmitted'], to: 'investigating' },
  /** 批复 */
  approve: { from: ['reportSubmitted'], to: 'approved' },
  rectify: { from: ['approved'], to: 'rectifying' },
  checkGates: { from: ['approved', 'rectifying'], to: 'fourGates' },
  close: { from: ['fourGates'], to: 'closed' },
  reopen: { from: ['closed', 'cancelledDuplicate', 'reclassifiedNonProduction'], to: 'reopened' },
  /** The same of a report that nobody had confirmed: it begins where it stood. */
  takeUp: { from: ['cancelledDuplicate', 'reclassifiedNonProduction'], to: 'reported' },
  cancelDuplicate: { from: unfinished, to: 'cancelledDuplicate' },
  /** 非生产安全事故: illness, suicide, crime. */
  reclassify: { from: unfinished, to: 'reclassifiedNonProduction' },
} as const satisfies Record<string, Step>;

export type CaseStep = keyof typeof steps;
export const caseSteps = Object.keys(steps) as readonly CaseStep[];

/** Why the step may not be taken now, or null when it may. */
export function objection(state: CaseState, step: CaseStep): IncidentRefusal | null {
  const from: readonly CaseState[] = steps[step].from;
  return from.includes(state) ? null : 'incidents.wrong_state';
}

export function advance(state: CaseState, step: CaseStep): CaseState {
  const reason = objection(state, step);
  if (reason !== null) refuse('conflict', reason, { state, step });
  return steps[step].to;
}

export function isUnfinished(state: CaseState): boolean {
  return unfinished.includes(state);
}

/** Facts are added while a case runs, and after it is closed as far as they still happen: a death months later. */
export function takesFacts(state: CaseState): boolean {
  return isUnfinished(state) || state === 'closed';
}

/** The investigation has begun and its report is not handed in. */
export function isBeingInvestigated(state: CaseState): boolean {
  return state === 'investigating';
}

/** People are handled, measures opened and gates confirmed from the approval on. */
export function isBeingSettled(state: CaseState): boolean {
  return state === 'approved' || state === 'rectifying' || state === 'fourGates';
}
