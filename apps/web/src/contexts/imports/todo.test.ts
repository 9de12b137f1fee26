import { expect, test } from 'vitest';

import { importsTodo } from './todo.ts';

test('rows that wait to be confirmed are a card of whoever brings files in, and open the list that it counts', () => {
  expect(importsTodo).toMatchObject([{ id: 'imports.toConfirm', needs: 'imports.run', section: 'decide', href: '/imports?awaiting=true' }]);
});
