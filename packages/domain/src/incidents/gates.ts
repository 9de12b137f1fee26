import type { Cause } from './kinds.ts';
import type { IncidentRefusal } from './refusals.ts';

/** 四不放过: cause not found, responsible persons not handled, measures not done, people not educated — not let go. */
export const fourGates = ['causeFound', 'personHandled', 'measuresDone', 'peopleEducated'] as const;
export type FourGate = (typeof fourGates)[number];

/** The records that prove the gates. */
export type Proofs = {
  readonly investigation: {
    readonly approved: boolean;
    readonly directCause: string | null;
    readonly indirectCauses: readonly Cause[];
    /** Why nobody is to be handled, where nobody is. */
    readonly nobodyToHandle: string | null;
  } | null;
  readonly handlings: readonly { readonly executed: boolean }[];
  /** Cancelled measures count as neither. */
  readonly measures: { readonly done: number; readonly open: number };
  /** People taught: who attended trainings about the case, and who was briefed on it. */
  readonly educated: number;
};

export type GateStanding = {
  readonly gate: FourGate;
  /** Why the records do not prove it, or null when they do. */
  readonly unproven: IncidentRefusal | null;
  readonly confirmed: boolean;
};

const unconfirmed = {
  causeFound: 'incidents.cause_unconfirmed',
  personHandled: 'incidents.handling_unconfirmed',
  measuresDone: 'incidents.measures_unconfirmed',
  peopleEducated: 'incidents.education_unconfirmed',
} as const satisfies Record<FourGate, IncidentRefusal>;

/** Why the linked records do not prove a gate, or null. */
export function unprovenGate(gate: FourGate, proofs: Proofs): IncidentRefusal | null {
  return provers[gate](proofs);
}

const provers: Readonly<Record<FourGate, (proofs: Proofs) => IncidentRefusal | null>> = {
  causeFound: ({ investigation }) => {
    if (investigation === null || !investigation.approved) return 'incidents.cause_not_approved';
    return investigation.directCause === null || investigation.indirectCauses.length === 0 ? 'incidents.cause_incomplete' : null;
  },
  personHandled: ({ handlings, investigation }) => {
    if (handlings.some(({ executed }) => !executed)) return 'incidents.handling_not_executed';
    return handlings.length === 0 && (investigation?.nobodyToHandle ?? null) === null ? 'incidents.nobody_handled' : null;
  },
  measuresDone: ({ measures }) => {
    if (measures.open > 0) return 'incidents.measures_open';
    return measures.done === 0 ? 'incidents.no_measures' : null;
  },
  peopleEducated: ({ educated }) => (educated > 0 ? null : 'incidents.nobody_educated'),
};

export function gateStandings(proofs: Proofs, confirmed: readonly FourGate[]): GateStanding[] {
  return fourGates.map((gate) => ({ gate, unproven: unprovenGate(gate, proofs), confirmed: confirmed.includes(gate) }));
}

/** What stands between a case and its closing, gate by gate; empty when nothing does. A proof that fell away counts again. */
export function objectionsToClosing(standings: readonly GateStanding[]): { readonly gate: FourGate; readonly code: IncidentRefusal }[] {
  return standings.flatMap(({ gate, unproven, confirmed }) => {
    const code = unproven ?? (confirmed ? null : unconfirmed[gate]);
    return code === null ? [] : [{ gate, code }];
  });
}
