import type { Post } from '@changming/database';
import { addDays, daysBetween } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../../context.ts';
import { ruleBook } from '../../standards/index.ts';
import { holdersNear } from '../../workforce/index.ts';

const batch = 500;
const rungs = ['ahead', 'due', 'unitHead', 'parent'] as const;
type Rung = (typeof rungs)[number];
const kinds = ['reEducation', 'retraining'] as const;
const input = z.strictObject({ after: z.string().max(100).nullable().default(null) });

type Owing = {
  readonly key: string;
  readonly subjectId: string;
  readonly kind: (typeof kinds)[number];
  readonly unitId: string;
  readonly unitPos: number;
  readonly unit: string;
  readonly name: string;
  readonly sinceOn: string;
  readonly dueOn: string;
};

/**
 * 再教育、重训催办: each telling once, written down in the transaction that hands it over. Of several rungs reached only the highest is told;
 * a worker that was down finds what it missed.
 */
export const sweepViolations = command({
  permission: 'training.sweep',
  name: 'training.sweepViolations',
  input,
  async run(work, { after }) {
    const owing = await owingNow(work, after);
    const book = await ruleBook(work.tx);
    let told = 0;
    for (const each of owing) {
      const { number } = await book({ unitId: each.unitId, on: work.today });
      const days = {
        ahead: -(number('training.violationRemindDays') ?? 3),
        due: 0,
        unitHead: number('training.violationUnitHeadDays') ?? 1,
        parent: number('training.violationParentDays') ?? 7,
      };
      if (await tellHighest(work, each, days)) told += 1;
    }
    const last = owing.at(-1);
    return work.trail([], { told, next: owing.length < batch || last === undefined ? null : last.key });
  },
});

async function owingNow({ tx, today }: Writing, after: string | null): Promise<Owing[]> {
  const { rows } = await sql<Owing>`
    select o.key, o.id as "subjectId", o.kind, o.unit_id as "unitId", o.unit_pos as "unitPos", u.name as unit,
      coalesce(p.name, o.outsider, '') as name, o.since_on as "sinceOn", o.due_on as "dueOn"
    from (
      select v.id || ':reEducation' as key, v.id, 'reEducation' as kind, v.unit_id, v.unit_pos, v.person_id, v.outsider_name as outsider,
        (v.recorded_at at time zone 'Asia/Shanghai')::date as since_on, v.re_educate_by as due_on
      from violations v
      where v.re_educated_on is null and v.voided_at is null and v.re_educate_by <= ${today}::date + 60
      union all
      select r.id || ':retraining', r.id, 'retraining', r.unit_id, r.unit_pos, r.person_id, null, r.owed_on, r.due_on
      from violation_retrainings r
      where r.done_on is null and r.cancelled_on is null and r.due_on <= ${today}::date + 60) as o
    join units u on u.id = o.unit_id left join persons p on p.id = o.person_id
    where (p.id is null or p.left_on is null) and (${after}::text is null or o.key > ${after})
    order by o.key limit ${batch}`.execute(tx);
  return rows;
}

async function tellHighest(work: Writing, owing: Owing, days: Readonly<Record<Rung, number>>): Promise<boolean> {
  const { tx, now, today } = work;
  const reached = rungs.filter(
    (rung) => addDays(owing.dueOn, days[rung]) <= today && (days[rung] > 0 || addDays(owing.dueOn, days[rung]) >= owing.sinceOn),
  );
  if (reached.length === 0) return false;
  const rows = reached.map((rung) => ({ subject_id: owing.subjectId, rule: `${owing.kind}.${rung}`, days: days[rung], told_at: now }));
  const fresh = await tx
    .insertInto('learning_reminders')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('rule')
    .execute();
  const told = new Set(fresh.map(({ rule }) => rule));
  const highest = reached.filter((rung) => told.has(`${owing.kind}.${rung}`)).at(-1);
  if (highest === undefined) return false;
  await tell(work, owing, highest);
  return true;
}

const nearest = ['teamLeader', 'workshopHead', 'safetyOfficer'] as const satisfies readonly Post[];
const heads = ['unitHead', 'firstResponsible', 'safetyOfficer'] as const satisfies readonly Post[];

async function tell(work: Writing, owing: Owing, rung: Rung): Promise<void> {
  const personIds = await receivers(work, owing, rung);
  if (personIds.length === 0) return;
  const { subjectId, unitId, kind, name, unit, dueOn } = owing;
  const about = `training.${kind}${rung === 'ahead' || rung === 'due' ? 'Due' : 'Overdue'}`;
  const facts = { unit, name, due: dueOn, days: Math.max(0, daysBetween(dueOn, work.today)) };
  const link = kind === 'reEducation' ? `/training/violations?violation=${subjectId}` : '/training/violations?standing=overdue';
  const once = `${subjectId}:${rung}`;
  await work.enqueue('notices.deliver', { about, subjectId, unitId, to: { personIds }, facts, link, once }, `${about}:${once}`);
}

async function receivers({ tx, today }: Writing, { unitPos }: Owing, rung: Rung): Promise<string[]> {
  if (rung === 'ahead' || rung === 'due') return holdersNear(tx, { unitPos, on: today, posts: nearest });
  const head = await nearestHead(tx, unitPos);
  if (rung === 'unitHead' || head === null) return holdersNear(tx, { unitPos, on: today, posts: heads });
  return holdersNear(tx, { unitPos: head, on: today, posts: heads });
}

/** Where the unit above the nearest factory or subsidiary stands. */
async function nearestHead(tx: Writing['tx'], unitPos: number): Promise<number | null> {
  const row = await tx
    .selectFrom('units as u')
    .innerJoin('units as above', 'above.id', 'u.parent_id')
    .select('above.lo')
    .where('u.lo', '<=', unitPos)
    .where('u.hi', '>=', unitPos)
    .where('u.kind', 'in', ['factory', 'subsidiary'])
    .orderBy('u.lo', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.lo ?? null;
}
