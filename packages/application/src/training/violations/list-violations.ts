import { toPage, within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import {
  mostViolations,
  type ViolationDoubt,
  type ViolationFilter,
  violationFilter,
  violationStandingOf,
  type ViolationStanding,
} from '@changming/domain/training';
import { sql, type SqlBool } from 'kysely';

import { command, query, type Reading } from '../../context.ts';
import { rangesOf } from '../../units/index.ts';
import { myId } from '../sight.ts';
import { violationInScope } from './violation-store.ts';

const shown = [
  'v.id',
  'v.unit_id as unitId',
  'u.name as unit',
  'v.person_id as personId',
  'v.outsider_of as outsiderOf',
  'v.kind',
  'v.what',
  'v.clause',
  'v.place',
  'v.found_at as foundAt',
  'v.found_on as foundOn',
  'v.handling',
  'v.fine_fen as fineFen',
  'v.handled_on as handledOn',
  'v.re_educate_by as reEducateBy',
  'v.re_educated_on as reEducatedOn',
  'v.re_educated_how as reEducatedHow',
  'v.voided_at as voidedAt',
  'v.version',
] as const;

/** Whoever went to another branch is named as the roster of the unit named him while he was there. */
const nameThen = sql`(select h.name from persons_history h where h.id = v.person_id order by h.known_from desc limit 1)`;

function violations({ tx }: Pick<Reading, 'tx'>) {
  return tx
    .selectFrom('violations as v')
    .innerJoin('units as u', 'u.id', 'v.unit_id')
    .leftJoin('persons as p', 'p.id', 'v.person_id')
    .leftJoin('persons as f', 'f.id', 'v.finder_id')
    .leftJoin('points as pt', 'pt.id', 'v.point_id')
    .leftJoin('violation_doubts as d', 'd.violation_id', 'v.id')
    .select(shown)
    .select(['p.staff_no as staffNo', 'f.name as finder', 'pt.name as point', 'd.claimed_at as claimedAt'])
    .select(sql<ViolationDoubt[]>`coalesce(d.doubts, '{}')`.as('doubts'))
    .select(sql<string>`coalesce(p.name, ${nameThen}, v.outsider_name, '—')`.as('name'))
    .select(['p.left_on as leftOn', sql<boolean>`v.person_id is not null and p.unit_id is distinct from v.unit_id`.as('moved')]);
}

/** The standing as SQL, for filters; a page reckons it by the domain. */
function standsAs(today: string, standings: readonly ViolationStanding[]) {
  return sql<SqlBool>`(case
    when v.voided_at is not null then 'voided'
    when v.handled_on is not null and v.re_educated_on is not null then 'closed'
    when v.re_educate_by < ${today}::date then 'overdue'
    when v.handled_on is null then 'unhandled' else 'handled' end) = any(${[...standings]}::text[])`;
}

type Row = {
  readonly handledOn: string | null;
  readonly reEducatedOn: string | null;
  readonly reEducateBy: string;
  readonly voidedAt: Date | null;
};

function withStanding<Each extends Row>(row: Each, today: string) {
  return { ...row, standing: violationStandingOf({ ...row, voided: row.voidedAt !== null }, today) };
}

async function picked(
  work: Reading,
  { unitId, withBelow, kind, standing, personId, from, until }: Omit<ViolationFilter, 'after' | 'limit'>,
) {
  const ranges = await rangesOf(work, { unitId, withBelow });
  return violations(work)
    .where((eb) => within(eb.ref('v.unit_pos'), ranges))
    .$if(kind !== undefined, (each) => each.where('v.kind', 'in', kind ?? []))
    .$if(standing !== undefined, (each) => each.where(standsAs(work.today, standing ?? [])))
    .$if(personId !== undefined, (each) => each.where('v.person_id', '=', personId ?? ''))
    .$if(from !== undefined, (each) => each.where('v.found_on', '>=', from ?? ''))
    .$if(until !== undefined, (each) => each.where('v.found_on', '<=', until ?? ''))
    .orderBy('v.found_on', 'desc')
    .orderBy('v.id', 'desc');
}

/** 三违台账 of the branch, the latest first. */
export const listViolations = query({
  permission: 'training.readViolations',
  async run(work, { after, limit, ...filter }: ViolationFilter) {
    const rows = await (await picked(work, filter))
      .$if(after !== undefined, (each) =>
        each.where((eb) => eb(eb.refTuple('v.found_on', 'v.id'), '<', eb.tuple(after?.[0] ?? '', after?.[1] ?? ''))),
      )
      .limit(limit + 1)
      .execute();
    return toPage(
      rows,
      limit,
      ({ foundOn, id }) => `${foundOn}~${id}`,
      (row) => withStanding(row, work.today),
    );
  },
});

/** One violation with its handling, its re-education and what it led to. */
export const readViolation = query({
  permission: 'training.readViolations',
  async run(work, { violationId }: { violationId: string }) {
    const { tx, scope, today } = work;
    const stored = await violationInScope(tx, scope, violationId);
    const row = await violations(work).where('v.id', '=', violationId).executeTakeFirstOrThrow();
    const photos = await tx
      .selectFrom('evidence')
      .select(['id', 'sha256'])
      .where('subject_id', '=', violationId)
      .where('arrived_at', 'is not', null)
      .execute();
    const retraining = await retrainingOf(work, stored.person_id);
    const own = stored.person_id !== null && stored.person_id === work.actor.personId;
    const may = {
      handle: !own && work.may('training.handleViolation', stored.unit_pos),
      reEducate: !own && work.may('training.recordViolation', stored.unit_pos),
    };
    const { handling_note: handlingNote, talk, session_id: sessionId, void_reason: voidReason } = stored;
    return { ...withStanding(row, today), handlingNote, talk, sessionId, voidReason, photos, retraining, may, today };
  },
});

async function retrainingOf({ tx }: Reading, personId: string | null) {
  if (personId === null) return null;
  const row = await tx
    .selectFrom('violation_retrainings')
    .select(['id', 'count', 'owed_on as owedOn', 'due_on as dueOn', 'done_on as doneOn'])
    .where('person_id', '=', personId)
    .where('cancelled_on', 'is', null)
    .orderBy('owed_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** 我的三违: what was written down about the caller, and what he owes. Nobody else's. */
export const listMyViolations = query({
  permission: 'training.follow',
  async run(work, _asked: Readonly<Record<string, never>>) {
    const rows = await work.tx
      .selectFrom('violations as v')
      .select(['v.id', 'v.kind', 'v.what', 'v.place', 'v.found_on as foundOn', 'v.handling', 'v.handled_on as handledOn'])
      .select(['v.re_educate_by as reEducateBy', 'v.re_educated_on as reEducatedOn', 'v.voided_at as voidedAt'])
      .where('v.person_id', '=', myId(work))
      .where('v.voided_at', 'is', null)
      .orderBy('v.found_on', 'desc')
      .limit(100)
      .execute();
    return { items: rows.map((row) => withStanding(row, work.today)), retraining: await retrainingOf(work, myId(work)) };
  },
});

const exported = violationFilter.omit({ after: true, limit: true, withBelow: true });

/** 导出三违台账: everything that the filter picks, whole or not at all; the trail says who took how much. */
export const exportViolations = command({
  permission: 'training.exportViolations',
  input: exported,
  toldOnce: true,
  async run(work, filter) {
    const rows = await (await picked(work, { ...filter, withBelow: true })).limit(mostViolations + 1).execute();
    if (rows.length > mostViolations) refuse('invalid', 'training.ledger_too_large', { most: mostViolations });
    const told = { list: 'violations', rows: rows.length };
    const answer = { rows: rows.map((row) => withStanding(row, work.today)), today: work.today };
    return work.trail({ subjectId: work.newId(), unitId: filter.unitId ?? null, before: null, after: told }, answer);
  },
});
