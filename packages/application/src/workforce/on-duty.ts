import type { Tx } from '@changming/database';
import { dayIn, refuse } from '@changming/domain/kernel';
import { type OnDuty, whoIsOnDuty } from '@changming/domain/workforce';
import { type SqlBool, sql } from 'kysely';

import { query } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { toShift } from './watch-store.ts';

type Asked = { readonly unitId: string; readonly at: Date };

/**
 * 此刻（或某一刻）谁值班, one answer for whoever needs a deputy: the watch of the nearest unit, from this one upwards, that keeps one; where
 * nobody stands it, the deputies and then the head of the unit. The session must see the unit.
 */
export async function onDutyAt(tx: Tx, { unitId, at }: Asked): Promise<(NonNullable<OnDuty> & { readonly unitId: string }) | null> {
  const { lo } = await tx.selectFrom('units').select('lo').where('id', '=', unitId).executeTakeFirstOrThrow();
  const keeper = await tx
    .selectFrom('watch_schemes as w')
    .innerJoin('units as u', 'u.id', 'w.unit_id')
    .select('w.unit_id')
    .where('u.lo', '<=', lo)
    .where('u.hi', '>=', lo)
    .where(sql<SqlBool>`cardinality(w.watched) > 0`)
    .orderBy('u.lo', 'desc')
    .limit(1)
    .executeTakeFirst();
  const watched = keeper?.unit_id ?? unitId;
  const answer = whoIsOnDuty(await runningAt(tx, { unitId: watched, at }), await postsAt(tx, lo, at));
  return answer === null ? null : { ...answer, unitId: watched };
}

async function runningAt(tx: Tx, { unitId, at }: Asked) {
  const rows = await tx
    .selectFrom('watch_shifts')
    .selectAll()
    .select(awayAt('watch_shifts.person_id', at).as('away'))
    .where('unit_id', '=', unitId)
    .where('from_at', '<=', at)
    .where('until_at', '>', at)
    .where('withdrawn_at', 'is', null)
    .where(stillHere('watch_shifts.person_id', at))
    .execute();
  return rows.map((row) => ({ ...toShift(row), away: row.away }));
}

function awayAt(column: string, at: Date) {
  return sql<boolean>`exists (select from absences b where b.person_id = ${sql.ref(column)} and b.from_at <= ${at} and b.until_at > ${at})`;
}

/** Whoever has left stands no watch, and an empty seat is one that runs. */
function stillHere(column: string, at: Date) {
  return sql<SqlBool>`(${sql.ref(column)} is null or not house.has_left(${sql.ref(column)}, ${at}))`;
}

/** Heads of the unit, or of the nearest above that has any, and their deputies. */
async function postsAt(tx: Tx, unitPos: number, at: Date) {
  const on = dayIn(at);
  const rows = await tx
    .selectFrom('appointments as a')
    .innerJoin('units as u', 'u.id', 'a.unit_id')
    .select(['a.person_id as personId', 'a.deputy', 'u.lo', awayAt('a.person_id', at).as('away')])
    .where('u.lo', '<=', unitPos)
    .where('u.hi', '>=', unitPos)
    .where('a.post', 'in', ['unitHead', 'firstResponsible', 'workshopHead', 'teamLeader'])
    .where('a.point_id', 'is', null)
    .where('a.from_on', '<=', on)
    .where(sql<SqlBool>`(a.to_on is null or a.to_on > ${on}::date)`)
    .where(stillHere('a.person_id', at))
    .orderBy('u.lo', 'desc')
    .orderBy('a.id')
    .execute();
  const nearest = rows.filter(({ lo }) => lo === rows[0]?.lo);
  return { deputies: nearest.filter(({ deputy }) => deputy), heads: nearest.filter(({ deputy }) => !deputy) };
}

/** 谁在值班: one answer for a unit at an instant, now when not given. */
export const readOnDuty = query({
  permission: 'workforce.readWatch',
  async run({ tx, scope, now }, { unitId, at }: { unitId: string; at?: string | undefined }) {
    await unitInScope(tx, scope, unitId);
    const instant = at === undefined ? now : new Date(at);
    if (Number.isNaN(instant.getTime())) refuse('invalid', 'workforce.watch_not_found');
    const answer = await onDutyAt(tx, { unitId, at: instant });
    if (answer === null) return { at: instant, answer: null };
    const person = await tx.selectFrom('persons').select(['name', 'phone_masked']).where('id', '=', answer.personId).executeTakeFirst();
    return {
      at: instant,
      answer: { personId: answer.personId, because: answer.because, name: person?.name ?? null, phone: person?.phone_masked ?? null },
    };
  },
});
