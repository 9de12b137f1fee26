import type { Tx } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { faultOfScale, type Grading, gradeBy, type GradingInput, type Scale, scaleOn, setScaleInput } from '@changming/domain/risks';

import { command, query, type Writing } from '../context.ts';

/** Every version of the grading tables; there are few. */
export async function scalesIn(tx: Tx): Promise<Scale[]> {
  return tx
    .selectFrom('risk_scales')
    .select(['id', 'method', 'from_on as from', 'body'])
    .orderBy('method')
    .orderBy('from_on', 'desc')
    .execute();
}

/** 评价标准: all versions, the latest of each method first. */
export const listScales = query({
  permission: 'risks.readCard',
  run: async ({ tx }, _asked: object) => ({ items: await scalesIn(tx) }),
});

/** Sets a table of the group's own, from today or a later day on. What was graded before stays as it was. */
export const setScale = command({
  permission: 'risks.setScale',
  input: setScaleInput,
  async run({ tx, whole, actor, now, today, newId, trail }, { method, from, body, ...given }) {
    if (!whole) refuse('forbidden', 'risks.scale_headquarters_only');
    const fault = faultOfScale(method, body);
    if (fault !== null) refuse('invalid', fault, { method });
    if (from < today) refuse('invalid', 'risks.scale_begins_past', { on: today });
    const id = given.id ?? newId();
    const written = await tx
      .insertInto('risk_scales')
      .values({ id, method, from_on: from, body: JSON.stringify(body), set_by_id: actor.personId, set_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) refuse('conflict', 'risks.id_taken', { id });
    return trail({ subjectId: id, before: null, after: { method, from, boundary: body.boundary } }, { id });
  },
});

export type Graded = Grading & { readonly scaleId: string };

/** Grades by the table in force on the day of the grading, which may not lie ahead. */
export async function gradedBy({ tx, today }: Pick<Writing, 'tx' | 'today'>, grading: GradingInput): Promise<Graded> {
  return gradedWith(await scalesIn(tx), grading, today);
}

export function gradedWith(scales: readonly Scale[], grading: GradingInput, today: string): Graded {
  if (grading.assessedOn > today) refuse('invalid', 'risks.assessed_in_future', { on: grading.assessedOn });
  const scale = scaleOn(scales, grading.method, grading.assessedOn) ?? refuse('invalid', 'risks.no_scale', { method: grading.method });
  return { ...gradeBy(scale, grading, grading.directMajor), scaleId: scale.id };
}
