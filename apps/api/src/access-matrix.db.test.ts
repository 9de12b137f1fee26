import { as, houseAt, test } from '@changming/application/testing';
import { expect } from 'vitest';

import { homeCards } from './testing/home-cards.ts';
import { walkMatrix } from './testing/matrix.ts';
import { untold } from './testing/untold.ts';

const patience = 300_000;

test(
  'every role meets every route at every place with every credential as the product was described',
  async ({ house, database: { owner } }) => {
    const { asked, unexpected } = await walkMatrix(house, owner, { asks: 'dealt', walls: 'both' });

    expect(unexpected.join('\n')).toBe('');
    expect(asked).toBeGreaterThan(4000);
  },
  patience,
);

test('the trail of all that was let through tells every field and every code in words', async ({ database: { owner } }) => {
  expect(await untold(owner)).toEqual([]);
});

test('a card of the home page counts the rows of the list that it opens, a year later when most is overdue', async ({ database }) => {
  const { owner } = database;
  const later = houseAt(database, '2027-02-01T02:00:00Z');
  const root = await owner.selectFrom('units').selectAll().where('parent_id', 'is', null).executeTakeFirstOrThrow();

  const told = Object.entries(await homeCards(as(later, 'hqSafety', root)));

  expect(told.map(([name, { counted }]) => [name, counted])).toEqual(told.map(([name, { listed }]) => [name, listed]));
  expect(told.filter(([, { counted }]) => counted === 0).map(([name]) => name)).toEqual([]);
  await later.close();
});
