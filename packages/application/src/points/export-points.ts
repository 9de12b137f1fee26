import { within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { mostPoints, pointFilter } from '@changming/domain/points';
import { z } from 'zod';

import { command } from '../context.ts';
import { rangesOf, unitPaths } from '../units/index.ts';
import { withDetails } from './details.ts';
import { picked } from './read-points.ts';

/** The filter as the address was read: its flags are flags by now. */
const flag = z.boolean().optional();
const exportedPoints = pointFilter
  .omit({ after: true, limit: true })
  .extend({ withBelow: z.boolean().default(true), closed: flag, withoutKeeper: flag, key: flag });

/** 导出点位台账: everything that the filter picks, whole or not at all; the trail says who took how much. */
export const exportPoints = command({
  permission: 'points.export',
  name: 'points.exportPoints',
  input: exportedPoints,
  toldOnce: true,
  async run(work, filter) {
    const { tx, scope, today, trail, newId } = work;
    const branch = await rangesOf({ tx, scope }, { unitId: filter.unitId });
    const rows = await picked(work, filter)
      .select(['p.opened_on as openedOn', 'k.keeperNo'])
      .where((eb) => within(eb.ref('p.unit_pos'), branch))
      .orderBy('p.unit_pos')
      .orderBy('p.name')
      .orderBy('p.id')
      .limit(mostPoints + 1)
      .execute();
    if (rows.length > mostPoints) refuse('invalid', 'points.document_too_large', { count: rows.length, most: mostPoints });
    const paths = await unitPaths(
      tx,
      rows.map(({ unitId }) => unitId),
    );
    const listed = (await withDetails(tx, rows)).map((row) => ({ ...row, unit: paths.get(row.unitId) ?? row.unit }));
    const told = { list: 'points', rows: rows.length, ...filter };
    return trail({ subjectId: newId(), unitId: filter.unitId ?? null, before: null, after: told }, { rows: listed, today });
  },
});
