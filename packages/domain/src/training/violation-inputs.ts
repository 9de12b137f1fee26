import { z } from 'zod';

import { day, id, instant, keysetCursor, pageLimit, queryFlag, queryList, text } from '../kernel/index.ts';
import { topics } from './questions.ts';
import { handlings, reEducationWays, violationKinds, violationStandings } from './violations.ts';

/** Photos by the hash that the sender declared. */
const photoHashes = z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(9);

export const recordViolationInput = z.strictObject({
  id: id.optional(),
  /** Somebody of the group, whose unit it then counts for. */
  personId: id.optional(),
  /** Somebody from elsewhere, by name, and where it happened. */
  outsider: z.strictObject({ name: text(40), of: text(80).nullable().default(null), unitId: id }).optional(),
  kind: z.enum(violationKinds),
  what: text(300),
  clause: text(200).nullable().default(null),
  pointId: id.nullable().default(null),
  place: text(80).nullable().default(null),
  foundAt: instant,
  photos: photoHashes.default([]),
});

const one = { violationId: id } as const;
export const handleViolationInput = z.strictObject({
  ...one,
  version: z.int(),
  handling: z.enum(handlings),
  /** 分. */
  fineFen: z.int().min(1).max(100_000_000).nullable().default(null),
  note: text(300).nullable().default(null),
});
export const reEducateInput = z.strictObject({
  ...one,
  version: z.int(),
  how: z.enum(reEducationWays),
  on: day,
  sessionId: id.nullable().default(null),
  talk: text(1000).nullable().default(null),
});
export const voidViolationInput = z.strictObject({ ...one, version: z.int(), reason: text(200) });

/** Proved by a session attended or an exam passed since it was owed. */
export const retrainInput = z.strictObject({
  retrainingId: id,
  sessionId: id.nullable().default(null),
  resultId: id.nullable().default(null),
});

export const praiseInput = z.strictObject({
  id: id.optional(),
  unitId: id.optional(),
  personId: id.nullable().default(null),
  who: text(40).nullable().default(null),
  what: text(300),
  place: text(80).nullable().default(null),
  on: day,
  photos: photoHashes.default([]),
});

export const checkBehaviourInput = z.strictObject({
  id: id.optional(),
  unitId: id,
  on: day,
  pointId: id.nullable().default(null),
  place: text(80).nullable().default(null),
  observed: z.int().min(1).max(1000),
  safe: z.int().min(0).max(1000),
  topics: z.array(z.enum(topics)).max(topics.length).default([]),
  note: text(300).nullable().default(null),
});

const branch = { unitId: id.optional(), withBelow: queryFlag.default(true) } as const;
const page = { after: keysetCursor([day, id]).optional(), limit: pageLimit } as const;

export const violationFilter = z.strictObject({
  ...branch,
  kind: queryList(z.enum(violationKinds)).optional(),
  standing: queryList(z.enum(violationStandings)).optional(),
  personId: id.optional(),
  from: day.optional(),
  until: day.optional(),
  ...page,
});
export type ViolationFilter = z.output<typeof violationFilter>;

export const besideFilter = z.strictObject({ ...branch, from: day.optional(), until: day.optional(), ...page });
export type BesideFilter = z.output<typeof besideFilter>;

export const findPeopleFilter = z.strictObject({ q: text(40) });

/** As many rows as one workbook holds. */
export const mostViolations = 20_000;
