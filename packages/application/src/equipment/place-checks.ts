import { toPage, when, within } from '@changming/database';
import { checkPlaceInput, type PlaceCheckFilter } from '@changming/domain/equipment';
import { refuse } from '@changming/domain/kernel';

import { command, query } from '../context.ts';
import { rangesOf } from '../units/index.ts';
import { refuseElsewhere } from './store.ts';

/** 疏散通道检查、消防泵运行、建筑消防设施检测: what was found at a place. */
export const checkPlace = command({
  permission: 'equipment.check',
  name: 'equipment.checkPlace',
  input: checkPlaceInput,
  async run(work, { id = work.newId(), unitId, pointId, kind, on, passed, readings, note, reportNo }) {
    const { tx, today, now, actor, trail } = work;
    await refuseElsewhere(work, { unitId, pointId, keeperId: null });
    if (on > today) refuse('invalid', 'equipment.day_in_future');
    const written = await tx
      .insertInto('place_checks')
      .values({
        id,
        unit_id: unitId,
        point_id: pointId,
        kind,
        on_day: on,
        passed,
        readings: JSON.stringify(readings),
        report_no: reportNo,
        note,
        by_id: actor.personId,
        recorded_at: now,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) return trail([], { id });
    return trail({ subjectId: id, unitId, before: null, after: { kind, on, passed, pointId } }, { id });
  },
});

/** The latest first. */
export const listPlaceChecks = query({
  permission: 'equipment.read',
  async run(work, { after, limit, kind, ...branch }: PlaceCheckFilter) {
    const ranges = await rangesOf(work, branch);
    const rows = await work.tx
      .selectFrom('place_checks as c')
      .innerJoin('units as u', 'u.id', 'c.unit_id')
      .leftJoin('points as p', 'p.id', 'c.point_id')
      .leftJoin('persons as by', 'by.id', 'c.by_id')
      .select([
        'c.id',
        'c.unit_id as unitId',
        'u.name as unit',
        'c.point_id as pointId',
        'p.name as point',
        'c.kind',
        'c.on_day as on',
        'c.passed',
        'c.readings',
        'c.report_no as reportNo',
        'c.note',
        'by.name as by',
      ])
      .where((eb) => within(eb.ref('c.unit_pos'), ranges))
      .where((eb) => eb.and(when(kind, (is) => eb('c.kind', 'in', is))))
      .$if(after !== undefined, (each) =>
        each.where((eb) => eb(eb.refTuple('c.on_day', 'c.id'), '<', eb.tuple(after?.[0] ?? '', after?.[1] ?? ''))),
      )
      .orderBy('c.on_day', 'desc')
      .orderBy('c.id', 'desc')
      .limit(limit + 1)
      .execute();
    return toPage(
      rows,
      limit,
      ({ on, id }) => `${on}~${id}`,
      (row) => row,
    );
  },
});
