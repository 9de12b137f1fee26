import { refuse } from '@changming/domain/kernel';
import { letterFilter } from '@changming/domain/responsibilities';
import { z } from 'zod';

import { command } from '../context.ts';
import { pickedLetters } from './list-letters.ts';
import { withParties } from './read-letter.ts';

const most = 20_000;
const flag = z.boolean().optional();
const wanted = letterFilter.omit({ after: true, limit: true }).extend({ withBelow: z.boolean(), overdue: flag, ended: flag });

/** 导出责任书签订情况: everything that the query bar picks, whole or not at all; the trail says who took how much. */
export const exportLetters = command({
  permission: 'responsibilities.export',
  name: 'responsibilities.exportLetters',
  input: wanted,
  toldOnce: true,
  async run(work, filter) {
    const rows = await (await pickedLetters(work, filter))
      .orderBy('l.unit_pos')
      .orderBy('l.id')
      .limit(most + 1)
      .execute();
    if (rows.length > most) refuse('invalid', 'responsibilities.too_many_rows', { most });
    const taken = { subjectId: work.newId(), unitId: filter.unitId ?? null, before: null, after: { rows: rows.length, ...filter } };
    return work.trail(taken, { rows: await withParties(work, rows), today: work.today });
  },
});
