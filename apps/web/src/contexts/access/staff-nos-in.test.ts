import { expect, test } from 'vitest';

import { staffNosIn } from './staff-nos-in.ts';

test('a pasted list is read whatever stands between the numbers, each number once', () => {
  expect(staffNosIn('LZ1\r\nLZ2, LZ3，LZ4、LZ5；LZ1\t LZ6\n\n')).toEqual(['LZ1', 'LZ2', 'LZ3', 'LZ4', 'LZ5', 'LZ6']);
  expect(staffNosIn(' \n')).toEqual([]);
});
