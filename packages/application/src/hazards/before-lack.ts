import type { Tx } from '@changming/database';
import { sql, type SqlBool } from 'kysely';

/** 缺整改前照片: who handed the work in without one, when, and why there is none. */
export type BeforeLack = { readonly byId: string | null; readonly at: Date; readonly reason: string };

/** The step under which it stands in the course of the hazard. */
export const lackStep = 'lackBefore';

type Declared = readonly { readonly kind: string }[];

export function hasBefore(photos: Declared): boolean {
  return photos.some(({ kind }) => kind === 'before');
}

const noneBefore = sql<SqlBool>`not exists (select from hazard_photos p where p.hazard_id = h.id and p.kind = 'before')`;

/** Why the hazard `h` has no photo before; null where one was announced after all. */
export const lackInRow = sql<string | null>`(
  select e.note from hazard_events e where e.hazard_id = h.id and e.step = ${sql.lit(lackStep)} and ${noneBefore} order by e.seq desc limit 1)`;

/** Whether the hazard `h` lacks one; the few of which it was said have an index of their own. */
export const isLacking = sql<SqlBool>`(h.id in (select e.hazard_id from hazard_events e where e.step = ${sql.lit(lackStep)}) and ${noneBefore})`;

/** Null once a photo from before was announced: then nothing is lacking. */
export async function beforeLackOf(tx: Tx, hazardId: string, photos: Declared): Promise<BeforeLack | null> {
  if (hasBefore(photos)) return null;
  const said = await tx
    .selectFrom('hazard_events')
    .select(['by_id as byId', 'at', 'note'])
    .where('hazard_id', '=', hazardId)
    .where('step', '=', lackStep)
    .orderBy('seq', 'desc')
    .executeTakeFirst();
  return said === undefined ? null : { byId: said.byId, at: said.at, reason: said.note ?? '' };
}
