import { join } from 'node:path';

import { runProgram } from '@changming/checks/program';
import { copyOfTheHouse } from '@changming/checks/testing/copy';
import { expect, onTestFinished, test } from 'vitest';

import { makeContext } from './make-context.ts';

test('with a new context everything from the domain to the API compiles', async () => {
  const house = await copyOfTheHouse();
  onTestFinished(house.remove);
  await makeContext(house.root, { context: 'lanterns', noun: 'lantern', zh: '灯具', stamp: '29990101T0000' });

  const args = ['tooling/checks/typecheck.ts', '--of', 'apps/api', '--into', join(house.root, '.types')];
  const { ok, output } = await runProgram({ root: house.root, command: 'node', args });

  expect(output).toBe('');
  expect(ok).toBe(true);
});
