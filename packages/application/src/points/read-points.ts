import { toPage, within } from '@changming/database';
import { keyOf, refuse } from '@changming/domain/kernel';
import { mostPlates, type PlateFilter, type PointFilter, plateCodeInput } from '@changming/domain/points';
import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely';
import type { Tables } from '@changming/database';

import { query, type Reading } from '../context.ts';
import { rangesOf } from '../units/index.ts';
import { detailsOf, withDetails } from './details.ts';
import { keeperOn, keeps, keepsOn } from './keepers.ts';
import { sheetsAt } from './read-sheets.ts';
import { pointInScope } from './store.ts';

const shown = ['p.id', 'p.code', 'p.name', 'p.kind', 'p.unit_id as unitId', 'p.closed_on as closedOn', 'p.version'] as const;

function points({ tx, today }: Pick<Reading, 'tx' | 'today'>) {
  return tx
    .selectFrom('points as p')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('appointments as a')
          .innerJoin('persons as person', 'person.id', 'a.person_id')
          .select(['person.id as keeperId', 'person.name as keeper', 'person.staff_no as keeperNo'])
          .whereRef('a.point_id', '=', 'p.id')
          .where(keepsOn(today))
          .orderBy('a.from_on', 'desc')
          .limit(1)
          .as('k'),
      (join) => join.onTrue(),
    )
    .leftJoin('key_positions as key', (join) => join.onRef('key.point_id', '=', 'p.id').on('key.to_on', 'is', null))
    .select([...shown, 'u.name as unit', 'k.keeperId', 'k.keeper'])
    .select((eb) => eb('key.id', 'is not', null).$castTo<boolean>().as('keyPosition'));
}

type Asked = Omit<PointFilter, 'limit'>;

/** Those that the filter names; which branch they are of is the caller's to say. */
export function picked(work: Pick<Reading, 'tx' | 'today'>, filter: Asked) {
  return points(work)
    .where((eb) => eb.and(conditions(eb as never, filter)))
    .$if(filter.withoutKeeper === true, (each) => each.where('k.keeperId', 'is', null))
    .$if(filter.key !== undefined, (each) => each.where('key.id', filter.key === true ? 'is not' : 'is', null));
}

/** 点位 of the caller's branches or of one unit, with or without the units below it, by name and then as their units stand in the tree. */
export const listPoints = query({
  permission: 'points.read',
  async run(work, filter: PointFilter) {
    const { tx, scope } = work;
    const branch = await rangesOf({ tx, scope }, { unitId: filter.unitId });
    const rows = await picked(work, filter)
      .where((eb) => within(eb.ref('p.unit_pos'), branch))
      .orderBy('p.name')
      .orderBy('p.unit_pos')
      .orderBy('p.id')
      .limit(filter.limit + 1)
      .execute();
    return toPage(
      await withDetails(tx, rows),
      filter.limit,
      ({ name, id }) => `${name}~${id}`,
      (row) => row,
    );
  },
});

/** The points in use whose plates are to be printed, by name: all that the filter picks, or none. */
export const listPlates = query({
  permission: 'points.read',
  async run(work, { id, ...filter }: PlateFilter) {
    const { tx, scope } = work;
    const branch = await rangesOf({ tx, scope }, { unitId: filter.unitId });
    const rows = await picked(work, filter)
      .where((eb) => within(eb.ref('p.unit_pos'), branch))
      .$if(id !== undefined, (each) => each.where('p.id', 'in', id ?? []))
      .orderBy('p.name')
      .orderBy('p.unit_pos')
      .orderBy('p.id')
      .limit(mostPlates + 1)
      .execute();
    if (rows.length === 0) refuse('missing', 'points.no_plates');
    return rows.length > mostPlates ? refuse('invalid', 'points.too_many_plates', { most: mostPlates }) : rows;
  },
});

type Seen = ExpressionBuilder<Tables & { p: Tables['points'] }, 'p'>;

function conditions(eb: Seen, { unitId, withBelow, kind, closed, q, after }: Asked): Expression<SqlBool>[] {
  const key = q === undefined ? null : keyOf(q).replace(/[\\%_]/g, '\\$&');
  return [
    ...(closed === true ? [] : [eb('p.closed_on', 'is', null)]),
    ...(unitId !== undefined && !withBelow ? [eb('p.unit_id', '=', unitId)] : []),
    ...(kind === undefined ? [] : [eb('p.kind', 'in', kind)]),
    ...(key === null ? [] : [eb('p.search_key', 'like', `%${key}%`)]),
    ...(after === undefined ? [] : [beyond(after)]),
  ];
}

/** Those of one name stand as their units do in the tree; the cursor's point says where it stood. */
function beyond([name, id]: readonly [string, string]): Expression<SqlBool> {
  return sql<SqlBool>`(p.name, p.unit_pos, p.id) > (${name}, coalesce((select last.unit_pos from points last where last.id = ${id}), 0), ${id}::uuid)`;
}

/** One point, with everybody who has kept it, latest first. */
export const readPoint = query({
  permission: 'points.read',
  async run(work, { pointId }: { pointId: string }) {
    const { tx, scope } = work;
    const { opened_on: openedOn } = await pointInScope(tx, scope, pointId);
    const point = await points(work).where('p.id', '=', pointId).executeTakeFirstOrThrow();
    const keepers = await tx
      .selectFrom('appointments as a')
      .innerJoin('persons as person', 'person.id', 'a.person_id')
      .select(['person.id as personId', 'person.name', 'a.from_on as from', 'a.to_on as to'])
      .where('a.point_id', '=', pointId)
      .where(keeps)
      .orderBy('a.from_on', 'desc')
      .limit(200)
      .execute();
    const keySpans = await tx
      .selectFrom('key_positions')
      .select(['reason', 'from_on as from', 'to_on as to', 'ending'])
      .where('point_id', '=', pointId)
      .orderBy('from_on', 'desc')
      .limit(50)
      .execute();
    const details = await detailsOf(tx, pointId);
    return { ...point, ...details, openedOn, keepers, keySpans, sheets: await sheetsAt(work, { id: pointId, unit_id: point.unitId }) };
  },
});

/** Who kept a point on a day of the past, at the desk of whoever may see the point. */
export const readKeeperOn = query({
  permission: 'points.read',
  async run({ tx, scope }, { pointId, on }: { pointId: string; on: string }) {
    await pointInScope(tx, scope, pointId);
    return keeperOn(tx, pointId, on);
  },
});

/** The point behind a scanned plate, for whoever may report in its unit. */
export const readPlate = query({
  permission: 'hazards.report',
  async run(work, { code }: { code: string }) {
    const point = await points(work)
      .where('p.code', '=', plateCodeInput.parse(code))
      .where('p.closed_on', 'is', null)
      .where((eb) => within(eb.ref('p.unit_pos'), work.scope))
      .executeTakeFirst();
    if (point === undefined) refuse('missing', 'points.not_found', { code });
    return { ...point, ...(await detailsOf(work.tx, point.id)) };
  },
});
