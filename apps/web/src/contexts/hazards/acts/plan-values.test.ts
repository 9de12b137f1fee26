import { expect, test } from 'vitest';

import { inFen, planBody } from './plan-values.ts';

test('money goes out in 分, whole', () => {
  expect([inFen(0.1 + 0.2), inFen(12_345.67), inFen(0), inFen(null)]).toEqual([30, 1_234_567, 0, null]);
});

test('what is stated as 不涉及 is not sent, whatever was typed before', () => {
  const body = planBody({
    responsible: { id: 'p', name: '张三' },
    funds: 200,
    contingency: '备用',
    measures: '  ',
    waived: ['funds', 'contingency'],
  });

  expect(body).toEqual({
    responsibleUnitId: null,
    responsibleId: 'p',
    leaderId: null,
    measures: null,
    funds: null,
    dueOn: null,
    contingency: null,
    waived: ['funds', 'contingency'],
  });
});
