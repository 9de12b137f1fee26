import { expect, test } from 'vitest';

import { actsOf } from './hazard-acts.ts';

test('what can be done stands in sight, what can not waits behind 更多 with the nearest first', () => {
  const { inSight, more } = actsOf({
    stage: 'submitted',
    objections: {
      accept: 'hazards.self_acceptance',
      sendBack: null,
      decideExtension: null,
      reopen: 'hazards.wrong_stage',
      list: null,
      askVoid: 'hazards.request_pending',
    },
  });

  expect(inSight.slice(-2)).toEqual(['sendBack', 'accept']);
  expect(inSight).toContain('decideExtension');
  expect(more.indexOf('list')).toBeLessThan(more.indexOf('askVoid'));
  expect(more.at(-1)).toBe('reopen');
});
