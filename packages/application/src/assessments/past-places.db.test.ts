import { randomUUID } from 'node:crypto';

import { startOf } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { expect } from 'vitest';

import { query } from '../context.ts';
import { as, given, test } from '../testing/index.ts';

/** A hazard of the far mill with a suggestion, for which more time was asked too late, handed to the near one meanwhile or not. */
const asked = query({
  permission: 'hazards.read',
  run: async ({ tx }, hazardId: string) => {
    const at = startOf('2026-02-05');
    const { rows } = await sql`
      select house.was_known('hazards_history', ${hazardId}, ${at}) as known, house.suggested_until(${hazardId}, ${at}) as until,
        house.was_extended_late(${hazardId}, '2026-02-04') as late`.execute(tx);
    return rows[0];
  },
});

test('what stood beside a hazard, and that it was there, is answered of those alone that lie or lay in the branch', async ({
  house,
  database: { owner },
}) => {
  const { root, mill, farMill } = await given.group(owner);
  const { id: personId } = await given.person(owner, root);
  const [handedOver, farOff] = [randomUUID(), randomUUID()];
  for (const id of [handedOver, farOff])
    await given.arranged(owner, async (tx) => {
      await sql`select set_config('app.at', ${startOf('2026-02-01').toISOString()}, true)`.execute(tx);
      await sql`insert into hazards (id, unit_id, stage, category, key_area, kind, source, found_on, found_at, claimed_at, reported_at)
        values (${id}, ${farMill.id}, 'reported', 'exits', 'fire', 'site', 'selfCheck', '2026-02-01', now(), now(), now())`.execute(tx);
      await sql`insert into hazard_suggestions (hazard_id, criterion_ids, suggested_at, answer_due_at)
        values (${id}, '{x}', ${startOf('2026-02-01')}, ${startOf('2026-02-03')})`.execute(tx);
      await sql`insert into hazard_extensions (id, hazard_id, stage, asked_by_id, asked_on, reason, from_on, to_on)
        values (${randomUUID()}, ${id}, 'granted', ${personId}, '2026-02-06', '等料', '2026-02-04', '2026-02-20')`.execute(tx);
    });
  await given.arranged(owner, async (tx) => {
    await sql`select set_config('app.at', ${startOf('2026-02-10').toISOString()}, true)`.execute(tx);
    await sql`update hazards set unit_id = ${mill.id} where id = ${handedOver}`.execute(tx);
  });
  const told = { known: true, until: '2026-02-03', late: true };
  const nothing = { known: false, until: null, late: false };

  const near = as(house, 'safetyOfficer', mill);
  const far = as(house, 'safetyOfficer', farMill);

  expect([await asked(near, handedOver), await asked(near, farOff)]).toEqual([told, nothing]);
  expect([await asked(far, handedOver), await asked(far, farOff)]).toEqual([told, told]);
  await expect(
    query({
      permission: 'hazards.read',
      run: async ({ tx }) => sql`select house.was_known('accounts', ${farOff}, now())`.execute(tx),
    })(near, {}),
  ).rejects.toThrow('no past of records');
});
