import { blueprint, type Branches, compiledOnce, type Slots, type Tx } from '@changming/database';
import {
  type HazardCategory,
  type HazardStage,
  categoryDefaults,
  type ReportInput,
  reportInput,
  reportedHazard,
  seenAt,
  sourcesOfAnyone,
} from '@changming/domain/hazards';
import { dayIn, refuse } from '@changming/domain/kernel';
import { readPlateCode } from '@changming/domain/points';
import { rootRange } from '@changming/domain/units';

import { command, type Writing } from '../context.ts';
import { rulesOfUnit } from '../standards/index.ts';
import { unitInScope } from '../units/index.ts';
import { deadlinesIn } from './deadline-rules.ts';
import { recordEvent, tell } from './events.ts';
import { fixOnTheSpot } from './fix-on-the-spot.ts';
import { hazardColumns, type HazardRead } from './hazard-columns.ts';
import { hazardRulesIn } from './hazard-rules.ts';
import { declarePhotos, photoReceipt, type PhotoReceipt } from './photos.ts';
import { proposeBy } from './propose-for.ts';
import { broughtBack } from './recurrences.ts';
import { receiptOfOwn } from './same-report.ts';
import { hazardInScope, type StoredHazard, toHazard, toRow, told } from './store.ts';
import { suggestForItem } from './suggest-for-item.ts';

/** 回执: the words have arrived; which photos are still awaited, and where they must be sent. */
export type ReportReceipt = {
  readonly id: string;
  readonly number: string;
  readonly unitId: string;
  readonly stage: HazardStage;
  readonly photos: PhotoReceipt;
};

/** 随手拍: a hazard as it was seen. The same id again is the same report and gets the same receipt. */
export const reportHazard = command({
  permission: 'hazards.report',
  input: reportInput,
  async run(work, report) {
    const place = await placeOf(work, report);
    refuseSource(work, report, place);
    const entered = await enterHazard(work, { ...report, ...place, foundById: work.actor.personId, anonymous: false });
    if (entered === null) return work.trail([], await receiptOfOwn(work, { ...report, ...place }));
    const { hazard, row } = await withWhatFollows(work, entered, report);
    const after = { ...told(hazard), category: report.category, source: report.source };
    const { id, unitId, stage } = hazard;
    const receipt = { id, number: row.number, unitId, stage, photos: await photoReceipt(work.tx, id) };
    return work.trail({ subjectId: id, unitId, before: null, after }, receipt);
  },
});

/** A source that is not everybody's is for those who grade hazards there, and for the group's own reporters. */
function refuseSource({ may }: Writing, { source }: ReportInput, { unitPos }: Place): void {
  const named = sourcesOfAnyone.includes(source) || may('hazards.triage', unitPos) || may('hazards.read', rootRange.lo);
  if (!named) refuse('forbidden', 'hazards.source_not_yours', {});
}

type Following = Pick<ReportInput, 'checkItemId' | 'onTheSpot'>;

/** What a report may bring with it: a starred item that failed, or that it was set right at once. */
export async function withWhatFollows(work: Writing, entered: StoredHazard, { checkItemId, onTheSpot }: Following): Promise<StoredHazard> {
  const { id } = entered.hazard;
  if (checkItemId !== undefined) await suggestForItem(work, id, checkItemId);
  if (onTheSpot !== undefined) await fixOnTheSpot(work, id, onTheSpot);
  return checkItemId === undefined && onTheSpot === undefined ? entered : hazardInScope(work.tx, work.scope, id);
}

type Place = { readonly unitId: string; readonly unitPos: number; readonly pointId: string | null };

/** By the plate, or by the unit: whichever is given decides, and it must lie where the reporter may report. */
async function placeOf({ tx, scope }: Writing, { unitId, pointCode }: ReportInput): Promise<Place> {
  if (pointCode === undefined) {
    const unit = await unitInScope(tx, scope, unitId ?? '00000000-0000-0000-0000-000000000000');
    return { unitId: unit.id, unitPos: unit.lo, pointId: null };
  }
  const point = await tx
    .selectFrom('points')
    .select(['id', 'unit_id', 'unit_pos'])
    .where('code', '=', readPlateCode(pointCode))
    .where('closed_on', 'is', null)
    .executeTakeFirst();
  if (point === undefined) refuse('missing', 'points.not_found', {});
  return { unitId: point.unit_id, unitPos: point.unit_pos, pointId: point.id };
}

export type Entering = Place & {
  readonly id: string;
  readonly category: HazardCategory;
  readonly source: ReportInput['source'];
  readonly text?: string | undefined;
  readonly place?: string | undefined;
  readonly checkItemId?: string | undefined;
  readonly photos: readonly string[];
  readonly foundAt: Date;
  readonly foundById: string | null;
  readonly anonymous: boolean;
};

/** Writes the report with everything the rules propose; null when the id has been used before. */
export async function enterHazard(work: Writing, entering: Entering): Promise<StoredHazard | null> {
  const given = await rowOf(work, entering);
  const { rows } = await work.tx.executeQuery<HazardRead>(enteringQuery({ ranges: [], given, fixed: {} }));
  const [written] = rows;
  if (written === undefined) return null;
  const hazard = toHazard(written);
  await declarePhotos(work, hazard, 'before', entering.photos);
  await recordEvent(work, { hazard, step: 'report' });
  await tell(work, entering.id, 'report', 1);
  return { hazard, row: written };
}

/** Every report enters the same columns, so it is prepared once. */
const enteringQuery = compiledOnce((_: Branches, row: Slots<Awaited<ReturnType<typeof rowOf>>>) =>
  blueprint
    .insertInto('hazards')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning(hazardColumns),
);

async function rowOf({ tx, now, today }: Writing, entering: Entering) {
  const { id, unitId, unitPos, pointId, category, foundById, checkItemId = null } = entering;
  const { kind } = categoryDefaults[category];
  const seen = seenAt(entering.foundAt, now);
  const foundOn = dayIn(seen.foundAt);
  const rulesOn = await rulesOfUnit(tx, unitId);
  const asked = { category, source: entering.source, unitId, unitPos, pointId, today };
  const proposal = await proposeBy(tx, asked, deadlinesIn(rulesOn(today)));
  const again = { id, unitId, pointId, category, factor: proposal.factor, checkItemId, foundOn };
  const before = await broughtBack(tx, { ...again, unitPos }, hazardRulesIn(rulesOn(foundOn)).recurrenceDays);
  return {
    ...toRow(reportedHazard({ id, unitId, foundById })),
    id,
    unit_id: unitId,
    point_id: pointId,
    place: entering.place ?? null,
    category,
    factor: proposal.factor,
    key_area: proposal.keyArea,
    kind,
    source: entering.source,
    check_item_id: checkItemId,
    text: entering.text ?? null,
    clause_ids: [...proposal.clauseIds],
    anonymous: entering.anonymous,
    found_by_id: foundById,
    found_on: foundOn,
    found_at: seen.foundAt,
    claimed_at: entering.foundAt,
    clock_suspect: seen.clockSuspect,
    reported_at: now,
    recurrence_of_id: before[0]?.id ?? null,
    recurrences: before.length,
  };
}

/** The receipt of a hazard that has already been let in by other means (a claim code). */
export async function receiptOf(tx: Tx, id: string): Promise<ReportReceipt> {
  const found = await tx
    .selectFrom('hazards')
    .select(['id', 'number', 'unit_id as unitId', 'stage'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { ...found, photos: await photoReceipt(tx, id) };
}
