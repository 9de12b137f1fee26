import { coverageFilter, mostInExport, occurrenceFilter, planFilter } from '@changming/domain/inspections';
import { refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { type Caller, command } from '../context.ts';
import { thumbsForPaper } from '../evidence/index.ts';
import type { Files } from '../files.ts';
import { coverageOf } from './coverage.ts';
import { selected } from './list-occurrences.ts';
import { withDoers } from './occurrence-store.ts';
import { picked, shown } from './read-plans.ts';
import { readResult } from './read-result.ts';

/** Filters as the address was read: their flags are flags by now. */
const flag = z.boolean().optional();
export const plansWanted = planFilter.omit({ after: true, limit: true }).extend({ withBelow: z.boolean(), ended: flag });
export const occurrencesWanted = occurrenceFilter
  .omit({ after: true, limit: true })
  .extend({ withBelow: z.boolean(), unexplained: flag, failed: flag, late: flag, byHand: flag });

/** 导出排查计划: everything that the query bar picks; the trail says who took how much. */
export const exportPlans = command({
  permission: 'inspections.export',
  name: 'inspections.exportPlans',
  input: plansWanted,
  toldOnce: true,
  async run(work, filter) {
    const rows = await (await picked(work, filter))
      .orderBy('plan.name')
      .orderBy('plan.id')
      .limit(mostInExport + 1)
      .execute();
    refuseTooMany(rows.length);
    const taken = { subjectId: work.newId(), unitId: filter.unitId ?? null, before: null, after: { rows: rows.length, ...filter } };
    return work.trail(taken, { rows: rows.map((row) => shown(row, [])), today: work.today });
  },
});

/** 导出应查台账与结果, by the day owed, whole or not at all. */
export const exportOccurrences = command({
  permission: 'inspections.export',
  name: 'inspections.exportOccurrences',
  input: occurrencesWanted,
  toldOnce: true,
  async run(work, filter) {
    const rows = await (await selected(work, filter))
      .orderBy('o.on_day')
      .orderBy('o.id')
      .limit(mostInExport + 1)
      .execute();
    refuseTooMany(rows.length);
    const taken = { subjectId: work.newId(), unitId: filter.unitId ?? null, before: null, after: { rows: rows.length, ...filter } };
    return work.trail(taken, { rows: await withDoers(work, rows), today: work.today });
  },
});

function refuseTooMany(count: number): void {
  if (count > mostInExport) refuse('invalid', 'inspections.too_many_rows', { count: `${mostInExport}+`, most: mostInExport });
}

/** 导出排查覆盖: the very numbers of the board. */
export const exportCoverage = command({
  permission: 'inspections.export',
  name: 'inspections.exportCoverage',
  input: coverageFilter,
  toldOnce: true,
  async run(work, filter) {
    const board = await coverageOf(work, filter);
    const taken = { subjectId: work.newId(), unitId: board.unitId, before: null, after: { rows: board.units.length, ...filter } };
    return work.trail(taken, board);
  },
});

/** One check with the thumbnails of its photos, for paper. */
export async function printedResult(caller: Caller, files: Files, { resultId }: { readonly resultId: string }) {
  const result = await readResult(caller, { resultId });
  const hashes = result.answers.flatMap(({ photos }) => photos.filter(({ evidenceId }) => evidenceId !== null).slice(0, 2));
  return {
    result,
    thumbs: await thumbsForPaper(
      files,
      hashes.map(({ sha256 }) => sha256),
    ),
  };
}
