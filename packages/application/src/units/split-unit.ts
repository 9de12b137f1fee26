import { refuse } from '@changming/domain/kernel';
import { splitUnitInput } from '@changming/domain/units';
import type { z } from 'zod';

import { type Changed, command, type Writing } from '../context.ts';
import { closeEmpty } from './close-unit.ts';
import { insertUnit } from './create-unit.ts';
import { rehang } from './rehang.ts';
import { labelsBelow } from './room.ts';
import { recordChange, refuseNameTaken, refuseUntimely, type StoredUnit, unitInScope, unitToChange } from './store.ts';

type Wanted = z.output<typeof splitUnitInput>;

/** 拆分: new units of the same kind beside the old one, each taking named children along. The old one may close when nothing is left in it. */
export const splitUnit = command({
  permission: 'units.reorganise',
  name: 'units.split',
  input: splitUnitInput,
  reorganises: true,
  async run(work, wanted) {
    const { unitId, on, reason } = wanted;
    const unit = await unitToChange(work.tx, work.scope, unitId);
    if (unit.parent_id === null) refuse('conflict', 'units.is_root');
    await refuseUntimely(work, unitId, on);
    const changes: Changed[] = [];
    const ids: string[] = [];
    for (const part of wanted.parts) {
      const made = await split(work, unit, { part, on, reason });
      changes.push(...made);
      ids.push(made[0].subjectId);
    }
    const closed = wanted.closes ? await closeEmpty(work, await unitInScope(work.tx, work.scope, unitId), on) : [];
    for (const id of ids) await recordChange(work, { unitId, act: 'split', otherId: id, on, reason });
    return work.trail([...changes, ...closed], { ids });
  },
});

type Splitting = { readonly part: Wanted['parts'][number]; readonly on: string; readonly reason: string };

async function split(work: Writing, from: StoredUnit, { part, on, reason }: Splitting): Promise<[Changed, ...Changed[]]> {
  const { tx, scope } = work;
  const parent = await unitInScope(tx, scope, from.parent_id ?? '');
  await refuseNameTaken(tx, { parentId: parent.id, name: part.name });
  const wanted = { ...part, kind: from.kind, parentId: parent.id, shortNames: [], on, reason };
  const { id } = await insertUnit(work, wanted, { labels: await labelsBelow(work, parent), depth: from.depth });
  const changes: [Changed, ...Changed[]] = [{ subjectId: id, unitId: id, before: null, after: { code: part.code, name: part.name } }];
  for (const childId of part.childIds) {
    const child = await unitToChange(tx, scope, childId);
    if (child.parent_id !== from.id) refuse('invalid', 'units.not_a_child');
    changes.push(await rehang(work, child, await unitInScope(tx, scope, id), on));
    await recordChange(work, { unitId: childId, act: 'move', otherId: from.id, on, reason });
  }
  return changes;
}
