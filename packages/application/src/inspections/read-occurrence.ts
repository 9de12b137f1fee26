import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { expectedPersons } from './expected.ts';
import { lastReadings } from './last-readings.ts';
import { namesOnChecks, occurrences } from './occurrence-store.ts';
import { publishedVersions } from './read-checklists.ts';

/** One thing owed: by whom, by what checklist, what the gauges showed last time, and every check there was of it. */
export const readOccurrence = query({
  permission: 'inspections.follow',
  async run(work, { occurrenceId }: { occurrenceId: string }) {
    const found = await occurrences(work)
      .select(['p.code as plateCode', 'o.waived_why as waivedWhy', 'o.missed_at as missedAt'])
      .select(['o.miss_reason_by_id as reasonById', 'o.miss_reason_at as missReasonAt'])
      .where('o.id', '=', occurrenceId)
      .executeTakeFirst();
    if (found === undefined) return refuse('missing', 'inspections.not_found', { id: occurrenceId });
    const { doneById, reasonById, ...shown } = found;
    const names = await namesOnChecks(work, [occurrenceId]);
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
    const results = await resultsOf(work, occurrenceId);
    const readings = await lastReadings(work, [occurrenceId]);
    return {
      ...shown,
      doneBy: nameOf(doneById),
      missReasonBy: nameOf(reasonById),
      expected: await expectedNames(work, occurrenceId),
      checklist: await askedOf(work, shown.checklistId),
      lastReadings: readings.map(({ item, reading, at }) => ({ item, reading, at })),
      results: results.map(({ byId, ...result }) => ({ ...result, doneBy: nameOf(byId), counts: result.id === shown.resultId })),
    };
  },
});

async function askedOf(work: Reading, checklistId: string) {
  const newest = await work.tx
    .selectFrom('inspection_checklist_versions')
    .select('id')
    .where('checklist_id', '=', checklistId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const [checklist] = await publishedVersions(work, newest === undefined ? [] : [{ versionId: newest.id }]);
  return checklist ?? refuse('conflict', 'inspections.checklist_unpublished', { name: '' });
}

async function resultsOf({ tx }: Reading, occurrenceId: string) {
  return tx
    .selectFrom('inspection_results')
    .select(['id', 'done_at as doneAt', 'recorded_at as recordedAt', 'by_id as byId', 'failed', 'corrects_id as corrects'])
    .where('occurrence_id', '=', occurrenceId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
}

async function expectedNames({ tx }: Reading, occurrenceId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct person.name from inspection_occurrences o cross join lateral (${expectedPersons}) as e
    join persons person on person.id = e."personId" where o.id = ${occurrenceId}::uuid order by 1`.execute(tx);
  return rows.map(({ name }) => name);
}
