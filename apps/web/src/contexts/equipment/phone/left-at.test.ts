import { expect, test } from 'vitest';

import type { FirePlate } from './look.ts';
import { leftAt } from './left-at.ts';

const piece = (id: string, checkDueOn: string | null, checkedOn: string | null) => ({ id, checkDueOn, checkedOn });

test('counts what is owed now and not done: neither what owes nothing in this period nor what was handed in here', () => {
  const items = [piece('owed', '2026-01-31', null), piece('done', '2026-01-31', '2026-01-05'), piece('new', null, null)];
  const record = (is: string) => [{ content: { piece: { id: 'owed' } }, passage: { standing: { is } } }] as never;
  const plate = { items } as unknown as FirePlate;

  expect([leftAt(plate, []), leftAt(plate, record('draft')), leftAt(plate, record('refused'))]).toEqual([1, 1, 1]);
  expect([leftAt(plate, record('waiting')), leftAt(plate, record('arrived'))]).toEqual([0, 0]);
});
