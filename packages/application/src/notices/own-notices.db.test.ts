import { expect } from 'vitest';

import { as, type Given, given, test } from '../testing/index.ts';
import { chooseChannels, readChannels } from './index.ts';

/** One group a file: the first test makes it. */
let units: Given;

test('who has chosen nothing is told in the product alone', async ({ house, database: { owner } }) => {
  units = await given.group(owner);
  const person = await given.person(owner, units.mill);

  expect(await readChannels(as(house, 'safetyOfficer', units.mill, person.id), {})).toEqual({
    email: null,
    quietFrom: null,
    quietTo: null,
  });
});

test('an address and quiet hours are read as they were chosen, and by nobody else', async ({ house, database: { owner } }) => {
  const person = await given.person(owner, units.mill);
  const other = await given.person(owner, units.mill);
  const caller = as(house, 'safetyOfficer', units.mill, person.id);

  await chooseChannels(caller, { email: 'wang@example.com', quietFrom: '22:00', quietTo: '07:30' });

  expect(await readChannels(caller, {})).toEqual({ email: 'wang@example.com', quietFrom: '22:00', quietTo: '07:30' });
  expect(await readChannels(as(house, 'unitHead', units.mill, other.id), {})).toMatchObject({ email: null });
  await chooseChannels(caller, { email: null, quietFrom: '23:00', quietTo: '07:30' });
  const trail = owner.selectFrom('trail').select('before').where('subject_id', '=', person.id).where('verb', '=', 'notices.chooseChannels');
  expect(
    (await trail.execute()).map(({ before }) => before),
    'the trail tells what stood before, without the address',
  ).toEqual(expect.arrayContaining([null, { email: true, quietFrom: '22:00', quietTo: '07:30' }]));
});
