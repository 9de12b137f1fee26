import type { FailureReport } from '@changming/domain/inspections';
import { refuse } from '@changming/domain/kernel';

import type { Changed, Writing } from '../context.ts';
import { reportFromCheck } from '../hazards/index.ts';
import { tellFailedControl } from '../risks/index.ts';
import { type Earlier, handOverHazard } from './earlier.ts';
import type { Answered } from './said-of-check.ts';

/** Where and when a check was done, as its failures and hazards carry it. */
export type Check = {
  readonly resultId: string;
  readonly occurrenceId: string;
  readonly onDay: string;
  readonly pointId: string | null;
  readonly unitId: string;
  readonly unitPos: number;
  readonly doneAt: Date;
};

type Kept = Check & { readonly earlier: Earlier };

/** Writes the failed items and photos of a check, and makes hazards of the failures that ask for it, in the same transaction. */
export async function keepFailures(work: Writing, check: Kept, answered: readonly Answered[]): Promise<Changed[]> {
  const changes: Changed[] = [];
  for (const each of answered) {
    const hazard = hazardAsked(check, each);
    if (hazard !== undefined) changes.push(...(await becomeHazard(work, check, { ...each, hazard })));
    if (each.verdict === 'fail') {
      const hazardId = hazard?.id ?? (await handOverHazard(work.tx, check.earlier, each.item.code));
      await keepFailure(work, check, { ...each, hazardId });
    }
    if (each.verdict === 'fail') await tellMeasure(work, check, each);
    await keepPhotos(work, check, each);
  }
  return changes;
}

/** What is to become a hazard now; of an item that is one already there is no second. */
function hazardAsked({ earlier }: Kept, { item, answer: { hazard } }: Answered): FailureReport | undefined {
  const known = earlier.hazards.get(item.code);
  if (hazard === undefined || known === undefined) return hazard;
  if (hazard.id !== known.id) refuse('conflict', 'inspections.failure_reported', { number: known.number });
  return undefined;
}

async function keepFailure(
  { tx, newId }: Writing,
  check: Check,
  { item, hazardId }: Pick<Answered, 'item'> & { readonly hazardId: string | null },
): Promise<void> {
  await tx
    .insertInto('inspection_failures')
    .values({
      id: newId(),
      result_id: check.resultId,
      on_day: check.onDay,
      occurrence_id: check.occurrenceId,
      point_id: check.pointId,
      unit_id: check.unitId,
      item: item.code,
      text: item.text,
      starred: item.starred,
      factor: item.factor,
      measure_id: item.measureId,
      hazard_id: hazardId,
    })
    .execute();
}

/** A failed check of a control is a failed control: its risk is to be graded anew. */
async function tellMeasure(work: Writing, { resultId }: Check, { item }: Pick<Answered, 'item'>): Promise<void> {
  if (item.measureId === null) return;
  await tellFailedControl(work, { measureId: item.measureId, cause: 'failedCheck', subjectId: resultId, on: work.today });
}

async function keepPhotos({ tx }: Writing, check: Kept, { item, answer }: Answered): Promise<void> {
  if (answer.photos.length === 0) return;
  const rows = answer.photos.map((sha256, at) => ({
    result_id: check.resultId,
    on_day: check.onDay,
    unit_id: check.unitId,
    item: item.code,
    sha256,
    at,
    subject_id: answer.hazard?.id ?? check.earlier.subjects.get(sha256) ?? check.resultId,
  }));
  await tx.insertInto('inspection_photos').values(rows).execute();
}

type Becoming = Pick<Answered, 'item' | 'answer'> & { readonly hazard: FailureReport };

/** 一键上报: what the person left out is taken from the item. Needs the permission to report there, like any hazard. */
async function becomeHazard(work: Writing, check: Check, { item, answer, hazard }: Becoming): Promise<Changed[]> {
  const { changed } = await reportFailureAsHazard(work, check, {
    ...hazard,
    category: hazard.category ?? item.category,
    text: hazard.text ?? saidOf(item.text, answer.note),
    item: item.code,
    photos: answer.photos,
  });
  return changed;
}

export function saidOf(text: string, note: string | undefined): string {
  return note === undefined ? text : `${text}：${note}`;
}

type AsHazard = Pick<FailureReport, 'id' | 'onTheSpot'> & {
  readonly category: NonNullable<FailureReport['category']>;
  readonly text: string;
  readonly item: string;
  readonly photos: readonly string[];
};

export async function reportFailureAsHazard(work: Writing, check: Check, { item, ...said }: AsHazard) {
  const { unitId, unitPos, pointId, doneAt } = check;
  if (!work.may('hazards.report', unitPos)) refuse('forbidden', 'inspections.may_not_report');
  return reportFromCheck(work, { ...said, unitId, unitPos, pointId, checkItemId: item, source: 'selfCheck', foundAt: doneAt });
}
