import { id, refuse } from '@changming/domain/kernel';
import type { RiskLevel } from '@changming/domain/risks';
import { z } from 'zod';

import { command, query, type Reading } from '../context.ts';
import { issueVersion, placesOn, type PlacedPoint, sheetInScope, type StoredSheet } from '../points/index.ts';
import { type PointColours, pointStates } from './point-states.ts';

export type MappedPoint = PlacedPoint & PointColours;

/** 四色图: the points on a floor plan with the worse of what they are by nature and what they are now. */
export const readMap = query({
  permission: 'risks.read',
  run: async (work, { planId }: { planId: string }) => mapInScope(work, planId),
});

/** @throws `missing` for a plan outside the scope */
export async function mapInScope(work: Reading, planId: string) {
  const plan = await planInScope(work, planId);
  const picture = await currentPicture(work, planId);
  const { name: unit } = await work.tx.selectFrom('units').select('name').where('id', '=', plan.unit_id).executeTakeFirstOrThrow();
  return {
    plan: {
      id: plan.id,
      name: plan.name,
      unitId: plan.unit_id,
      unit,
      number: picture?.number ?? null,
      evidenceId: picture?.evidenceId ?? null,
    },
    points: await mapped(work, planId),
    printed: await printInForce(work, planId),
  };
}

async function planInScope({ tx, scope }: Pick<Reading, 'tx' | 'scope'>, planId: string): Promise<StoredSheet> {
  const plan = await sheetInScope(tx, scope, planId);
  return plan.kind === 'floorPlan' ? plan : refuse('conflict', 'points.not_a_floor_plan', { name: plan.name });
}

async function mapped(work: Pick<Reading, 'tx' | 'today'>, planId: string): Promise<MappedPoint[]> {
  const places = await placesOn(work, planId);
  const states = await pointStates(
    work,
    places.map(({ pointId }) => pointId),
  );
  return places.flatMap((place) => {
    const state = states.get(place.pointId);
    return state === undefined ? [] : [{ ...place, ...state }];
  });
}

async function currentPicture({ tx }: Pick<Reading, 'tx'>, planId: string) {
  return tx
    .selectFrom('point_sheet_versions')
    .select(['number', 'evidence_id as evidenceId'])
    .where('sheet_id', '=', planId)
    .where('replaced_on', 'is', null)
    .executeTakeFirst();
}

/** The print in force, if there is one. */
async function printInForce({ tx }: Pick<Reading, 'tx'>, planId: string) {
  const found = await tx
    .selectFrom('point_sheets as s')
    .innerJoin('point_sheet_versions as v', 'v.sheet_id', 's.id')
    .select(['v.number', 'v.code', 'v.issued_on as issuedOn'])
    .where('s.plan_id', '=', planId)
    .where('v.replaced_on', 'is', null)
    .executeTakeFirst();
  return found ?? null;
}

/**
 * Makes a print of the map that can be asked whether it still holds. As long as no point was moved and no colour changed the print in force
 * is the same one.
 */
export const issueMap = command({
  permission: 'risks.edit',
  name: 'risks.issueMap',
  input: z.strictObject({ planId: id }),
  async run(work, { planId }) {
    const plan = await planInScope(work, planId);
    const standing = await printInForce(work, planId);
    if (standing !== null) return work.trail([], standing);
    const picture = await currentPicture(work, planId);
    const shown = { plan: picture?.number ?? null, points: coloursShown(await mapped(work, planId)) };
    const { number, code } = await issueVersion(work, await mapSheetOf(work, plan), { evidenceId: null, shown, note: null });
    const printed = { number, code, issuedOn: work.today };
    return work.trail(
      { subjectId: planId, unitId: plan.unit_id, before: null, after: { printed: number, points: shown.points.length } },
      printed,
    );
  },
});

function coloursShown(points: readonly MappedPoint[]): { readonly id: string; readonly level: RiskLevel | null }[] {
  return points.map(({ pointId, inherent }) => ({ id: pointId, level: inherent }));
}

type Working = Parameters<typeof issueVersion>[0];

/** The series of prints of a plan's map; made with the first one. */
async function mapSheetOf({ tx, newId, today }: Working, plan: StoredSheet): Promise<string> {
  const found = await tx.selectFrom('point_sheets').select('id').where('plan_id', '=', plan.id).executeTakeFirst();
  if (found !== undefined) return found.id;
  const row = { id: newId(), unit_id: plan.unit_id, point_id: null, kind: 'fourColour' as const, name: plan.name, plan_id: plan.id };
  await tx
    .insertInto('point_sheets')
    .values({ ...row, opened_on: today, closed_on: null })
    .execute();
  return row.id;
}
