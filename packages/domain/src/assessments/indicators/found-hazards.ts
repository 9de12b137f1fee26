import type { Condition } from '../condition.ts';
import type { ColumnsOf } from '../facts.ts';

type OfHazards = Condition<ColumnsOf<'hazards'>>;

/** What proved void was no hazard. */
export const valid: OfHazards = { not: { column: 'stage', is: 'void' } };

/** Registered in the period. */
export const found: OfHazards = { all: [valid, { column: 'registeredOn', within: 'period' }] };

/** The deadline, after an approved extension, lies in the period. */
export const due: OfHazards = { all: [valid, { column: 'dueOn', within: 'period' }] };

/** The work has been handed in, and was not sent back. */
export const handedIn: OfHazards = { column: 'stage', in: ['submitted', 'closed'] };

/** The deadline has not passed on the day that the run knows. */
export const stillInTime: OfHazards = { not: { column: 'dueOn', notAfter: 'knownOn', plusDays: -1 } };
