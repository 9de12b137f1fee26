import type { Pull } from '@changming/domain/analytics';
import { refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import { z } from 'zod';

import type { Reading } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import type { Placed } from './statement.ts';

const uuid = z.uuid();

/** Where a pull may read. Refused for a branch outside the scope, and for a time of knowledge that has not come. */
export async function placed({ tx, scope, now, today }: Reading, pull: Pull): Promise<Placed> {
  if (pull.knownAt !== null && new Date(pull.knownAt) > now) refuse('invalid', 'analytics.not_yet', { parameter: 'knownAt' });
  const within = pull.conditions.find(({ operator }) => operator === 'within')?.values[0];
  return { pull, scope, today, branch: within === undefined ? null : await branchOf({ tx, scope }, within) };
}

/** The branch of a unit named by its id or its code. */
async function branchOf({ tx, scope }: Pick<Reading, 'tx' | 'scope'>, named: string): Promise<UnitRange> {
  const id = uuid.safeParse(named).success
    ? named
    : (await tx.selectFrom('units').select('id').where('code', '=', named).executeTakeFirst())?.id;
  const { lo, hi } = id === undefined ? refuse('missing', 'units.not_found', { id: named }) : await unitInScope(tx, scope, id);
  return { lo, hi };
}
