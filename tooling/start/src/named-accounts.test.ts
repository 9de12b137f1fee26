import { expect, test } from 'vitest';

import { namedAccounts } from './named-accounts.ts';

test('each account stands beside the name of its role, in columns that line up', () => {
  expect(namedAccounts('hqSafety\tLZ10003\tCm-1\nworker\tLZ1\tCm-2\n')).toBe(
    ['集团劳安部  hqSafety  LZ10003  Cm-1', '员工        worker    LZ1      Cm-2'].join('\n'),
  );
});

test('a line of another shape stays as it is', () => {
  expect(namedAccounts('E0001 swordfish')).toBe('E0001 swordfish');
});
