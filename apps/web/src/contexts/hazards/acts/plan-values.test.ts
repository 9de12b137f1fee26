import { expect, test } from 'vitest';

import { dueOnFor, inFen, missingField, planBody } from './plan-values.ts';

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

const dueOnBy = { team: '2026-11-26', workshop: '2026-11-29', unit: '2026-12-11', major: null };

test('the deadline proposed follows the level, a day that was typed stays', () => {
  const proposal = { dueOnBy } as never;

  expect(dueOnFor(proposal, { chosen: 'unit', dueOn: '2026-11-26' })).toBe('2026-12-11');
  expect(dueOnFor(proposal, { chosen: 'major', dueOn: '2026-12-11' })).toBeNull();
  expect(dueOnFor(proposal, { chosen: 'team', dueOn: null })).toBe('2026-11-26');
  expect(dueOnFor(proposal, { chosen: 'unit', dueOn: '2026-12-01' })).toBeUndefined();
});

test('a plan of 公司级 is stopped at the first field that is missing', () => {
  const named = { responsibleUnit: { id: 'u', name: '一车间' }, responsible: { id: 'p', name: '张三' }, dueOn: '2026-12-11' };

  expect(missingField({}, 'unit')).toBe('responsibleUnit');
  expect(missingField({ ...named, measures: '清走', contingency: '停机' }, 'unit')).toBe('funds');
  expect(missingField({ ...named, measures: '清走', funds: 0 }, 'unit')).toBe('contingency');
});
