import { join } from 'node:path';

import { expect, it } from 'vitest';

import { routeAddresses } from './route-addresses.mjs';

const contract = join(import.meta.dirname, '../../../packages/contract/src');
const { load } = routeAddresses();

it('a module of routes is built in as their addresses', async () => {
  const { code } = await load(join(contract, 'hazards/reads.ts'));

  expect(code).toContain('export const listHazards = {"method":"get","path":"/hazards","access":"hazards.read"};');
  expect(code).not.toContain('schema');
});

it('what is no route stays whole', async () => {
  const file = join(contract, 'problem.ts');

  expect((await load(file)).code).toBe(`export { problem } from "${file}?whole";`);
});

it('modules that are not of the contract are left alone', async () => {
  expect(await load(join(contract, '../../domain/src/kernel/index.ts'))).toBeNull();
  expect(await load(`${join(contract, 'problem.ts')}?whole`)).toBeNull();
});
