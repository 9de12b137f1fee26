import type { Tx } from '@changming/database';
import type { ReportInput } from '@changming/domain/hazards';
import { refuse } from '@changming/domain/kernel';

import type { Writing } from '../context.ts';
import { photoReceipt } from './photos.ts';
import type { ReportReceipt } from './report-hazard.ts';

export type ReportedAgain = Omit<ReportInput, 'unitId' | 'pointCode'> & {
  readonly unitId: string;
  readonly pointId: string | null;
};

/**
 * The receipt of the caller's own report. An id that somebody else has used is refused, whatever stands behind it; so is one's own with
 * other content, which would otherwise be lost without a word.
 */
export async function receiptOfOwn({ tx, actor }: Writing, again: ReportedAgain): Promise<ReportReceipt> {
  const found = await tx
    .selectFrom('hazards')
    .select(['id', 'number', 'unit_id as unitId', 'stage'])
    .where('id', '=', again.id)
    .where('found_by_id', 'is not distinct from', actor.personId)
    .where('anonymous', '=', false)
    .executeTakeFirst();
  if (found === undefined) refuse('conflict', 'hazards.id_taken', {});
  if (!(await isAsFirstTold(tx, again))) refuse('invalid', 'hazards.reported_otherwise', { number: found.number });
  return { ...found, photos: await photoReceipt(tx, again.id) };
}

/** Compared with the report as it came in: what triage has corrected since is no difference, nor is work that was done later. */
async function isAsFirstTold(tx: Tx, { id, ...again }: ReportedAgain): Promise<boolean> {
  const { reportedAt, ...first } = await tx
    .selectFrom('hazards_history')
    .select(['unit_id as unitId', 'point_id as pointId', 'place', 'category', 'text', 'source', 'check_item_id as checkItemId'])
    .select(['claimed_at as foundAt', 'reported_at as reportedAt'])
    .where('id', '=', id)
    .orderBy('version')
    .limit(1)
    .executeTakeFirstOrThrow();
  const photos = await photosOfReport(tx, { id, kind: 'before', at: reportedAt });
  const onTheSpot = await fixedWith(tx, { id, at: reportedAt });
  return content(again) === content({ ...first, photos, onTheSpot });
}

type Declared = { readonly id: string; readonly kind: 'before' | 'after'; readonly at: Date };

async function photosOfReport(tx: Tx, { id, kind, at }: Declared): Promise<string[]> {
  const declared = await tx
    .selectFrom('hazard_photos')
    .select('sha256')
    .where('hazard_id', '=', id)
    .where('kind', '=', kind)
    .where('round', '=', 0)
    .where('declared_at', '=', at)
    .execute();
  return declared.map(({ sha256 }) => sha256);
}

/** 立行立改 within the report itself: written at the very instant of the report. */
async function fixedWith(tx: Tx, { id, at }: { readonly id: string; readonly at: Date }): Promise<ReportInput['onTheSpot']> {
  const fixed = await tx
    .selectFrom('hazard_events')
    .select('note')
    .where('hazard_id', '=', id)
    .where('round', '=', 0)
    .where('step', '=', 'fixOnTheSpot')
    .where('at', '=', at)
    .executeTakeFirst();
  return fixed === undefined ? undefined : { measures: fixed.note ?? '', photos: await photosOfReport(tx, { id, kind: 'after', at }) };
}

type Content = Pick<ReportedAgain, 'unitId' | 'pointId' | 'category' | 'source' | 'photos' | 'onTheSpot'> & {
  readonly foundAt: Date | null;
  readonly place?: string | null | undefined;
  readonly text?: string | null | undefined;
  readonly checkItemId?: string | null | undefined;
};

/** Everything that a report says, in one line that is the same for the same report. */
function content({ unitId, pointId, category, source, foundAt, photos, onTheSpot, ...said }: Content): string {
  const words = [said.place ?? null, said.text ?? null, said.checkItemId ?? null];
  const fixed = onTheSpot === undefined ? null : [onTheSpot.measures, ...onTheSpot.photos.toSorted()];
  return JSON.stringify([unitId, pointId, category, source, foundAt?.toISOString(), words, photos.toSorted(), fixed]);
}
