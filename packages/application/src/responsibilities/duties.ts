import type { DutyRow } from '@changming/database';
import { addDutyInput, type DutyFilter, endDutyInput, reviseDutyInput } from '@changming/domain/responsibilities';
import { refuse } from '@changming/domain/kernel';
import { type Selectable, sql } from 'kysely';
import type { z } from 'zod';

import { command, query, type Writing } from '../context.ts';
import { unitInScope } from '../units/index.ts';

type StoredDuty = Selectable<DutyRow>;
type Said = Omit<z.output<typeof addDutyInput>, 'id' | 'unitId' | 'code'>;

/** 职责清单 as it binds a unit on a day: what comes with the product, what units above have added, and its own. */
export const listDuties = query({
  permission: 'responsibilities.follow',
  async run({ tx, scope, today, may }, { unitId, post, kind, on = today }: DutyFilter) {
    const unit = unitId === undefined ? null : await unitInScope(tx, scope, unitId);
    const rows = await tx
      .selectFrom('duties as d')
      .leftJoin('units as u', 'u.id', 'd.unit_id')
      .select(['d.id', 'd.code', 'd.unit_id as unitId', 'u.name as unit', 'd.kind', 'd.posts', 'd.unit_kinds as unitKinds', 'd.text'])
      .select(['d.text_en as textEn', 'd.standard', 'd.standard_en as standardEn', 'd.source', 'd.article', 'd.clause_code as clauseCode'])
      .select(['d.period', 'd.high_risk_period as highRiskPeriod', 'd.times', 'd.proof', 'd.awaited', 'd.late_days as lateDays'])
      .select(['d.from_on as fromOn', 'd.to_on as toOn', 'd.version', 'u.lo'])
      .where('d.from_on', '<=', on)
      .where((eb) => eb.or([eb('d.to_on', 'is', null), eb('d.to_on', '>', on)]))
      .$if(unit !== null, (each) =>
        each.where((eb) =>
          eb.or([eb('d.unit_id', 'is', null), eb.and([eb('u.lo', '<=', unit?.lo ?? 0), eb('u.hi', '>=', unit?.lo ?? 0)])]),
        ),
      )
      .$if(kind !== undefined, (each) => each.where('d.kind', 'in', kind ?? []))
      .$if(post !== undefined, (each) => each.where(sql<boolean>`d.posts && ${post ?? []}::text[]`))
      .orderBy(sql`array_position(array['mainPerson', 'safetyBody', 'onePost', 'threeMusts', 'lead'], d.kind)`)
      .orderBy(sql`d.unit_id is not null`)
      .orderBy('u.lo')
      .orderBy('d.code')
      .execute();
    const items = rows.map(({ lo, ...row }) => ({ ...row, mayEdit: lo !== null && may('responsibilities.editDuties', lo) }));
    return { items, on };
  },
});

/** 增加职责: for the branch of a unit, beside whatever is asked from above. */
export const addDuty = command({
  permission: 'responsibilities.editDuties',
  name: 'responsibilities.addDuty',
  input: addDutyInput,
  async run(work, { id = work.newId(), unitId, code, ...said }) {
    const { tx, scope, today, trail } = work;
    const unit = await unitInScope(tx, scope, unitId);
    if (said.fromOn < today) refuse('invalid', 'responsibilities.day_in_past');
    await refuseUnknown(work, said);
    const taken = await tx
      .selectFrom('duties as d')
      .leftJoin('units as u', 'u.id', 'd.unit_id')
      .select('d.id')
      .where('d.code', '=', code)
      .where((eb) => eb.or([eb('d.unit_id', 'is', null), eb.and([eb('u.lo', '<=', unit.hi), eb('u.hi', '>=', unit.lo)])]))
      .executeTakeFirst();
    if (taken?.id === id) return trail([], { id });
    if (taken !== undefined) refuse('conflict', 'responsibilities.duty_code_taken', { code });
    await tx
      .insertInto('duties')
      .values({ id, unit_id: unitId, code, ...columnsOf(said) })
      .execute();
    return trail({ subjectId: id, unitId, before: null, after: { code, ...said } }, { id });
  },
});

/** 修订: a new edition from a day on; the one before holds until then, and what was owed under it stays. */
export const reviseDuty = command({
  permission: 'responsibilities.editDuties',
  name: 'responsibilities.reviseDuty',
  input: reviseDutyInput,
  async run(work, { dutyId, ...said }) {
    const { tx, today, trail, newId } = work;
    const before = await ownDuty(work, dutyId);
    if (said.fromOn < today || said.fromOn <= before.from_on) refuse('invalid', 'responsibilities.day_in_past');
    await refuseUnknown(work, said);
    await endOn(work, before, said.fromOn);
    const id = newId();
    await tx
      .insertInto('duties')
      .values({ id, unit_id: before.unit_id, code: before.code, ...columnsOf(said) })
      .execute();
    return trail(
      { subjectId: id, unitId: before.unit_id, before: { dutyId, text: before.text }, after: { code: before.code, ...said } },
      { id },
    );
  },
});

/** 终止: only a duty of one's own branch; what the product or a unit above asks stays. */
export const endDuty = command({
  permission: 'responsibilities.editDuties',
  name: 'responsibilities.endDuty',
  input: endDutyInput,
  async run(work, { dutyId, toOn }) {
    const before = await ownDuty(work, dutyId);
    if (toOn < work.today || toOn < before.from_on) refuse('invalid', 'responsibilities.day_in_past');
    await endOn(work, before, toOn);
    return work.trail({ subjectId: dutyId, unitId: before.unit_id, before: { toOn: null }, after: { toOn } }, { id: dutyId });
  },
});

function columnsOf(said: Said) {
  return {
    kind: said.kind,
    posts: said.posts,
    unit_kinds: said.unitKinds,
    text: said.text,
    text_en: null,
    standard: said.standard,
    standard_en: null,
    source: said.source,
    article: said.article,
    clause_code: said.clauseCode,
    period: said.period,
    high_risk_period: null,
    times: said.times,
    proof: said.proof,
    awaited: [],
    late_days: said.lateDays,
    from_on: said.fromOn,
    to_on: null,
  };
}

/** Verbs are those that the shipped catalogue already knows: what nobody records can prove nothing. */
async function refuseUnknown({ tx, today }: Writing, { proof, clauseCode }: Said): Promise<void> {
  const known = await tx
    .selectFrom('duties')
    .select(sql<string>`unnest(proof)`.as('verb'))
    .where('unit_id', 'is', null)
    .distinct()
    .execute();
  const verbs = new Set(known.map(({ verb }) => verb));
  const unknown = proof.find((verb) => !verbs.has(verb));
  if (unknown !== undefined) refuse('invalid', 'responsibilities.verb_unknown', { verb: unknown });
  if (clauseCode === null) return;
  const clause = await tx
    .selectFrom('clauses')
    .select('id')
    .where('code', '=', clauseCode)
    .where('from_on', '<=', today)
    .executeTakeFirst();
  if (clause === undefined) refuse('invalid', 'responsibilities.clause_unknown', { code: clauseCode });
}

async function ownDuty({ tx, scope }: Writing, id: string): Promise<StoredDuty> {
  const duty = await tx.selectFrom('duties').selectAll().where('id', '=', id).executeTakeFirst();
  if (duty === undefined) refuse('missing', 'responsibilities.duty_not_found');
  if (duty.unit_id === null) refuse('missing', 'responsibilities.duty_not_found');
  const own = await tx.selectFrom('units').select('lo').where('id', '=', duty.unit_id).executeTakeFirst();
  if (own === undefined || !scope.some(({ lo, hi }) => lo <= own.lo && own.lo <= hi)) refuse('missing', 'responsibilities.duty_not_found');
  if (duty.to_on !== null) refuse('conflict', 'responsibilities.duty_ended');
  return duty;
}

async function endOn({ tx }: Writing, { id, version }: StoredDuty, toOn: string): Promise<void> {
  const saved = await tx
    .updateTable('duties')
    .set({ to_on: toOn, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) refuse('conflict', 'responsibilities.duty_changed_meanwhile');
}
