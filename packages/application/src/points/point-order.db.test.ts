import { expect } from 'vitest';

import { as, given, test } from '../testing/index.ts';
import { createPoint, listPoints } from './index.ts';

test('points of one name stand as their workshops do in the tree, page by page too', async ({ house, database: { owner } }) => {
  const { mill } = await given.group(owner);
  const names = ['整烫', '裁剪', '包装', '缝制', '充绒'];
  const workshops = [];
  for (const name of names) workshops.push(await given.unit(owner, `${name}车间`, 'workshop', mill));
  const officer = as(house, 'safetyOfficer', mill, (await given.person(owner, mill)).id);
  for (const workshop of workshops.toReversed()) await createPoint(officer, { unitId: workshop.id, name: '配电室' });

  const seen: string[] = [];
  let after: [string, string] | undefined;
  do {
    const page: Awaited<ReturnType<typeof listPoints>> = await listPoints(officer, { withBelow: true, limit: 2, after });
    seen.push(...page.items.map(({ unit }) => unit));
    after = page.next === null ? undefined : (page.next.split('~') as [string, string]);
  } while (after !== undefined);

  expect(seen).toEqual(names.map((name) => `${name}车间`));
});
