import { toPage, when, within } from '@changming/database';
import type { candidateFilter } from '@changming/domain/access';
import { sql } from 'kysely';
import type { z } from 'zod';

import { query, type Reading } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { personsWith } from '../workforce/index.ts';

type Filter = z.output<typeof candidateFilter>;
type Told = {
  readonly id: string;
  readonly name: string;
  readonly staffNo: string | null;
  readonly title: string | null;
  readonly unitId: string;
  readonly unit: string;
};

/**
 * 可开通账号的人员: at work, with a 工号, without an account; in the order of the tree. Only what a slip prints: the system administrator
 * does not read the roster.
 */
export const listCandidates = query({
  permission: 'access.manageAccounts',
  async run({ tx, scope, today }: Reading, { q, unitId, below, withBelow = below, after, limit }: Filter) {
    const unit = unitId === undefined ? undefined : await unitInScope(tx, scope, unitId);
    const found = q === undefined ? undefined : await personsWith(tx, scope, q);
    const rows = await tx
      .selectFrom('persons as p')
      .innerJoin('units as u', 'u.id', 'p.unit_id')
      .select(['p.id', 'p.name', 'p.staff_no as staffNo', 'p.title', 'p.unit_id as unitId', 'u.name as unit', 'p.unit_pos as unitPos'])
      .where('p.staff_no', 'is not', null)
      .where(sql<boolean>`(p.left_on is null or p.left_on > ${today})`)
      .where(sql<boolean>`not exists (select from accounts a where a.person_id = p.id)`)
      .where((eb) => within(eb.ref('p.unit_pos'), scope))
      .where((eb) =>
        eb.and([
          ...when(unit, ({ lo, hi }) => eb.between('p.unit_pos', lo, withBelow === false ? lo : hi)),
          ...when(after, ([position, id]) => eb(eb.refTuple('p.unit_pos', 'p.id'), '>', eb.tuple(position, id))),
          ...when(found, ({ ids }) => sql<boolean>`p.id = any(${ids}::uuid[])`),
        ]),
      )
      .orderBy('p.unit_pos')
      .orderBy('p.id')
      .limit(limit + 1)
      .execute();
    return { ...toPage(rows, limit, (row) => `${row.unitPos}~${row.id}`, told), tooMany: found?.tooMany ?? false };
  },
});

function told({ id, name, staffNo, title, unitId, unit }: Told): Told {
  return { id, name, staffNo, title, unitId, unit };
}
