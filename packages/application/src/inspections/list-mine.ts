import { within } from '@changming/database';
import type { Day } from '@changming/domain/kernel';
import { type RawBuilder, sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { heldOn } from './expected.ts';
import { lastReadings } from './last-readings.ts';
import { occurrences, withDoers } from './occurrence-store.ts';
import { publishedVersions } from './read-checklists.ts';
import { doneOrDueOn, earliestFor } from './window.ts';

/** As many as a phone holds for a day. */
const most = 500;

/** 今日任务 of the caller, his own and by his posts, with all that it takes to do them without a network. */
export const listMine = query({
  permission: 'inspections.follow',
  async run(work, { on = work.today }: { on?: Day | undefined }) {
    const ids = await mineOn(work, on);
    const rows = ids.length === 0 ? [] : await shown(work, ids.slice(0, most), earliestFor(on));
    const checklists = await checklistsOf(work, rows);
    const readings = await lastReadings(work, gaugesOf(rows, checklists), { from: earliestFor(on) });
    const items = (await withDoers(work, rows)).map((row) => ({
      ...row,
      lastReadings: readings.filter(({ occurrenceId }) => occurrenceId === row.id).map(({ item, reading, at }) => ({ item, reading, at })),
    }));
    return { on, at: work.now, items, checklists, cut: ids.length > most };
  },
});

type Versions = Awaited<ReturnType<typeof publishedVersions>>;
type Task = { readonly id: string; readonly versionId: string };

async function checklistsOf(work: Reading, rows: readonly Task[]): Promise<Versions> {
  const ids = new Set(rows.map(({ versionId }) => versionId));
  return publishedVersions(
    work,
    [...ids].map((versionId) => ({ versionId })),
  );
}

/** The tasks at which a gauge is read. */
function gaugesOf(rows: readonly Task[], checklists: Versions): string[] {
  const withGauges = new Set(
    checklists.filter(({ items }) => items.some(({ answer }) => answer.kind === 'reading')).map(({ versionId }) => versionId),
  );
  return rows.filter(({ versionId }) => withGauges.has(versionId)).map(({ id }) => id);
}

async function shown(work: Reading, ids: readonly string[], earliest: Day) {
  return occurrences(work)
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('inspection_checklist_versions as v')
          .select('v.id as versionId')
          .whereRef('v.checklist_id', '=', 'plan.checklist_id')
          .orderBy('v.number', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .select(['p.code as plateCode', 'newest.versionId'])
    .where('o.id', 'in', [...ids])
    .where('o.on_day', '>=', earliest)
    .orderBy('o.due_at')
    .orderBy('p.name')
    .orderBy('o.id')
    .execute();
}

/** Each way in which something is one's own walks an index of its own: by name, by the points one keeps, by the units where one holds a post. */
async function mineOn({ tx, scope, actor }: Reading, on: Day): Promise<string[]> {
  const me = sql`${actor.personId}::uuid`;
  const day = sql`${on}::date`;
  const seen = sql`${within(sql.ref('o.unit_pos'), scope)} and ${doneOrDueOn(on)}`;
  const { rows } = await sql<{ id: string }>`
    select id from (
      select o.id, o.due_at from inspection_occurrences o where o.person_id = ${me} and ${seen}
      union
      select o.id, o.due_at from appointments a join inspection_occurrences o on o.point_id = a.point_id
      where a.person_id = ${me} and a.post = 'pointKeeper' and o.post = 'pointKeeper' and ${heldOn('a', day)} and ${seen}
      union
      ${byPost(me, day, seen)}) as mine
    order by due_at, id limit ${most + 1}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Nobody nearer to the place holds the post. */
function byPost(me: RawBuilder<unknown>, day: RawBuilder<unknown>, seen: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select o.id, o.due_at
    from appointments a join units held on held.id = a.unit_id
    join inspection_occurrences o on o.unit_pos between held.lo and held.hi and o.post = a.post
    where a.person_id = ${me} and a.post <> 'pointKeeper' and a.point_id is null and ${heldOn('a', day)} and ${seen}
      and not exists (
        select from appointments b join units nearer on nearer.id = b.unit_id
        where b.post = a.post and b.point_id is null and ${heldOn('b', day)}
          and o.unit_pos between nearer.lo and nearer.hi and nearer.lo > held.lo)`;
}
