import { globSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { onFifteen } from './on-fifteen.ts';

const root = join(import.meta.dirname, '..', '..');

it('names parts of paths that lead to tests of the database', () => {
  const files = globSync('{apps,packages}/*/src/**/*.db.test.ts', { cwd: root });

  expect(files.length).toBeGreaterThan(100);
  expect(onFifteen.filter((part) => !files.some((file) => file.includes(part)))).toEqual([]);
});
