import { type LiveCause, type LiveFact, liveLevel, levelShown, type PointState, type RiskLevel, worstOf } from '@changming/domain/risks';

import type { Reading } from '../context.ts';

export type PointColours = PointState & {
  /** The colour on the map: the worse of the two. */
  readonly shown: RiskLevel | null;
  /** What stands open there now, by cause. */
  readonly open: Readonly<Record<LiveCause, number>>;
  readonly overdue: number;
};

/** What points are by nature and what they are now. What is open at them is told by the contexts that know it, in one view. */
export async function pointStates(
  { tx, today }: Pick<Reading, 'tx' | 'today'>,
  pointIds: readonly string[],
): Promise<Map<string, PointColours>> {
  if (pointIds.length === 0) return new Map();
  const risks = await tx
    .selectFrom('risks')
    .select(['point_id as pointId', 'level'])
    .where('point_id', 'in', pointIds)
    .where('stage', '<>', 'archived')
    .where('level', 'is not', null)
    .execute();
  const lives = await tx
    .selectFrom('point_lives')
    .select(['point_id as pointId', 'cause', 'weight', 'due_on as dueOn'])
    .where('point_id', 'in', pointIds)
    .execute();
  return new Map(
    pointIds.map((id) => {
      const levels = risks.flatMap(({ pointId, level }) => (pointId === id ? [level] : []));
      const facts = lives.flatMap((life) => (life.pointId === id ? [{ ...life, cause: life.cause as LiveCause }] : []));
      return [id, coloursOf(worstOf(levels), facts, today)];
    }),
  );
}

function coloursOf(inherent: RiskLevel | null, facts: readonly LiveFact[], today: string): PointColours {
  const live = liveLevel(facts, today);
  const counted = (cause: LiveCause) => facts.filter((fact) => fact.cause === cause).length;
  return {
    inherent,
    live,
    shown: levelShown({ inherent, live }),
    open: { hazard: counted('hazard'), failedCheck: counted('failedCheck'), missedCheck: counted('missedCheck') },
    overdue: facts.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
  };
}
