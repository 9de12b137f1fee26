import { expect, test } from 'vitest';

import type { MenuBlock } from './navigation.tsx';
import { currentPath } from './navigation.tsx';

const entry = (path: string) => ({ path, group: null, icon: null, title: () => path, needs: null });
const blocks: MenuBlock[] = [{ group: null, entries: ['/', '/units', '/units/moves', '/hazards'].map(entry) }];

test.each([
  ['/', '/'],
  ['/units', '/units'],
  ['/units/moves/7', '/units/moves'],
  ['/units/0199', '/units'],
])('on the page %s the line %s is lit', (pathname, path) => {
  expect(currentPath(pathname, blocks)).toBe(path);
});

test('no line is lit on a page that is not in the menu', () => {
  expect(currentPath('/account/sessions', blocks)).toBeNull();
  expect(currentPath('/unitsandmore', blocks)).toBeNull();
});
