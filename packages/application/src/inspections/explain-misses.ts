import { within } from '@changming/database';
import { explainMissesInput } from '@changming/domain/inspections';
import { refuse } from '@changming/domain/kernel';

import { type Changed, command } from '../context.ts';

/** 漏查原因, given afterwards by somebody who answers for the place. The miss stays a miss; the newest reason is the one that stands. */
export const explainMisses = command({
  permission: 'inspections.explain',
  input: explainMissesInput,
  async run({ tx, scope, actor, now, trail }, { ids, reason, note }) {
    const wanted = [...new Set(ids)];
    const found = await tx
      .selectFrom('inspection_occurrences')
      .select(['id', 'unit_id', 'state', 'miss_reason', 'miss_note'])
      .where('id', 'in', wanted)
      .where((eb) => within(eb.ref('unit_pos'), scope))
      .forUpdate()
      .execute();
    if (found.length < wanted.length) refuse('missing', 'inspections.not_found');
    const others = found.filter(({ state }) => state !== 'missed').length;
    if (others > 0) refuse('conflict', 'inspections.not_missed', { count: others });
    const set = { miss_reason: reason, miss_note: note ?? null, miss_reason_by_id: actor.personId, miss_reason_at: now };
    await tx
      .updateTable('inspection_occurrences')
      .set(set)
      .where('id', 'in', wanted)
      .where((eb) => within(eb.ref('unit_pos'), scope))
      .execute();
    const told = found.map(
      (each): Changed => ({
        subjectId: each.id,
        unitId: each.unit_id,
        before: { reason: each.miss_reason, note: each.miss_note },
        after: { reason, note: note ?? null },
      }),
    );
    return trail(told, { explained: found.length });
  },
});
