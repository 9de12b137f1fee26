import { toPage, within } from '@changming/database';
import type { assessmentsFilter } from '@changming/domain/assessments';
import type { z } from 'zod';

import { query } from '../context.ts';

/** Newest first. */
export const listAssessments = query({
  permission: 'assessments.read',
  async run({ tx, scope }, { after, limit }: z.output<typeof assessmentsFilter>) {
    const rows = await tx
      .selectFrom('assessments as t')
      .select(['t.id', 't.unit_id as unitId', 't.name', 't.on_day as on'])
      .where((eb) => within(eb.ref('t.unit_pos'), scope))
      .$if(after !== undefined, (each) =>
        each.where((eb) => eb(eb.refTuple('t.on_day', 't.id'), '<', eb.tuple(after?.[0] ?? '', after?.[1] ?? ''))),
      )
      .orderBy('t.on_day', 'desc')
      .orderBy('t.id', 'desc')
      .limit(limit + 1)
      .execute();
    return toPage(
      rows,
      limit,
      (row) => `${row.on}~${row.id}`,
      (row) => row,
    );
  },
});
