import { expect, test } from 'vitest';

import { hazardsTodo } from './todo.ts';

test('what ought to be listed is a card of whoever lists, and opens the majors that nobody has listed', () => {
  const card = hazardsTodo.find(({ id }) => id === 'hazards.toList');
  const query = new URLSearchParams(card?.href.split('?')[1]);

  expect(card).toMatchObject({ needs: 'hazards.supervise', section: 'decide' });
  expect([query.get('level'), query.get('supervised'), query.getAll('stage')]).toEqual([
    'major',
    'false',
    ['reported', 'registered', 'assigned', 'rectifying', 'submitted'],
  ]);
});
