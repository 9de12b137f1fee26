import { hoursFilter } from '@changming/domain/training';
import { refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { command } from '../context.ts';
import { unitPaths } from '../units/index.ts';
import { hoursRows } from './hours.ts';

/** The filter as the address was read: its flags are flags by now. */
const exported = hoursFilter
  .omit({ after: true, limit: true })
  .extend({ withBelow: z.boolean().default(true), met: z.boolean().optional() });
const most = 20_000;

/** 导出学时台账: everything that the filter picks, whole or not at all; the trail says who took how much. */
export const exportHours = command({
  permission: 'training.export',
  name: 'training.exportHours',
  input: exported,
  toldOnce: true,
  async run(work, filter) {
    const rows = await (await hoursRows(work, filter)).limit(most + 1).execute();
    if (rows.length > most) refuse('invalid', 'training.document_too_large', { most });
    const paths = await unitPaths(
      work.tx,
      rows.map(({ unitId }) => unitId),
    );
    const told = { list: 'hours', rows: rows.length, ...filter };
    return work.trail(
      { subjectId: work.newId(), unitId: filter.unitId ?? null, before: null, after: told },
      { rows: rows.map((row) => ({ ...row, unit: paths.get(row.unitId) ?? row.unit })), today: work.today },
    );
  },
});
