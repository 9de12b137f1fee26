import { expect, test } from 'vitest';

import { hazardsTodo } from './todo.ts';

test('what ought to be listed is a card of whoever lists, and opens what the supervision page proposes', () => {
  const card = hazardsTodo.find(({ id }) => id === 'hazards.toList');

  expect(card).toMatchObject({ needs: 'hazards.supervise', section: 'decide', href: '/hazards/supervision?show=toList' });
});
