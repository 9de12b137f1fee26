import { within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { namesOnChecks, occurrences } from './occurrence-store.ts';
import { resultInScope } from './correct-result.ts';
import { correctionEnds } from './correction-time.ts';
import { spotBehind } from './defects-of.ts';
import { publishedVersions } from './read-checklists.ts';
import { verdictAt } from './said-of-check.ts';

type Stored = Awaited<ReturnType<typeof resultInScope>>;

/** One check as it was handed in: item by item, with what its failures became. */
export const readResult = query({ permission: 'inspections.follow', run: resultOf });

export async function resultOf(work: Reading, { resultId }: { resultId: string }) {
  const { tx, scope } = work;
  const row = await resultInScope(tx, scope, resultId);
  const { doneById: _, ...occurrence } = await occurrences(work).where('o.id', '=', row.occurrence_id).executeTakeFirstOrThrow();
  const [checklist] = await publishedVersions(work, [{ versionId: row.checklist_version_id }]);
  if (checklist === undefined) return refuse('missing', 'inspections.result_not_found', { id: resultId });
  const later = await tx.selectFrom('inspection_results').select('id').where('corrects_id', '=', resultId).executeTakeFirst();
  const names = await namesOnChecks(work, [row.occurrence_id]);
  return {
    id: row.id,
    occurrence,
    checklist,
    startedAt: row.started_at,
    doneAt: row.done_at,
    claimedAt: row.claimed_at,
    recordedAt: row.recorded_at,
    clockSuspect: row.clock_suspect,
    timing: row.timing,
    byHand: row.by_hand,
    note: row.note,
    doneBy: row.by_id === null ? null : (names.get(row.by_id) ?? null),
    ...(await correctableBy(work, row, later === undefined)),
    corrects: row.corrects_id,
    correctedWhy: row.corrected_why,
    correctedAt: row.corrected_at,
    correctionSuspect: row.correction_suspect ?? false,
    correctedBy: later?.id ?? null,
    counts: occurrence.resultId === row.id,
    answers: await answersOf(work, row, checklist.items),
  };
}

/** Whose it is, and whether he may put it right now. */
async function correctableBy({ tx, actor, now, may }: Reading, row: Stored, stands: boolean) {
  const { until } = await correctionEnds(tx, row);
  const own = row.by_id !== null && row.by_id === actor.personId;
  const mayCorrect = own && stands && now <= until && may('inspections.perform', row.unit_pos);
  return { own, correctableUntil: until, mayCorrect };
}

async function answersOf(work: Reading, row: Stored, items: readonly { readonly code: string }[]) {
  const [photos, failures] = [await photosOf(work, row.id), await failuresOf(work, row.id)];
  return items.map(({ code }, at) => ({
    ...saidOf(row, code, at),
    photos: photos.filter(({ item }) => item === code).map(({ sha256, evidenceId }) => ({ sha256, evidenceId })),
    failure: failures.get(code) ?? null,
  }));
}

/** What was said of the item at `at`, counted from 0, and in which order. */
function saidOf({ answered, verdicts, readings, details }: Stored, code: string, at: number) {
  const order = 1 + (answered?.indexOf(at + 1) ?? at);
  return { item: code, order, verdict: verdictAt(verdicts, at), reading: readings?.[code] ?? null, note: details?.[code]?.note ?? null };
}

async function photosOf({ tx }: Reading, resultId: string) {
  return tx
    .selectFrom('inspection_photos as p')
    .select(['p.item', 'p.sha256'])
    .select(
      sql<string | null>`(select e.id from evidence e where e.subject_id = p.subject_id and e.sha256 = p.sha256
        and e.arrived_at is not null order by e.arrived_at limit 1)`.as('evidenceId'),
    )
    .where('p.result_id', '=', resultId)
    .orderBy('p.item')
    .orderBy('p.at')
    .execute();
}

async function failuresOf({ tx }: Reading, resultId: string) {
  const rows = await tx
    .selectFrom('inspection_failures as f')
    .leftJoin('hazards as h', 'h.id', 'f.hazard_id')
    .select(['f.item', 'f.starred', 'f.factor', 'f.measure_id as measureId', 'f.hazard_id as hazardId'])
    .select(['h.number as hazardNumber', 'h.stage as hazardStage'])
    .where('f.result_id', '=', resultId)
    .execute();
  return new Map(rows.map(({ item, ...failure }) => [item, failure]));
}

/** 发现该隐患的检查 or 点检, for the page of the hazard; null when it was found otherwise. */
export const readCheckBehind = query({
  permission: 'inspections.follow',
  async run(work, { hazardId }: { hazardId: string }) {
    const found = await work.tx
      .selectFrom('inspection_failures as f')
      .innerJoin('inspection_results as r', (join) => join.onRef('r.id', '=', 'f.result_id').onRef('r.on_day', '=', 'f.on_day'))
      .innerJoin('inspection_plans as plan', 'plan.id', 'r.plan_id')
      .innerJoin('inspection_checklists as c', 'c.id', 'plan.checklist_id')
      .leftJoin('points as p', 'p.id', 'f.point_id')
      .select([
        'f.result_id as resultId',
        'f.occurrence_id as occurrenceId',
        'f.item',
        'f.text',
        'f.on_day as on',
        'f.measure_id as measureId',
      ])
      .select(['plan.name as plan', 'c.name as checklist', 'p.name as point', 'r.done_at as doneAt', 'r.by_id as byId'])
      .where('f.hazard_id', '=', hazardId)
      .where((eb) => within(eb.ref('f.unit_pos'), work.scope))
      .executeTakeFirst();
    if (found === undefined) return { check: null, spot: await spotBehind(work, hazardId) };
    const names = await namesOnChecks(work, [found.occurrenceId]);
    const { byId, ...check } = found;
    return { check: { ...check, doneBy: byId === null ? null : (names.get(byId) ?? null) }, spot: null };
  },
});
