import { toPage, within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { type BesideFilter, checkBehaviourInput, praiseInput } from '@changming/domain/training';
import { sql } from 'kysely';

import { command, query, type Writing } from '../../context.ts';
import { rangesOf, unitInScope } from '../../units/index.ts';
import { myId } from '../sight.ts';
import { refusePointElsewhere } from './record-violation.ts';

/** 正向报告: somebody was seen doing the right thing. It counts for the unit of that person, or the one it was seen at. */
export const praise = command({
  permission: 'training.praise',
  input: praiseInput,
  async run(work, { id = work.newId(), unitId, personId, who, ...given }) {
    const { tx, scope, now, today, actor, trail } = work;
    if (given.on > today) refuse('invalid', 'training.violation_in_future');
    const unit = await praisedAt(work, { unitId, personId });
    const row = { person_id: personId, person_words: personId === null ? who : null, what: given.what, place: given.place };
    const made = await tx
      .insertInto('good_acts')
      .values({ id, unit_id: unit, ...row, seen_on: given.on, reporter_id: actor.personId, photos: given.photos, recorded_at: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (made !== undefined) return trail({ subjectId: id, unitId: unit, before: null, after: { what: given.what, on: given.on } }, { id });
    const known = await tx
      .selectFrom('good_acts')
      .select('id')
      .where('id', '=', id)
      .where((eb) => within(eb.ref('unit_pos'), scope))
      .executeTakeFirst();
    return known === undefined ? refuse('missing', 'training.violator_not_found') : trail([], { id });
  },
});

async function praisedAt(work: Writing, { unitId, personId }: { unitId: string | undefined; personId: string | null }): Promise<string> {
  const { tx, scope } = work;
  if (personId === null && unitId !== undefined) return (await unitInScope(tx, scope, unitId)).id;
  const person = await tx
    .selectFrom('persons')
    .select('unit_id')
    .where('id', '=', personId ?? myId(work))
    .where('left_on', 'is', null)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  return person?.unit_id ?? refuse('missing', 'training.violator_not_found');
}

/** 行为检查: how many acts were watched, and how many of them were safe. */
export const checkBehaviour = command({
  permission: 'training.recordViolation',
  name: 'training.checkBehaviour',
  input: checkBehaviourInput,
  async run(work, { id = work.newId(), ...given }) {
    const { tx, scope, now, today, actor, trail } = work;
    if (given.on > today) refuse('invalid', 'training.violation_in_future');
    if (given.safe > given.observed) refuse('invalid', 'training.observed_unfit');
    const unit = await unitInScope(tx, scope, given.unitId);
    if (given.pointId !== null) await refusePointElsewhere(work, given.pointId);
    const { observed, safe, place, topics, note } = given;
    const row = { on_day: given.on, point_id: given.pointId, place, observed, safe, topics, note, by_id: actor.personId, recorded_at: now };
    const made = await tx
      .insertInto('behaviour_checks')
      .values({ id, unit_id: unit.id, ...row })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (made === undefined) return trail([], { id });
    return trail({ subjectId: id, unitId: unit.id, before: null, after: { on: given.on, observed, safe } }, { id });
  },
});

/** 正向报告 of the branch, the latest first. */
export const listGoodActs = query({
  permission: 'training.readViolations',
  async run(work, { after, limit, from, until, ...asked }: BesideFilter) {
    const ranges = await rangesOf(work, asked);
    const rows = await work.tx
      .selectFrom('good_acts as g')
      .innerJoin('units as u', 'u.id', 'g.unit_id')
      .leftJoin('persons as p', 'p.id', 'g.person_id')
      .select(['g.id', 'g.unit_id as unitId', 'u.name as unit', 'g.what', 'g.place', 'g.seen_on as on', 'g.recorded_at as recordedAt'])
      .select(sql<string | null>`coalesce(p.name, g.person_words)`.as('who'))
      .where((eb) => within(eb.ref('g.unit_pos'), ranges))
      .$if(from !== undefined, (each) => each.where('g.seen_on', '>=', from ?? ''))
      .$if(until !== undefined, (each) => each.where('g.seen_on', '<=', until ?? ''))
      .$if(after !== undefined, (each) =>
        each.where((eb) => eb(eb.refTuple('g.seen_on', 'g.id'), '<', eb.tuple(after?.[0] ?? '', after?.[1] ?? ''))),
      )
      .orderBy('g.seen_on', 'desc')
      .orderBy('g.id', 'desc')
      .limit(limit + 1)
      .execute();
    return toPage(
      rows,
      limit,
      ({ on, id }) => `${on}~${id}`,
      (row) => row,
    );
  },
});

/** 行为检查 of the branch, the latest first. */
export const listBehaviourChecks = query({
  permission: 'training.readViolations',
  async run(work, { after, limit, from, until, ...asked }: BesideFilter) {
    const ranges = await rangesOf(work, asked);
    const rows = await work.tx
      .selectFrom('behaviour_checks as b')
      .innerJoin('units as u', 'u.id', 'b.unit_id')
      .leftJoin('persons as p', 'p.id', 'b.by_id')
      .select(['b.id', 'b.unit_id as unitId', 'u.name as unit', 'b.on_day as on', 'b.observed', 'b.safe', 'b.topics', 'b.place', 'b.note'])
      .select(['p.name as by', 'b.recorded_at as recordedAt'])
      .where((eb) => within(eb.ref('b.unit_pos'), ranges))
      .$if(from !== undefined, (each) => each.where('b.on_day', '>=', from ?? ''))
      .$if(until !== undefined, (each) => each.where('b.on_day', '<=', until ?? ''))
      .$if(after !== undefined, (each) =>
        each.where((eb) => eb(eb.refTuple('b.on_day', 'b.id'), '<', eb.tuple(after?.[0] ?? '', after?.[1] ?? ''))),
      )
      .orderBy('b.on_day', 'desc')
      .orderBy('b.id', 'desc')
      .limit(limit + 1)
      .execute();
    return toPage(
      rows,
      limit,
      ({ on, id }) => `${on}~${id}`,
      (row) => row,
    );
  },
});
