import { describe, expect, it } from 'vitest';

import type { FactRow } from './facts.ts';
import { causeOf } from './restatement.ts';

const hazard = (over: Readonly<Record<string, string | null>> = {}): FactRow => ({
  id: 'h',
  unitId: 'mill',
  origin: 'recorded',
  stage: 'closed',
  dueOn: '2026-03-10',
  submittedOn: '2026-03-09',
  ...over,
});

describe('what changed since a run was first computed', () => {
  it('is told record by record, the gravest reason first', () => {
    expect([
      causeOf(null, hazard()),
      causeOf(null, hazard({ origin: 'opening' })),
      causeOf(hazard(), hazard({ stage: 'void' })),
      causeOf(hazard(), hazard({ stage: 'assigned', submittedOn: null })),
      causeOf(hazard({ stage: 'submitted' }), hazard()),
      causeOf(hazard({ stage: 'rectifying', submittedOn: null }), hazard({ stage: 'submitted' })),
      causeOf(hazard({ stage: 'rectifying' }), hazard({ stage: 'rectifying', dueOn: '2026-03-20' })),
      causeOf(hazard(), hazard({ unitId: 'other' })),
      causeOf({ id: 'l', unitId: 'mill', lookedOn: null }, { id: 'l', unitId: 'mill', lookedOn: '2026-03-30' }),
      causeOf(hazard(), hazard({ level: 'unit' })),
    ]).toEqual(['late', 'opening', 'voided', 'reopened', 'closed', 'handedIn', 'deadlineMoved', 'moved', 'lookedBack', 'changed']);
  });
});
