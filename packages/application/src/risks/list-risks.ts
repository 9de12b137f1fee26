import { type Tables, toPage, within } from '@changming/database';
import { addDays, keyOf } from '@changming/domain/kernel';
import { defaultRemindDays, type RiskFilter, type RiskLevel, riskLevels, type RiskSort } from '@changming/domain/risks';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { rangesOf } from '../units/index.ts';

/** The level in force; before the first publication that which is proposed. */
export const levelSeen = sql<RiskLevel>`coalesce(r.level, g.level)`;
const rank = sql<number>`array_position(${sql.lit(`{${riskLevels.join(',')}}`)}::text[], coalesce(r.level, g.level))`;

/** What a list is ordered by, before the id. A review that was asked for is due at once, whatever day stands beside it. */
function orderBy(sort: RiskSort, today: string) {
  if (sort === 'worst') return { place: rank, word: sql<string>`r.name` };
  const dueOn = sql`case when r.stage = 'dueForReview' then least(r.review_due_on, ${today}::date) else r.review_due_on end`;
  return { place: sql<number>`0`, word: sql<string>`coalesce((${dueOn})::text, '9999')` };
}

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

/** 风险清单 of the caller's branches or of one unit, the worst first unless asked otherwise. */
export const listRisks = query({
  permission: 'risks.read',
  async run(work, filter: RiskFilter) {
    const branch = await rangesOf(work, filter);
    const { place, word } = orderBy(filter.sort ?? 'worst', work.today);
    const rows = await risksSeen(work)
      .select([place.as('place'), word.as('word')])
      .where((eb) => within(eb.ref('r.unit_pos'), branch))
      .where((eb) => eb.and(conditions(eb as never, filter, work.today)))
      .$if(filter.after !== undefined, (each) => {
        const [at, said, id] = filter.after ?? [0, '', ''];
        return each.where(sql<SqlBool>`(${place}, ${word}, r.id) > (${at}::int, ${said}::text, ${id}::uuid)`);
      })
      .orderBy('place')
      .orderBy('word')
      .orderBy('r.id')
      .limit(filter.limit + 1)
      .execute();
    return toPage(
      rows,
      filter.limit,
      (row) => `${row.place}~${row.word}~${row.id}`,
      ({ place: _place, word: _word, ...row }) => row,
    );
  },
});

type Where = Pick<RiskFilter, 'unitId' | 'withBelow'>;

type Seen = ExpressionBuilder<Tables & { r: Tables['risks']; g: Tables['risk_gradings'] }, 'r' | 'g'>;
type Asked = Omit<RiskFilter, 'after' | 'limit' | 'sort' | 'unitId' | 'withBelow'>;

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
        eb.fn
          .countAll<number>()
          .filterWhere((each) => isDue(each as never, work.today))
          .as('due'),
      ])
      .where((eb) => within(eb.ref('r.unit_pos'), branch))
      .where('r.stage', '<>', 'archived')
      .executeTakeFirstOrThrow();
    const { major, larger, general, low, ...waiting } = counted as Record<
      RiskLevel | 'dueForReview' | 'draft' | 'reviewed' | 'due',
      number
    >;
    return { levels: { major, larger, general, low }, ...waiting };
  },
});
