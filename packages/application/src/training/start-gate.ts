import { addDays, refuse } from '@changming/domain/kernel';
import { startGateInput } from '@changming/domain/training';

import { command } from '../context.ts';
import { unitInScope } from '../units/index.ts';

/** 启用培训准入: from a day on nobody of this unit's branch takes up work before he is trained. A unit below may have a day of its own. */
export const startGate = command({
  permission: 'training.start',
  name: 'training.startGate',
  input: startGateInput,
  async run({ tx, scope, today, newId, trail, enqueue }, { unitId, from }) {
    await unitInScope(tx, scope, unitId);
    if (from < addDays(today, -366)) refuse('invalid', 'training.before_start');
    const before = await tx.selectFrom('training_starts').selectAll().where('unit_id', '=', unitId).executeTakeFirst();
    const id = before?.id ?? newId();
    if (before === undefined) await tx.insertInto('training_starts').values({ id, unit_id: unitId, from_on: from }).execute();
    else {
      await tx
        .updateTable('training_starts')
        .set({ from_on: from, version: before.version + 1 })
        .where('id', '=', id)
        .execute();
    }
    await enqueue('training.sweep', {}, `start:${id}:${from}`);
    return trail({ subjectId: id, unitId, before: before === undefined ? null : { from: before.from_on }, after: { from } }, { id });
  },
});
