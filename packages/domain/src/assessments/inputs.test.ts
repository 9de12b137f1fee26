import { expect, it } from 'vitest';

import { createAssessmentInput } from './inputs.ts';

const unitId = '01900000-0000-7000-8000-000000000001';

it('a assessment needs a name and a day that exists, and nothing unknown', () => {
  const fits = (given: object) => createAssessmentInput.safeParse({ unitId, name: '甲', on: '2026-01-20', ...given }).success;

  expect([fits({}), fits({ name: '' }), fits({ on: '2026-02-30' }), fits({ stage: 'closed' })]).toEqual([true, false, false, false]);
});
