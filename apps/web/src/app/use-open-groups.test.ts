import { expect, test } from 'vitest';

import type { MenuGroup } from './menu-entry.ts';
import { openGroups } from './use-open-groups.ts';

const block = (group: MenuGroup | null, ...paths: string[]) => ({
  group,
  entries: paths.map((path) => ({ path, group, icon: null, title: () => path, needs: null })),
});
const short = [block(null, '/'), block('hazards', '/hazards'), block('system', '/audit')];
const long = [...short, block('work', ...Array.from({ length: 12 }, (_, n) => `/work/${n}`))];

test('a short menu is open, and of a long one the first group, until somebody chose', () => {
  expect(openGroups(short, { here: null, kept: null })).toEqual(['hazards', 'system']);
  expect(openGroups(long, { here: '/', kept: null })).toEqual(['hazards']);
});

test('what was chosen stays, and the page one is on is always in sight', () => {
  expect(openGroups(long, { here: null, kept: [] })).toEqual([]);
  expect(openGroups(long, { here: '/audit', kept: ['work'] })).toEqual(['system', 'work']);
  expect(openGroups(short, { here: '/hazards', kept: ['training'] }), 'a group that the person does not see is left out').toEqual([
    'hazards',
  ]);
});
