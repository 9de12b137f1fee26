import { describe, expect, it } from 'vitest';

import { hazardStages } from './hazard.ts';
import { accountConditions, mostInDocument, roomOf } from './list-filter.ts';
import { emptyPlan } from './plan.ts';
import { accountOf, accounts } from './reconciliation.ts';

const today = '2026-01-20';
const late = { stages: ['assigned', 'rectifying'], dueOn: '2026-01-19' } as const;

/** What the ledger picks by these conditions, in a few words of the same meaning. */
function picks(account: (typeof accounts)[number], stage: (typeof hazardStages)[number], dueOn: string | null): boolean {
  const { stage: among, overdue } = { stage: undefined, overdue: undefined, ...accountConditions[account] };
  const isLate = (late.stages as readonly string[]).includes(stage) && dueOn !== null && dueOn < today;
  return (among === undefined || (among as readonly string[]).includes(stage)) && (overdue === undefined || overdue === isLate);
}

describe('the four accounts', () => {
  it.each(hazardStages.flatMap((stage) => [late.dueOn, today, null].map((dueOn) => [stage, dueOn] as const)))(
    'pick a hazard that is %s and due on %s exactly once, as the reconciliation counts it',
    (stage, dueOn) => {
      const counted = accountOf({ stage, plan: { ...emptyPlan, dueOn } }, today);

      expect(accounts.filter((account) => picks(account, stage, dueOn))).toEqual([counted]);
    },
  );
});

describe('a document', () => {
  it('holds less the heavier it is', () => {
    expect(roomOf({ format: 'excel', photos: false })).toBe(mostInDocument.excel);
    expect(roomOf({ format: 'word', photos: false })).toBe(mostInDocument.word);
    expect([roomOf({ format: 'excel', photos: true }), roomOf({ format: 'word', photos: true })]).toEqual([300, 300]);
  });
});
