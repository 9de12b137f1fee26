import { expect, test } from 'vitest';

import { actsOf } from './hazard-acts.ts';

test('what can be done stands in sight, what can not waits behind 更多 with the nearest first', () => {
  const { inSight, more } = actsOf({
    stage: 'submitted',
    supervised: false,
    reasonsToList: [],
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

test('挂牌督办 stands in sight where there is a reason and nobody has listed it', () => {
  const major = { stage: 'assigned', objections: { list: null }, reasonsToList: ['confirmedMajor'] } as const;

  expect(actsOf({ ...major, reasonsToList: ['confirmedMajor'], supervised: false }).inSight).toContain('list');
  expect(actsOf({ ...major, reasonsToList: ['confirmedMajor'], supervised: true }).inSight).not.toContain('list');
});
