import { toPage, within } from '@changming/database';
import type { SheetFilter } from '@changming/domain/points';

import { query, type Reading } from '../context.ts';
import { rangesOf } from '../units/index.ts';
import { sheetInScope } from './sheet-store.ts';

/** Series of sheets with their version in force. */
export function sheets({ tx }: Pick<Reading, 'tx'>) {
  return tx
    .selectFrom('point_sheets as s')
    .innerJoin('units as u', 'u.id', 's.unit_id')
    .leftJoin('points as p', 'p.id', 's.point_id')
    .leftJoin('point_sheet_versions as v', (join) => join.onRef('v.sheet_id', '=', 's.id').on('v.replaced_on', 'is', null))
    .select(['s.id', 's.kind', 's.name', 's.unit_id as unitId', 'u.name as unit', 's.point_id as pointId', 'p.name as point'])
    .select(['s.plan_id as planId', 's.opened_on as openedOn', 's.closed_on as closedOn', 's.version'])
    .select(['v.number', 'v.code', 'v.evidence_id as evidenceId', 'v.issued_on as issuedOn']);
}

/** 图纸 of the caller's branches or of one unit, by name. */
export const listSheets = query({
  permission: 'points.read',
  async run(work, { unitId, withBelow, kind, pointId, withdrawn, after, limit }: SheetFilter) {
    const branch = await rangesOf(work, { unitId, withBelow });
    const rows = await sheets(work)
      .where((eb) => within(eb.ref('s.unit_pos'), branch))
      .$if(withdrawn !== true, (each) => each.where('s.closed_on', 'is', null))
      .$if(kind !== undefined, (each) => each.where('s.kind', 'in', kind ?? []))
      .$if(pointId !== undefined, (each) => each.where('s.point_id', '=', pointId ?? ''))
      .$if(after !== undefined, (each) =>
        each.where((eb) => eb(eb.refTuple('s.name', 's.id'), '>', eb.tuple(after?.[0] ?? '', after?.[1] ?? ''))),
      )
      .orderBy('s.name')
      .orderBy('s.id')
      .limit(limit + 1)
      .execute();
    return toPage(
      rows,
      limit,
      ({ name, id }) => `${name}~${id}`,
      (row) => row,
    );
  },
});

/** One series with all its versions, the latest first, and on a floor plan where the points stand. */
export const readSheet = query({
  permission: 'points.read',
  async run(work, { sheetId }: { sheetId: string }) {
    const { tx, scope } = work;
    await sheetInScope(tx, scope, sheetId);
    const sheet = await sheets(work).where('s.id', '=', sheetId).executeTakeFirstOrThrow();
    const versions = await tx
      .selectFrom('point_sheet_versions as v')
      .leftJoin('persons as by', 'by.id', 'v.issued_by_id')
      .select(['v.id', 'v.number', 'v.code', 'v.evidence_id as evidenceId', 'v.note', 'v.issued_on as issuedOn'])
      .select(['v.replaced_on as replacedOn', 'by.name as issuedBy'])
      .where('v.sheet_id', '=', sheetId)
      .orderBy('v.number', 'desc')
      .limit(200)
      .execute();
    return { ...sheet, versions, places: await placesOn(work, sheetId) };
  },
});

export type PlacedPoint = {
  readonly pointId: string;
  readonly name: string;
  readonly unit: string;
  readonly code: string;
  readonly x: number;
  readonly y: number;
};

/** The open points on a plan, in the order of their names. */
export async function placesOn({ tx }: Pick<Reading, 'tx'>, planId: string): Promise<PlacedPoint[]> {
  return tx
    .selectFrom('plan_places as place')
    .innerJoin('points as p', 'p.id', 'place.point_id')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .select(['p.id as pointId', 'p.name', 'u.name as unit', 'p.code', 'place.x', 'place.y'])
    .where('place.sheet_id', '=', planId)
    .where('p.closed_on', 'is', null)
    .orderBy('p.name')
    .orderBy('p.id')
    .execute();
}

/** What hangs on the wall at a point: its own sheets and those of its unit, in force. */
export async function sheetsAt(work: Pick<Reading, 'tx'>, point: { readonly id: string; readonly unit_id: string }) {
  const rows = await sheets(work)
    .where('s.unit_id', '=', point.unit_id)
    .where('s.closed_on', 'is', null)
    .where('s.kind', 'in', ['layout', 'escapeRoute', 'fireEquipment'])
    .where((eb) => eb.or([eb('s.point_id', '=', point.id), eb('s.point_id', 'is', null)]))
    .where('v.evidence_id', 'is not', null)
    .orderBy('s.kind')
    .orderBy('s.name')
    .limit(20)
    .execute();
  return rows.flatMap(({ id, kind, name, number, evidenceId, issuedOn }) =>
    number === null || evidenceId === null || issuedOn === null ? [] : [{ id, kind, name, number, evidenceId, issuedOn }],
  );
}
