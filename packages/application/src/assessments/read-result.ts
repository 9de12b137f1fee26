import { type Tx, within } from '@changming/database';
import {
  explain,
  type Gain,
  gainTimeAt,
  isOpenRestatement,
  objectionToLodging,
  periodBefore,
  prepare,
  sixInPlace,
  type UnitFacts,
  type UnitResult,
} from '@changming/domain/assessments';
import { refuse } from '@changming/domain/kernel';

import { query, type Reading } from '../context.ts';
import { appealsSeen } from './appeals-seen.ts';
import { countingRuns } from './counting-runs.ts';
import { figureOf, standingColumns } from './list-results.ts';
import type { Receipt } from './receipts.ts';
import { isReplaced, runOf, type StoredRun, toRun } from './run-store.ts';
import { type StoredScheme, toStored } from './scheme-store.ts';

export type OfResult = { readonly runId: string; readonly unitId: string };

/**
 * 得分的由来: every line with its formula and numbers, the change against the last period, and what would raise the total most. Nothing
 * is counted anew for it: the run has kept what each measure came to.
 */
export const readResult = query({
  permission: 'assessments.read',
  async run(work, asked: OfResult) {
    const { tx } = work;
    const { row, run, scheme } = await openResult(work, asked);
    const last = await lastResult(work, run, { scheme: scheme.code, unitId: asked.unitId });
    const explained = explain(prepare(scheme.body), row.facts as UnitFacts, last?.result ?? null);
    const { sort_key: _key, result, facts: _facts, receipts, members, unit_pos: position, ...standing } = row;
    const confirmed = await confirmationOf(tx, asked);
    return {
      ...standing,
      runId: run.id,
      period: run.period,
      scheme: { code: scheme.code, version: scheme.version, name: scheme.body.name },
      stage: run.stage,
      runKind: run.kind,
      members: members.length,
      parts: [...result.parts],
      lines: explained.lines.map((line) => ({
        ...line,
        ...sidesOf(line),
        receipts: (receipts as Record<string, Receipt>)[line.line.code] ?? {},
      })),
      bonusLines: [...result.bonusLines],
      malusLines: [...result.malusLines],
      findings: [...result.findings],
      suggested: [...result.suggested],
      last: last === null ? null : toldLast(last),
      finalDelta: explained.finalDelta,
      gains: explained.gains.map((gain) => seenAt(gain, { cutOffAt: run.known_at, now: work.now })),
      sixInPlace: sixInPlace(result.lines).map(({ shownBy, missing, ...each }) => ({
        ...each,
        shownBy: [...shownBy],
        missing: [...missing],
      })),
      figure: await figureOf(tx, run.id, asked.unitId),
      confirmed,
      appeals: await appealsSeen(work, { run, unitId: asked.unitId }),
      objections: objectionsTo(work, { run, position, confirmed: confirmed !== null }),
    };
  },
});

type Last = NonNullable<Awaited<ReturnType<typeof lastResult>>>;

function toldLast({ result: { final, grade }, ...last }: Last) {
  return { ...last, final, grade };
}

function seenAt(gain: Gain, at: Parameters<typeof gainTimeAt>[1]) {
  return { ...gain, when: gainTimeAt(gain.when, at) };
}

function sidesOf({ records }: { readonly records: { readonly numerator: readonly string[]; readonly denominator: readonly string[] } }) {
  return { records: { numerator: [...records.numerator], denominator: [...records.denominator] } };
}

/** The result of a unit in the scope, with its run and the scheme it was computed under. */
export async function openResult({ tx, scope }: Pick<Reading, 'tx' | 'scope'>, { runId, unitId }: OfResult) {
  const run = await runOf(tx, runId);
  const row = await tx
    .selectFrom('assessment_results as r')
    .select(standingColumns)
    .select(['r.members', 'r.facts', 'r.receipts', 'r.unit_pos'])
    .where('r.run_id', '=', runId)
    .where('r.unit_id', '=', unitId)
    .where((eb) => within(eb.ref('r.unit_pos'), scope))
    .executeTakeFirst();
  if (row === undefined) refuse('missing', 'assessments.result_not_found', { runId, unitId });
  return { row, run, scheme: await schemeOfRun(tx, run) };
}

async function schemeOfRun(tx: Tx, run: StoredRun): Promise<StoredScheme> {
  return toStored(await tx.selectFrom('assessment_schemes').selectAll().where('id', '=', run.scheme_id).executeTakeFirstOrThrow());
}

/** The same unit in the period before, by the run of it that counts for the reader. */
async function lastResult(work: Reading, { period }: StoredRun, { scheme, unitId }: { readonly scheme: string; readonly unitId: string }) {
  const before = periodBefore(period);
  const [run] = before === null ? [] : await countingRuns(work, { scheme, periods: [before] });
  if (run === undefined) return null;
  const row = await work.tx
    .selectFrom('assessment_results')
    .select('result')
    .where('run_id', '=', run.id)
    .where('unit_id', '=', unitId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { id: runId, period: named } = run;
  return { runId, period: named, openRestatement: isOpenRestatement(run), result: row.result satisfies UnitResult };
}

async function confirmationOf(tx: Tx, { runId, unitId }: OfResult) {
  const row = await tx
    .selectFrom('assessment_confirmations as c')
    .leftJoin('persons as p', 'p.id', 'c.by_id')
    .select(['p.name as by', 'c.at'])
    .where('c.run_id', '=', runId)
    .where('c.unit_id', '=', unitId)
    .executeTakeFirst();
  return row ?? null;
}

type Standing = { readonly run: StoredRun; readonly position: number; readonly confirmed: boolean };

function objectionsTo({ may, today }: Reading, { run, position, confirmed }: Standing) {
  if (!may('assessments.confirm', position)) return { confirm: 'access.not_permitted', appeal: 'access.not_permitted' };
  if (isReplaced(run)) return { confirm: 'assessments.wrong_stage', appeal: 'assessments.wrong_stage' };
  const asked = run.stage === 'confirming' || run.stage === 'appealing';
  const confirming = asked ? null : 'assessments.wrong_stage';
  return { confirm: confirmed ? 'assessments.confirmed_already' : confirming, appeal: objectionToLodging(toRun(run), { on: today }) };
}
