import { type Tables, toPage, within } from '@changming/database';
import { addDays, keyOf } from '@changming/domain/kernel';
import { defaultRemindDays, type RiskFilter, type RiskLevel, riskLevels } from '@changming/domain/risks';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { rangesOf } from '../units/index.ts';

/** The level in force; before the first publication that which is proposed. */
export const levelSeen = sql<RiskLevel>`coalesce(r.level, g.level)`;
const rank = sql<number>`array_position(${sql.lit(`{${riskLevels.join(',')}}`)}::text[], coalesce(r.level, g.level))`;

/** Risks as every list shows them. */
export function risksSeen({ tx }: Pick<Reading, 'tx'>) {
  return tx
    .selectFrom('risks as r')
    .innerJoin('risk_gradings as g', (join) => join.onRef('g.risk_id', '=', 'r.id').onRef('g.round', '=', 'r.round'))
    .innerJoin('units as u', 'u.id', 'r.unit_id')
    .leftJoin('points as p', 'p.id', 'r.point_id')
    .leftJoin('persons as owner', 'owner.id', 'r.owner_id')
    .select(['r.id', 'r.number', 'r.name', 'r.kind', 'r.source', 'r.consequences', 'r.stage', 'r.version'])
    .select(['r.unit_id as unitId', 'u.name as unit', 'r.point_id as pointId', 'p.name as point'])
    .select(['r.owner_id as ownerId', 'owner.name as owner', 'r.review_due_on as reviewDueOn'])
    .select(['g.method', 'g.score', 'g.level as graded', 'r.level as inForce', levelSeen.as('level')]);
}

/** 风险清单 of the caller's branches or of one unit, the worst first. */
export const listRisks = query({
  permission: 'risks.read',
  async run(work, filter: RiskFilter) {
    const branch = await rangesOf(work, filter);
    const rows = await risksSeen(work)
      .select(rank.as('rank'))
      .where((eb) => within(eb.ref('r.unit_pos'), branch))
      .where((eb) => eb.and(conditions(eb as never, filter, work.today)))
      .$if(filter.after !== undefined, (each) => each.where(afterCursor(filter.after ?? [0, '', ''])))
      .orderBy('rank')
      .orderBy('r.name')
      .orderBy('r.id')
      .limit(filter.limit + 1)
      .execute();
    return toPage(
      rows,
      filter.limit,
      (row) => `${row.rank}~${row.name}~${row.id}`,
      ({ rank: _rank, ...row }) => row,
    );
  },
});

function afterCursor([level, name, id]: readonly [number, string, string]) {
  return sql<SqlBool>`(${rank}, r.name, r.id) > (${level}::int, ${name}::text, ${id}::uuid)`;
}

type Where = Pick<RiskFilter, 'unitId' | 'withBelow'>;

type Seen = ExpressionBuilder<Tables & { r: Tables['risks']; g: Tables['risk_gradings'] }, 'r' | 'g'>;
type Asked = Omit<RiskFilter, 'after' | 'limit' | 'unitId' | 'withBelow'>;

/** The query bar as conditions; what was archived shows only when it is asked for. */
export function conditions(eb: Seen, { level, stage, kind, pointId, due, q }: Asked, today: string): Expression<SqlBool>[] {
  const key = q === undefined ? null : keyOf(q).replace(/[\\%_]/g, '\\$&');
  return [
    stage === undefined ? eb('r.stage', '<>', 'archived') : eb('r.stage', 'in', stage),
    ...(level === undefined ? [] : [eb(levelSeen, 'in', level)]),
    ...(kind === undefined ? [] : [eb('r.kind', 'in', kind)]),
    ...(pointId === undefined ? [] : [eb('r.point_id', '=', pointId)]),
    ...(due === true ? [isDue(eb, today)] : []),
    ...(key === null ? [] : [eb('r.search_key', 'like', `%${key}%`)]),
  ];
}

function isDue(eb: Seen, today: string): Expression<SqlBool> {
  const soon = eb.and([eb('r.stage', '=', 'published'), eb('r.review_due_on', '<=', addDays(today, defaultRemindDays))]);
  return eb.or([eb('r.stage', '=', 'dueForReview'), soon]);
}

/** 四色 counted: risks in force by level, and what waits for somebody. */
export const countRisks = query({
  permission: 'risks.read',
  async run(work, filter: Where) {
    const branch = await rangesOf(work, filter);
    const counted = await work.tx
      .selectFrom('risks as r')
      .select((eb) => [
        ...riskLevels.map((level) => eb.fn.countAll<number>().filterWhere('r.level', '=', level).as(level)),
        eb.fn.countAll<number>().filterWhere('r.stage', '=', 'dueForReview').as('dueForReview'),
        eb.fn.countAll<number>().filterWhere('r.stage', '=', 'draft').as('draft'),
        eb.fn.countAll<number>().filterWhere('r.stage', '=', 'reviewed').as('reviewed'),
      ])
      .where((eb) => within(eb.ref('r.unit_pos'), branch))
      .where('r.stage', '<>', 'archived')
      .executeTakeFirstOrThrow();
    const { major, larger, general, low, ...waiting } = counted as Record<RiskLevel | 'dueForReview' | 'draft' | 'reviewed', number>;
    return { levels: { major, larger, general, low }, ...waiting };
  },
});
