import { exportActionsInput } from '@changming/domain/actions';
import { refuse } from '@changming/domain/kernel';

import { command, type Reading } from '../context.ts';
import { unitPaths } from '../units/index.ts';
import { picked, withNames } from './list-actions.ts';

/** As many as one answer holds; more are made in the background. */
const mostExported = 5000;

export type PickedAction = Awaited<ReturnType<Awaited<ReturnType<typeof picked>>['execute']>>[number];

/** 导出整改措施: everything that the filter picks, whole or not at all. */
export const exportActions = command({
  permission: 'actions.export',
  input: exportActionsInput,
  toldOnce: true,
  async run(work, filter) {
    const rows = await (await picked(work, filter)).limit(mostExported + 1).execute();
    if (rows.length > mostExported) refuse('invalid', 'actions.too_many', { most: mostExported });
    const told = { rows: rows.length, ...filter };
    return work.trail(
      { subjectId: work.newId(), unitId: filter.unitId ?? null, before: null, after: told },
      { rows: await forPaper(work, rows), today: work.today },
    );
  },
});

/** With names, and each unit written with all that it belongs to. */
export async function forPaper(work: Reading, rows: readonly PickedAction[]) {
  const paths = await unitPaths(
    work.tx,
    rows.map(({ unitId }) => unitId),
  );
  return (await withNames(work, rows)).map((row) => ({ ...row, unit: paths.get(row.unitId) ?? row.unit }));
}
