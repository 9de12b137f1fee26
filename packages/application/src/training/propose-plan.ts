import type { TrainingCategory, TrainingLevel, TrainingRole } from '@changming/domain/training';
import type { UnitRange } from '@changming/domain/units';
import { sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { rulesFor } from '../standards/index.ts';
import { unitInScope } from '../units/index.ts';

type Proposed = {
  readonly category: TrainingCategory;
  readonly level: TrainingLevel | null;
  readonly classHours: number;
  readonly people: number;
};
type Asked = { readonly branch: UnitRange; readonly unitId: string; readonly year: number };

/**
 * 按应训生成: what the people of a unit's branch owe in a year, as lines of a plan. For this year the hours still missing, and the levels owed
 * before work; for a year to come what everybody owes again. Either way the class hours before the certificates that are due for review.
 */
export const proposePlan = query({
  permission: 'training.read',
  async run(work: Reading, { unitId, year }: { unitId: string; year: number }) {
    const asked: Asked = { branch: await unitInScope(work.tx, work.scope, unitId), unitId, year };
    const isToCome = year > Number(work.today.slice(0, 4));
    const yearly = await (isToCome ? dueAgain(work, asked) : stillMissing(work, asked));
    const levels = isToCome ? [] : await levelsOwed(work, asked);
    const dedicated = isToCome ? [] : await dedicatedOwed(work, asked);
    return { lines: [...yearly, ...levels, ...dedicated, ...(await beforeReview(work, asked))] };
  },
});

const categories = { principal: 'principal', safetyManager: 'safetyManager', worker: 'annual' } as const;
type Yearly = { readonly role: TrainingRole; readonly hours: number; readonly people: number };

const linesOf = (rows: readonly Yearly[]): Proposed[] =>
  rows
    .filter(({ hours }) => hours > 0)
    .map(({ role, hours, people }) => ({ category: categories[role], level: null, classHours: hours, people }));

/** A new worker is taught by 三级教育, not by the lessons of the year. */
async function stillMissing({ tx }: Reading, { branch: { lo, hi }, year }: Asked): Promise<Proposed[]> {
  const { rows } = await sql<Yearly>`
    select role, max(hours_owed) as hours, count(*) as people from training_standings
    where unit_pos between ${lo} and ${hi} and year = ${year} and hours < hours_owed and not (role = 'worker' and span = 'first')
    group by role order by role`.execute(tx);
  return linesOf(rows);
}

/** Everybody at work now owes the hours of those who are taught again, by the post that he holds now. */
async function dueAgain({ tx, today }: Reading, { branch: { lo, hi } }: Asked): Promise<Proposed[]> {
  const { rows } = await sql<Yearly>`
    select s.role, max(case s.role when 'worker' then t.worker_again else t.head_again end) as hours, count(*) as people
    from training_standings s join training_terms t on t.unit_id = s.unit_id
    where s.unit_pos between ${lo} and ${hi} and s.year = extract(year from ${today}::date)
    group by s.role order by s.role`.execute(tx);
  return linesOf(rows);
}

const before = { joined: 'threeLevel', moved: 'transfer', returned: 'return' } as const;

async function levelsOwed({ tx }: Reading, { branch: { lo, hi } }: Asked): Promise<Proposed[]> {
  const { rows } = await sql<Omit<Proposed, 'category'> & { readonly cause: keyof typeof before }>`
    select cause, level, max(hours_owed) as "classHours", count(*) as people from training_owed
    where unit_pos between ${lo} and ${hi} and met_on is null and void_on is null
    group by cause, level order by cause, array_position(array['company', 'workshop', 'team'], level)`.execute(tx);
  return rows.map(({ cause, ...line }) => ({ category: before[cause], ...line }));
}

/** 四新、粉尘岗位 not met yet. */
async function dedicatedOwed({ tx }: Reading, { branch: { lo, hi } }: Asked): Promise<Proposed[]> {
  const { rows } = await sql<Proposed>`
    select cause as category, null as level, max(hours_owed) as "classHours", count(distinct person_id) as people from training_dedicated
    where unit_pos between ${lo} and ${hi} and cause in ('dust', 'fourNew') and met_on is null and void_on is null
    group by cause order by cause`.execute(tx);
  return rows;
}

/** 特种作业复审前学时: whose certificate is due for review, or for renewal, in the year. */
async function beforeReview({ tx, today }: Reading, { branch: { lo, hi }, unitId, year }: Asked): Promise<Proposed[]> {
  const { rows } = await sql<{ people: number }>`
    select count(distinct c.person_id) as people from certificates c join certificate_items i on i.code = c.item
    where c.unit_pos between ${lo} and ${hi} and c.current and c.revoked_on is null and i.kind = 'specialOperation'
      and c.next_due_on between greatest(make_date(${year}::integer, 1, 1), ${today}::date) and make_date(${year}::integer, 12, 31)`.execute(
    tx,
  );
  const classHours = (await rulesFor(tx, { unitId, on: today })).number('training.specialOperatorHours') ?? 0;
  const people = rows[0]?.people ?? 0;
  return people === 0 || classHours === 0 ? [] : [{ category: 'specialOperator', level: null, classHours, people }];
}
