import type { Condition } from '../condition.ts';
import type { ColumnsOf } from '../facts.ts';

export type OfIncidents = Condition<ColumnsOf<'incidents'>>;

/** A production accident or near miss of the period. */
export const happened: OfIncidents = {
  all: [
    { column: 'occurredOn', within: 'period' },
    { column: 'production', flag: true },
  ],
};

const pending: OfIncidents = { column: 'responsibility', is: 'pending' };
const confirmed: OfIncidents = { column: 'responsibility', in: ['unit', 'shared'] };

/** The unit answers for it, or may: what is not decided yet counts provisionally (11.4 A1). */
export const answeredFor: OfIncidents = { all: [happened, { any: [confirmed, pending] }] };

/** It may still prove that the unit does not answer for it. */
export const undecided: OfIncidents = { all: [happened, pending] };

/** The unit answers for it, as was decided. */
export const surelyAnsweredFor: OfIncidents = { all: [happened, confirmed] };
