import { treeOf } from '@changming/domain/assessments';
import { expect, it } from 'vitest';

import { scopesOf } from './scopes.ts';

const unit = (id: string, parentId: string | null, assessed: boolean) => ({ id, parentId, assessed });

it('a unit counts in the nearest score above it, and that one in the figure of the next', () => {
  const tree = treeOf([
    unit('group', null, false),
    unit('company', 'group', true),
    unit('office', 'company', false),
    unit('factory', 'company', true),
    unit('workshop', 'factory', false),
    unit('bureau', 'group', false),
  ]);

  expect(scopesOf(tree)).toEqual([
    { unitId: 'company', headId: 'company', aboveId: null },
    { unitId: 'office', headId: 'company', aboveId: null },
    { unitId: 'factory', headId: 'factory', aboveId: 'company' },
    { unitId: 'workshop', headId: 'factory', aboveId: 'company' },
  ]);
});
