import { knownAt, type Tx, within } from '@changming/database';
import { addDays, dayIn, refuse, startOf } from '@changming/domain/kernel';
import { answering, type Holding, type ResponsibilityFilter, whoAnswers } from '@changming/domain/workforce';
import type { UnitRange } from '@changming/domain/units';
import { type RawBuilder, type SqlBool, sql } from 'kysely';

import { query } from '../context.ts';
import { unitInScope } from '../units/index.ts';

type Held = Holding & {
  readonly appointmentId: string;
  readonly name: string;
  readonly staffNo: string | null;
  readonly unitId: string;
  readonly unit: string;
  readonly pointId: string | null;
  readonly from: string;
  readonly to: string | null;
};
type Scope = readonly UnitRange[];
/** The asked time as a day of terms and as the span that an absence must cover. */
type When = { readonly day: string; readonly from: Date; readonly until: Date; readonly knownAt: Date | undefined };

/**
 * Who was responsible for a unit or point at an instant or on a day: posts, deputies and leave weighed into one answer, beside everybody
 * who held a post there. Without a post the nearest to the work answers, keeper before team leader before head; where nobody was
 * appointed the units above are asked, as the tree stood then and as far as the caller sees it. Of a whole day, only who was away all
 * day long counts as away.
 */
export const whoWasResponsible = query({
  permission: 'workforce.read',
  async run({ tx, scope, now }, { unitId, pointId, post, ...time }: ResponsibilityFilter) {
    const when = timeOf(time, now);
    const place = unitId ?? (await unitOfPoint(tx, scope, pointId ?? '', when));
    const unit = await unitInScope(tx, scope, place);
    const held = await holdingsOf(tx, scope, { unitId: place, pointId: pointId ?? null, when });
    const answer = whoAnswers(held, post === undefined ? answering : [post]);
    return { on: when.day, unitId: place, unit: unit.name, pointId: pointId ?? null, answer, holders: held };
  },
});

function timeOf({ at, on, ...given }: Pick<ResponsibilityFilter, 'at' | 'on' | 'knownAt'>, now: Date): When {
  const known = given.knownAt === undefined ? undefined : new Date(given.knownAt);
  if (on !== undefined) return { day: on, from: startOf(on), until: startOf(addDays(on, 1)), knownAt: known };
  const instant = at === undefined ? now : new Date(at);
  return { day: dayIn(instant), from: instant, until: new Date(instant.getTime() + 1), knownAt: known };
}

/** The unit in which the point was kept on that day, or last before it. */
async function unitOfPoint(tx: Tx, scope: Scope, pointId: string, { day }: When): Promise<string> {
  const kept = await tx
    .selectFrom('appointments')
    .select('unit_id')
    .where('point_id', '=', pointId)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .orderBy(sql`from_on <= ${day}::date`, 'desc')
    .orderBy('from_on', 'desc')
    .executeTakeFirst();
  return kept?.unit_id ?? refuse('missing', 'workforce.point_not_kept');
}

type Place = { readonly unitId: string; readonly pointId: string | null; readonly when: When };

async function holdingsOf(tx: Tx, scope: Scope, { unitId, pointId, when }: Place): Promise<Held[]> {
  const [spans, appointments, absences] = (['unit_spans', 'appointments', 'absences'] as const).map((table) => tableThen(table, when));
  const atPlace = pointId === null ? sql<SqlBool>`a.point_id is null` : sql<SqlBool>`(a.point_id is null or a.point_id = ${pointId})`;
  const { rows } = await sql<Held>`
    with recursive up as (
      select s.unit_id, s.parent_id, s.name, 0 as level from ${spans} s where s.unit_id = ${unitId} and ${holds('s', when.day)}
      union all
      select s.unit_id, s.parent_id, s.name, up.level + 1 from up join ${spans} s on s.unit_id = up.parent_id
      where ${holds('s', when.day)} and up.level < 20),
    held as (
      select a.*, up.level, up.name as unit_name from up join ${appointments} a on a.unit_id = up.unit_id join units u on u.id = a.unit_id
      where ${holds('a', when.day)} and ${atPlace} and ${within(sql.ref<number>('u.lo'), scope)}),
    named as (select * from house.appointed_names(array(select id from held)))
    select h.id as "appointmentId", h.person_id as "personId", n.name, n.staff_no as "staffNo", h.post, h.deputy, h.level,
      h.unit_id as "unitId", h.unit_name as unit, h.point_id as "pointId", h.from_on as from, h.to_on as to,
      exists (select from ${absences} b where b.person_id = h.person_id and b.from_at <= ${when.from} and b.until_at >= ${when.until}) as away
    from held h join named n on n.person_id = h.person_id
    order by h.level, h.point_id is null, h.post, h.deputy, h.from_on, h.id`.execute(tx);
  return rows;
}

function tableThen(table: 'unit_spans' | 'appointments' | 'absences', { knownAt: instant }: When): RawBuilder<unknown> {
  return instant === undefined ? sql.table(table) : knownAt(table, instant);
}

function holds(alias: 's' | 'a', on: string): RawBuilder<SqlBool> {
  const row = sql.ref(alias);
  return sql<SqlBool>`${row}.from_on <= ${on}::date and (${row}.to_on is null or ${row}.to_on > ${on}::date)`;
}

/** 任职名单 of a unit on a day (today, when not given): its own posts and those of its points. */
export const listAppointments = query({
  permission: 'workforce.read',
  async run({ tx, scope, today }, { unitId, on = today }: { unitId: string; on?: string | undefined }) {
    await unitInScope(tx, scope, unitId);
    const { rows } = await sql<Omit<Held, 'level' | 'away' | 'unit'> & { version: number }>`
      with held as (
        select a.* from appointments a
        where a.unit_id = ${unitId} and ${holds('a', on)} and ${within(sql.ref<number>('a.unit_pos'), scope)}),
      named as (select * from house.appointed_names(array(select id from held)))
      select h.id as "appointmentId", h.person_id as "personId", n.name, n.staff_no as "staffNo", h.post, h.deputy,
        h.unit_id as "unitId", h.point_id as "pointId", h.from_on as from, h.to_on as to
      from held h join named n on n.person_id = h.person_id order by h.post, h.deputy, h.from_on, h.id limit 1000`.execute(tx);
    return rows;
  },
});
