import { toPage, type Tx, within } from '@changming/database';
import { prepare, type RestatementCause, type UnitResult, windowOf } from '@changming/domain/assessments';
import { dayIn, refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { changedRecords, type Counting, type ToldCause } from './diff-records.ts';
import { knownOf, runOf, runSeen, type StoredRun } from './run-store.ts';
import { toStored } from './scheme-store.ts';

type Asked = { readonly runId: string; readonly after?: string | undefined; readonly limit: number };

/** 重述之差: the units whose result is another one, what each line was and is, and the records that made it so, by cause. */
export const readDiff = query({
  permission: 'assessments.read',
  async run(work, { runId, after, limit }: Asked) {
    const run = await runSeen(work, runId);
    if (run.restates_id === null) refuse('conflict', 'assessments.not_a_restatement');
    const against = await runOf(work.tx, run.restates_id);
    const rows = await changedResults(work, { run, against }, { after, limit });
    const { items, next } = toPage(
      rows,
      limit,
      ({ unitId }) => unitId,
      (row) => row,
    );
    const sides = { before: await sideOf(work.tx, against), after: await sideOf(work.tx, run) };
    const told = [];
    for (const item of items) told.push(await toldOf(work, sides, item));
    return { against: against.id, items: told, next };
  },
});

type Pair = { readonly run: StoredRun; readonly against: StoredRun };

/** Of either run: a unit that has no result any more has changed as well. */
async function changedResults({ tx, scope }: Reading, { run, against }: Pair, { after, limit }: Omit<Asked, 'runId'>) {
  const unitId = sql<string>`coalesce(r.unit_id, was.unit_id)`;
  return tx
    .selectFrom((eb) => eb.selectFrom('assessment_results').selectAll().where('run_id', '=', run.id).as('r'))
    .fullJoin(
      (eb) => eb.selectFrom('assessment_results').selectAll().where('run_id', '=', against.id).as('was'),
      (join) => join.onRef('was.unit_id', '=', 'r.unit_id'),
    )
    .select([unitId.as('unitId'), sql<string>`coalesce(r.name, was.name)`.as('unit')])
    .select(['r.result', 'r.members', 'r.facts'])
    .select(['was.result as resultBefore', 'was.members as membersBefore', 'was.facts as factsBefore'])
    .where(within(sql<number>`coalesce(r.unit_pos, was.unit_pos)`, scope))
    .where((eb) => eb('r.result', 'is distinct from', eb.ref('was.result')))
    .$if(after !== undefined, (each) => each.where(unitId, '>', after ?? ''))
    .orderBy(unitId)
    .limit(limit + 1)
    .execute();
}
type Changed = Awaited<ReturnType<typeof changedResults>>[number];

type Side = Counting & { readonly run: StoredRun };
type Sides = { readonly before: Side; readonly after: Side };

async function sideOf(tx: Tx, run: StoredRun): Promise<Side> {
  const scheme = toStored(await tx.selectFrom('assessment_schemes').selectAll().where('id', '=', run.scheme_id).executeTakeFirstOrThrow());
  const knownOn = dayIn(new Date(run.known_at.getTime() - 1));
  return {
    run,
    known: knownOf(run),
    prepared: prepare(scheme.body),
    window: windowOf({ from: run.from_on, until: run.until_on }, knownOn),
  };
}

async function toldOf(work: Reading, sides: Sides, row: Changed) {
  const { unitId, unit, result, resultBefore } = row;
  const before = { counting: sides.before, members: row.membersBefore ?? [], headId: unitId };
  const after = { counting: sides.after, members: row.members ?? [], headId: unitId };
  return {
    unitId,
    unit,
    presence: presenceOf(row),
    ...totalsOf(row),
    lines: changedLines(resultBefore, result),
    causes: [...(await changedRecords(work, { before, after })), ...causesBeside(sides, row)],
  };
}

function totalsOf({ result, resultBefore }: Changed) {
  const none = { final: null, grade: null };
  const [before, after] = [resultBefore ?? none, result ?? none];
  return { finalBefore: before.final, finalAfter: after.final, gradeBefore: before.grade, gradeAfter: after.grade };
}

/** Whether the unit has a result in both runs, in the later one alone, or no more. */
function presenceOf({ result, resultBefore }: Changed): 'stays' | 'came' | 'left' {
  if (result === null) return 'left';
  return resultBefore === null ? 'came' : 'stays';
}

function changedLines(before: UnitResult | null, after: UnitResult | null) {
  const scoreIn = (result: UnitResult | null, code: string) => result?.lines.find((line) => line.code === code)?.score ?? null;
  const codes = new Set([after, before].flatMap((result) => result?.lines.map(({ code }) => code) ?? []));
  return [...codes].flatMap((code) => {
    const [was, is] = [scoreIn(before, code), scoreIn(after, code)];
    if (was === is) return [];
    const scoreDelta = was === null || is === null ? null : (Math.round(Number(is) * 100 - Number(was) * 100) / 100).toFixed(2);
    return [{ code, before: was, after: is, scoreDelta }];
  });
}

function causesBeside({ before, after }: Sides, { members, membersBefore, facts, factsBefore }: Changed): ToldCause[] {
  const [was, is] = [new Set(membersBefore), new Set(members)];
  const others = [...was].filter((id) => !is.has(id)).length + [...is].filter((id) => !was.has(id)).length;
  const found = facts !== null && factsBefore !== null && beside(facts) !== beside(factsBefore);
  return [
    ...(others > 0 ? [besideRecords('tree', others)] : []),
    ...(found ? [besideRecords('finding')] : []),
    ...(before.run.scheme_hash === after.run.scheme_hash ? [] : [besideRecords('scheme')]),
  ];
}

function besideRecords(cause: RestatementCause, count = 1): ToldCause {
  return { cause, count, recordIds: [], records: [] };
}

/** What persons recorded, as text; what was counted is told record by record. */
function beside(facts: object): string {
  const { sums: _sums, ...rest } = facts as { readonly sums?: unknown };
  return JSON.stringify(rest);
}
