import { expect, test } from 'vitest';

import { countedBonus } from './counted-bonus.ts';

const rules = [
  { code: 'avoided', name: null, points: '10', counts: null },
  { code: 'commended', name: null, points: '20', counts: null },
  { code: 'adopted', name: null, points: '20', counts: null },
];
const highest = { how: 'highest', rules } as const;

test('of several bonuses the highest counts, once, where the scheme takes only that', () => {
  expect(countedBonus(highest, [line('avoided'), line('commended')])).toEqual({ rule: 'commended', points: '20.00' });
  expect(countedBonus(highest, [line('avoided', 3), line('commended')])).toEqual({ rule: 'commended', points: '20.00' });
  expect(countedBonus(highest, [line('avoided', 2)])).toEqual({ rule: 'avoided', points: '10.00' });
});

test('nothing has to be said where all of them count, or there is one', () => {
  expect(countedBonus({ how: 'sum', rules }, [line('avoided'), line('commended')])).toBeNull();
  expect(countedBonus(highest, [line('avoided')])).toBeNull();
  expect(countedBonus(undefined, [line('avoided'), line('commended')])).toBeNull();
});

function line(rule: string, times = 1) {
  return { rule, times };
}
