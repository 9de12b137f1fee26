import { toPage, type Tx, within } from '@changming/database';
import { objectionToRunStep, runSteps, type RunStep } from '@changming/domain/assessments';
import { sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { appealsSeen } from './appeals-seen.ts';
import { countingRuns } from './counting-runs.ts';
import { isReplaced, isSeen, type Looking, runSeen, type StoredRun, toRun } from './run-store.ts';
import { summariesOf, type Summary } from './run-summaries.ts';

type Asked = {
  readonly scheme?: string | undefined;
  readonly period?: string | undefined;
  readonly superseded: 'true' | 'false';
  readonly longer?: 'true' | 'false' | undefined;
  readonly after?: readonly [string, string, string] | undefined;
  readonly limit: number;
};

/** 考核计算: the latest period first, and of a period the latest run. */
export const listRuns = query({
  permission: 'assessments.read',
  async run(work, { scheme, period, superseded, longer, after, limit }: Asked) {
    const rows = await withScheme(work.tx)
      .where((eb) => isSeen(eb.ref('r.id'), work))
      .$if(scheme !== undefined, (each) => each.where('s.code', '=', scheme ?? ''))
      .$if(period !== undefined, (each) => each.where('r.period', '=', period ?? ''))
      .$if(longer === 'true', (each) => each.where(sql<boolean>`r.until_on - r.from_on > 31`))
      .$if(superseded === 'false', (each) => each.where('r.superseded_by_id', 'is', null))
      .$if(after !== undefined, (each) =>
        each.where(
          sql<boolean>`(r.until_on, r.computed_at, r.id) < (${after?.[0]}::date, ${after?.[1]}::timestamptz, ${after?.[2]}::uuid)`,
        ),
      )
      .orderBy('r.until_on', 'desc')
      .orderBy('r.computed_at', 'desc')
      .orderBy('r.id', 'desc')
      .limit(limit + 1)
      .execute();
    const [summaries, counting] = [await summariesOf(work, rows), await countingAmong(work, rows)];
    return toPage(
      rows,
      limit,
      ({ until_on, computed_at, id }) => `${until_on}~${computed_at.toISOString()}~${id}`,
      (row) => ({ ...shown(row, summaries.get(row.id)), counts: counting.has(row.id) }),
    );
  },
});

/** One run with its story, and for every step why it may not be taken now. */
export const readRun = query({
  permission: 'assessments.read',
  async run(work, { runId }: { runId: string }) {
    const { tx } = work;
    await runSeen(work, runId);
    const row = await withScheme(tx).where('r.id', '=', runId).executeTakeFirstOrThrow();
    const steps = await tx
      .selectFrom('assessment_steps as t')
      .leftJoin('persons as p', 'p.id', 't.by_id')
      .select(['t.step', 't.stage', 'p.name as by', 't.at', 't.note'])
      .where('t.run_id', '=', runId)
      .orderBy('t.seq')
      .limit(200)
      .execute();
    const standing = await standingOf(work, runId);
    return {
      ...shown(row, (await summariesOf(work, [row])).get(row.id)),
      counts: (await countingAmong(work, [row])).has(row.id),
      steps,
      ...standing,
      appeals: await appealsSeen(work, { run: row, stage: 'lodged' }),
      objections: objectionsOf(work, row, standing),
    };
  },
});

/** 凭据 of a run. */
export const readReceipt = query({
  permission: 'assessments.read',
  async run(work, { runId }: { runId: string }) {
    await runSeen(work, runId);
    const row = await withScheme(work.tx).where('r.id', '=', runId).executeTakeFirstOrThrow();
    return {
      runId,
      period: row.period,
      scheme: { code: row.scheme_code, version: row.scheme_version },
      kind: row.kind,
      knownAt: row.known_at,
      openingAt: row.opening_at,
      computedAt: row.computed_at,
      schemeHash: row.scheme_hash,
      inputHash: row.input_hash,
      resultHash: row.result_hash,
      facts: row.facts,
    };
  },
});

async function countingAmong(work: Reading, rows: readonly StoredRun[]): Promise<ReadonlySet<string>> {
  const periods = [...new Set(rows.map(({ period }) => period))];
  return new Set((await countingRuns(work, { periods })).map(({ id }) => id));
}

/** What the units of the scope have answered. */
export async function standingOf({ tx, scope }: Pick<Looking, 'tx' | 'scope'>, runId: string) {
  const answered = await tx
    .selectFrom('assessment_results as r')
    .leftJoin('assessment_confirmations as c', (join) => join.onRef('c.run_id', '=', 'r.run_id').onRef('c.unit_id', '=', 'r.unit_id'))
    .select(sql<number>`count(c.unit_id)`.as('confirmed'))
    .select(sql<number>`count(*) filter (where c.unit_id is null and r.status <> 'notAssessed')`.as('unconfirmed'))
    .where('r.run_id', '=', runId)
    .where((eb) => within(eb.ref('r.unit_pos'), scope))
    .executeTakeFirstOrThrow();
  const { openAppeals } = await tx
    .selectFrom('assessment_appeals as a')
    .select((eb) => eb.fn.countAll<number>().as('openAppeals'))
    .where('a.run_id', '=', runId)
    .where('a.stage', '=', 'lodged')
    .where((eb) => within(eb.ref('a.unit_pos'), scope))
    .executeTakeFirstOrThrow();
  return { ...answered, openAppeals };
}

/** Of each step the refusal that it would meet, or null. */
function objectionsOf({ whole, may, actor, today }: Reading, row: StoredRun, standing: { unconfirmed: number; openAppeals: number }) {
  const known = { by: actor.personId ?? '', on: today, ...standing };
  const permits = (step: RunStep) => whole && may(permissionOf(step), 1);
  const objection = (step: RunStep) => (isReplaced(row) ? 'assessments.wrong_stage' : objectionToRunStep(toRun(row), step, known));
  return Object.fromEntries(runSteps.map((step) => [step, permits(step) ? objection(step) : 'access.not_permitted']));
}

/** 审定、发布、归档 are decided; the rest is the work of the safety department. */
export function permissionOf(step: RunStep): 'assessments.run' | 'assessments.publish' {
  return step === 'finalise' || step === 'publish' || step === 'archive' ? 'assessments.publish' : 'assessments.run';
}

function withScheme(tx: Tx) {
  return tx
    .selectFrom('assessment_runs as r')
    .innerJoin('assessment_schemes as s', 's.id', 'r.scheme_id')
    .selectAll('r')
    .select(['s.code as scheme_code', 's.version as scheme_version', 's.name as scheme_name'])
    .select(sql<number>`jsonb_array_length(jsonb_path_query_array(s.body, '$.indicators[*] ? (@.on == true)'))`.as('indicators'));
}

type Row = StoredRun & {
  readonly scheme_code: string;
  readonly scheme_version: number;
  readonly scheme_name: string;
  readonly indicators: number;
};

function shown(row: Row, summary: Summary | undefined) {
  return {
    id: row.id,
    scheme: { code: row.scheme_code, version: row.scheme_version, name: row.scheme_name === row.scheme_code ? null : row.scheme_name },
    indicators: row.indicators,
    period: row.period,
    periodKind: row.period_kind,
    fromOn: row.from_on,
    untilOn: row.until_on,
    knownAt: row.known_at,
    computedAt: row.computed_at,
    kind: row.kind,
    restatesId: row.restates_id,
    reason: row.reason,
    stage: row.stage,
    confirmDueOn: row.confirm_due_on,
    appealDueOn: row.appeal_due_on,
    publishedAt: row.published_at,
    supersededById: row.superseded_by_id,
    summary: summary ?? { units: 0, statuses: {}, grades: {} },
  };
}
