import { within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { numberTakenInput, unmaskInput } from '@changming/domain/workforce';
import { sql } from 'kysely';
import type { z } from 'zod';

import { command, query } from '../context.ts';
import { identityIndex } from './numbers.ts';
import { personInScope } from './store.ts';

/** 查看完整号码, with a reason. The trail tells who looked, at what and why, and never the number. */
export const unmask = command({
  permission: 'workforce.unmask',
  input: unmaskInput,
  toldOnce: true,
  async run({ tx, scope, secrets, trail }, { personId, field, reason }) {
    const person = await personInScope(tx, scope, personId);
    const closed = field === 'identity' ? person.identity_sealed : person.phone_sealed;
    if (closed === null) refuse('conflict', 'workforce.no_number', { name: person.name });
    return trail({ subjectId: personId, unitId: person.unit_id, before: null, after: { field, reason } }, { number: secrets.open(closed) });
  },
});

/**
 * 查重: whether the group knows this identity number. Somebody in the caller's branch is named; of anybody else no more is said than
 * that the number is taken.
 */
export const findByIdentity = query({
  permission: 'workforce.edit',
  async run({ tx, scope, secrets }, given: z.input<typeof numberTakenInput>) {
    const index = identityIndex(secrets, numberTakenInput.parse(given).identityNumber);
    const { rows } = await sql<{ taken: boolean }>`select identity_known as taken from house.known_person(${index}, null)`.execute(tx);
    const person = await tx
      .selectFrom('persons')
      .select(['id', 'name', 'staff_no as staffNo', 'left_on as leftOn'])
      .where('identity_index', '=', index)
      .where((eb) => within(eb.ref('unit_pos'), scope))
      .executeTakeFirst();
    return { taken: rows[0]?.taken === true, person: person ?? null };
  },
});
