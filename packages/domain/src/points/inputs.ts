import { z } from 'zod';

import { day, id, keysetCursor, pageLimit, queryFlag, queryList, text } from '../kernel/index.ts';
import { overrideInput } from '../workforce/index.ts';
import { pointKinds } from './kinds.ts';
import { readPlateCode } from './plate-code.ts';
import { drawnKinds, placeUnits, sheetKinds } from './sheets.ts';

/** A code as typed or scanned. */
export const plateCodeInput = text(40).transform(readPlateCode);

const kept = {
  keeperId: id,
  from: day,
  /** 放行, by somebody who may lift gates. */
  override: overrideInput.optional(),
} as const;

/** What an office writes of a point beside its name; null takes it away, what is left out stays. */
const details = {
  /** 编号 the office gives it. */
  ownNo: text(40).nullable().optional(),
  place: text(80).nullable().optional(),
  remark: text(500).nullable().optional(),
} as const;

export const createPointInput = z.strictObject({
  id: id.optional(),
  unitId: id,
  name: text(80),
  kind: z.enum(pointKinds).default('other'),
  keeper: z.strictObject(kept).optional(),
  ...details,
});
export const editPointInput = z.strictObject({ pointId: id, version: z.int(), name: text(80), kind: z.enum(pointKinds), ...details });
export const closePointInput = z.strictObject({ pointId: id, reason: text(200) });
export const keepPointInput = z.strictObject({ pointId: id, ...kept });

export const pointFilter = z.strictObject({
  unitId: id.optional(),
  withBelow: queryFlag.default(true),
  kind: queryList(z.enum(pointKinds)).optional(),
  closed: queryFlag.optional(),
  withoutKeeper: queryFlag.optional(),
  /** 重点部位 only. */
  key: queryFlag.optional(),
  q: text(40).optional(),
  after: keysetCursor([text(80), id]).optional(),
  limit: pageLimit,
});
export type PointFilter = z.output<typeof pointFilter>;

/** Which plates to print: the points that the conditions name, or some of them one by one. */
export const plateFilter = pointFilter.omit({ after: true, limit: true, closed: true }).extend({ id: queryList(id).optional() });
export type PlateFilter = z.output<typeof plateFilter>;

/** As many rows as one workbook holds. */
export const mostPoints = 20_000;

/** As many plates as one file holds: fifty pages. */
export const mostPlates = 500;

/** 确定重点部位 (公安部令第61号 art. 19): from which day, and why. */
export const determineKeyInput = z.strictObject({ pointId: id, from: day, reason: text(200) });
export const endKeyInput = z.strictObject({ pointId: id, reason: text(200) });

/** A series of sheets: its versions follow one another. */
export const createSheetInput = z.strictObject({
  id: id.optional(),
  unitId: id,
  /** The point that the sheet belongs to; without one it is the unit's. */
  pointId: id.nullable().default(null),
  kind: z.enum(drawnKinds),
  name: text(80),
});
export const issueSheetInput = z.strictObject({ sheetId: id, evidenceId: id, note: text(200).nullable().default(null) });
export const withdrawSheetInput = z.strictObject({ sheetId: id, reason: text(200) });

const coordinate = z.int().min(0).max(placeUnits);
export const placePointInput = z.strictObject({ sheetId: id, pointId: id, x: coordinate, y: coordinate });
export const removePlaceInput = z.strictObject({ sheetId: id, pointId: id });

export const sheetFilter = z.strictObject({
  unitId: id.optional(),
  withBelow: queryFlag.default(true),
  kind: queryList(z.enum(sheetKinds)).optional(),
  pointId: id.optional(),
  withdrawn: queryFlag.optional(),
  after: keysetCursor([text(80), id]).optional(),
  limit: pageLimit,
});
export type SheetFilter = z.output<typeof sheetFilter>;
