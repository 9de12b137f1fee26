import { z } from 'zod';

import { sha256 } from '../evidence/index.ts';
import { day, id, text } from '../kernel/index.ts';
import { fireCheckKinds, fireConditions, fireKinds, placeCheckKinds, spotItems } from './fire-kinds.ts';
import { isMonthOrDay } from './months.ts';
import { inspectionKinds, inspectionResults, registrations, specialCategories, specialStates } from './special-kinds.ts';

/** `2024-07` or `2024-07-15`: as precise as the nameplate. */
export const monthOrDay = z.string().refine(isMonthOrDay, { message: '请填写存在的年月或日期，如 2024-07 或 2024-07-15' });

const one = { equipmentId: id } as const;
const versioned = { ...one, version: z.int() } as const;

const special = {
  ownNo: text(40).nullable().default(null),
  name: text(60),
  category: z.enum(specialCategories),
  model: text(60).nullable().default(null),
  registration: z.enum(registrations).default('unstated'),
  registerNo: text(60).nullable().default(null),
  useFrom: day.nullable().default(null),
  pointId: id.nullable().default(null),
  keeperId: id.nullable().default(null),
  remark: text(500).nullable().default(null),
} as const;

export const registerSpecialInput = z.strictObject({ id: id.optional(), unitId: id, ...special });
export const editSpecialInput = z.strictObject({ ...versioned, unitId: id, ...special });
export type SpecialFacts = Omit<z.output<typeof registerSpecialInput>, 'id'>;

export const recordInspectionInput = z.strictObject({
  ...one,
  id: id.optional(),
  kind: z.enum(inspectionKinds).default('periodic'),
  on: day,
  result: z.enum(inspectionResults),
  nextDueOn: day.nullable().default(null),
  reportNo: text(60).nullable().default(null),
  agency: text(80).nullable().default(null),
  /** The record that this one puts right: it no longer counts. */
  correctsId: id.optional(),
});

export const changeSpecialStateInput = z.strictObject({ ...one, to: z.enum(specialStates), on: day, reason: text(200) });

export const nameOperatorInput = z.strictObject({
  ...one,
  id: id.optional(),
  personId: id,
  /** 作业项目 as on the certificate: `N1`, `G1`, `R1`. */
  certificateKind: text(40).nullable().default(null),
  certificateNo: text(40).nullable().default(null),
  validTo: day.nullable().default(null),
  from: day,
});
export const endOperatorInput = z.strictObject({ ...one, operatorId: id, on: day });

const fire = {
  no: text(40).nullable().default(null),
  kind: z.enum(fireKinds),
  name: text(60).nullable().default(null),
  model: text(60).nullable().default(null),
  place: text(80).nullable().default(null),
  pointId: id.nullable().default(null),
  madeOn: monthOrDay.nullable().default(null),
  servicedOn: monthOrDay.nullable().default(null),
  scrapStatedOn: monthOrDay.nullable().default(null),
  keeperId: id.nullable().default(null),
  remark: text(500).nullable().default(null),
} as const;

export const registerFireInput = z.strictObject({
  id: id.optional(),
  unitId: id,
  ...fire,
  condition: z.enum(fireConditions).exclude(['scrapped']).default('intact'),
});
export const editFireInput = z.strictObject({ ...versioned, unitId: id, ...fire });
export type FireFacts = Omit<z.output<typeof registerFireInput>, 'id' | 'condition'>;

const spotAnswers = z.partialRecord(z.enum(spotItems), z.enum(['right', 'wrong', 'none']));
export type SpotAnswers = z.output<typeof spotAnswers>;

/** Photos that one check may declare. */
const mostCheckPhotos = 9;

export const checkFireInput = z.strictObject({
  ...one,
  id: id.optional(),
  kind: z.enum(fireCheckKinds).default('spot'),
  on: day,
  /** When it was done, as the phone's clock says: the day follows from it, as far as it can be true. */
  doneAt: z.iso
    .datetime({ offset: true })
    .transform((written) => new Date(written))
    .optional(),
  /** Of a look-over every item is answered; other checks have none. */
  items: spotAnswers.default({}),
  /** What the gauge shows, as written. */
  reading: text(40).nullable().default(null),
  condition: z.enum(fireConditions).exclude(['scrapped']),
  note: text(200).nullable().default(null),
  /** 点位码 of the plate that was scanned. */
  plate: text(40).optional(),
  /** Announced by their hashes; they are sent afterwards. */
  photos: z.array(sha256).max(mostCheckPhotos).default([]),
  correctsId: id.optional(),
});

/** 缺陷转隐患: the id of the hazard to be was made on the phone, so that sending twice is sending once. */
export const reportDefectInput = z.strictObject({
  checkId: id,
  id: z.uuidv7(),
  /** What is wrong, in the words of whoever saw it. */
  text: text(2000),
  foundAt: z.iso.datetime({ offset: true }).optional(),
});

export const scrapFireInput = z.strictObject({ ...one, on: day, reason: text(200) });

export const checkPlaceInput = z.strictObject({
  id: id.optional(),
  unitId: id,
  pointId: id.nullable().default(null),
  kind: z.enum(placeCheckKinds),
  on: day,
  passed: z.boolean(),
  /** Pressure, run time, level: name and value as written. */
  readings: z
    .array(z.strictObject({ name: text(20), value: text(40) }))
    .max(20)
    .default([]),
  note: text(200).nullable().default(null),
  reportNo: text(60).nullable().default(null),
});
