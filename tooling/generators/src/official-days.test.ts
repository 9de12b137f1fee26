import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { officialDays } from './official-days.ts';

const file = new URL('../../../packages/database/migrations/data/work-calendar-2025-2026.json', import.meta.url);
const shipped = JSON.parse(readFileSync(file, 'utf8')) as { year: number; days: unknown[] }[];

it.each([2025, 2026])('the official days of %i ship with the product', (year) => {
  expect(shipped.find((each) => each.year === year)?.days).toEqual(officialDays(year));
});

it('a year without a notice has no official day: nothing is made up', () => {
  expect(officialDays(2031)).toEqual([]);
});
