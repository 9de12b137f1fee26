import type { KnownHazard } from '../imports/index.ts';

/** A hazard of 织造车间 (`w`) that an earlier ledger brought in: open, nobody named. */
export function givenKnownHazard(over: Partial<KnownHazard> & Pick<KnownHazard, 'id' | 'text'>): KnownHazard {
  return {
    unitId: 'w',
    foundOn: '2026-03-05',
    textKey: over.text,
    stage: 'assigned',
    dueOn: '2026-03-08',
    doneOn: null,
    acceptedOn: null,
    closedOn: null,
    responsible: [],
    funds: null,
    rows: [`early!Sheet1!${over.id}`],
    livesOn: false,
    ...over,
  };
}
