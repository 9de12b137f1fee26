import { recordKinds, recordTrailFilter, trailFilter } from '@changming/domain/audit';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { json, refused, route } from './route.ts';

const told = z.record(z.string(), z.unknown()).nullable();

const toldRecord = z
  .object({
    /** Its id; the code of an item of certificates. */
    id: z.string(),
    kind: z.enum(recordKinds),
    name: z.string().nullable(),
    nameEn: z.string().nullable(),
    no: z.string().nullable(),
    /** Whether the reader may open its page. */
    opens: z.boolean(),
  })
  .meta({ id: 'TrailRecord' });

export const trailEntry = z
  .object({
    id,
    /** What was done; `packages/phrases` has a sentence for each. */
    verb: z.string(),
    subjectId: id,
    unitId: id.nullable(),
    unit: z.string().nullable(),
    /** This and the account, where whoever did it lies in the reader's branch. */
    personId: id.nullable(),
    /** Who did it, wherever he lies: the name of the person, or the login of an account without one. */
    person: z.string().nullable(),
    accountId: id.nullable(),
    /** The login of an account at which somebody tried in vain to sign in, for those who read the whole trail. */
    tried: z.string().nullable(),
    /** The records that the row points to, as they are called today; those that the reader may not see are not there. */
    records: z.array(toldRecord),
    via: z.enum(['session', 'token', 'door', 'clock', 'shell']),
    ip: z.string().nullable(),
    before: told,
    after: told,
    at: z.iso.datetime(),
  })
  .meta({ id: 'TrailEntry' });
export type TrailEntry = z.infer<typeof trailEntry>;

const trailPage = z.object({ items: z.array(trailEntry), next: z.string().nullable() });
const tags: string[] = ['audit'];
const known = { 401: refused, 403: refused, 422: refused } as const;

export const searchTrail = route({
  tags,
  method: 'get',
  path: '/audit/trail',
  summary: '审计轨迹',
  access: 'audit.readTrail',
  request: { query: trailFilter },
  responses: { 200: json('轨迹，新的在前', trailPage.extend({ tooMany: z.boolean() })), ...known },
});

export const readRecordTrail = route({
  tags,
  method: 'get',
  path: '/audit/records/{subjectId}/trail',
  summary: '一条记录的轨迹',
  access: 'audit.readRecordTrail',
  request: { params: z.strictObject({ subjectId: id }), query: recordTrailFilter },
  responses: { 200: json('轨迹，新的在前', trailPage), ...known },
});

export const readAccountTrail = route({
  tags,
  method: 'get',
  path: '/audit/accounts/{accountId}/trail',
  summary: '一个账号的轨迹',
  access: 'access.readAccounts',
  request: { params: z.strictObject({ accountId: id }), query: recordTrailFilter },
  responses: { 200: json('轨迹，新的在前', trailPage), ...known, 404: refused },
});

export const sealing = z
  .object({
    checkpoint: z.object({ size: z.int(), root: z.string(), note: z.string(), at: z.iso.datetime() }).nullable(),
    /** Rows that wait for the next checkpoint. */
    waiting: z.int(),
  })
  .meta({ id: 'TrailSealing' });
export type Sealing = z.infer<typeof sealing>;

export const readSealing = route({
  tags,
  method: 'get',
  path: '/audit/sealing',
  summary: '轨迹封存情况',
  access: 'audit.readTrail',
  responses: { 200: json('最近的封存点', sealing), 401: refused, 403: refused },
});
