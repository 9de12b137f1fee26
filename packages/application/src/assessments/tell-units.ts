import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { isReplaced, runOf } from './run-store.ts';

/** Units told in one transaction. */
const atOnce = 500;

/** Who answers for the score of a unit. */
export const answering = ['unitHead', 'safetyOfficer'] as const;

/**
 * 送单位确认: tells every unit that has a result of it, some at a time; `next` goes on. Nobody is told twice, however often the job runs;
 * and nobody is told of a run that is no longer asked about.
 */
export const tellUnits = command({
  permission: 'assessments.run',
  name: 'assessments.tellUnits',
  input: z.strictObject({ runId: id, after: id.nullable() }),
  async run(work, { runId, after }) {
    const { tx, trail } = work;
    const run = await runOf(tx, runId);
    if (isReplaced(run) || run.stage !== 'confirming') return trail([], { told: 0, next: null });
    const units = await tx
      .selectFrom('assessment_results')
      .select(['unit_id as unitId', 'name as unit'])
      .where('run_id', '=', runId)
      .where('status', '<>', 'notAssessed')
      .$if(after !== null, (each) => each.where('unit_id', '>', after ?? ''))
      .orderBy('unit_id')
      .limit(atOnce)
      .execute();
    for (const { unitId, unit } of units)
      await tellUnit(work, {
        about: 'assessments.asked',
        runId,
        unitId,
        to: { posts: [...answering] },
        facts: { unit, period: run.period, due: run.confirm_due_on ?? '' },
        once: `${runId}:asked:${unitId}`,
      });
    return trail([], { told: units.length, next: units.length < atOnce ? null : (units.at(-1)?.unitId ?? null) });
  },
});

type Telling = {
  readonly about: `assessments.${string}`;
  readonly runId: string;
  readonly unitId: string;
  readonly to: { readonly personIds?: readonly string[]; readonly posts?: readonly string[] };
  readonly facts: Readonly<Record<string, string>>;
  readonly once: string;
};

/** A notice that leads to the score of the unit. */
export async function tellUnit({ enqueue }: Pick<Writing, 'enqueue'>, { runId, ...told }: Telling): Promise<void> {
  const link = `/assessments/runs/${runId}/units/${told.unitId}`;
  await enqueue('notices.deliver', { ...told, subjectId: runId, link }, `${told.about}:${told.once}`);
}
