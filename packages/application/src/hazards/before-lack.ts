import type { Tx } from '@changming/database';

/** 缺整改前照片: who handed the work in without one, when, and why there is none. */
export type BeforeLack = { readonly byId: string | null; readonly at: Date; readonly reason: string };

/** The step under which it stands in the course of the hazard. */
export const lackStep = 'lackBefore';

type Declared = readonly { readonly kind: string }[];

export function hasBefore(photos: Declared): boolean {
  return photos.some(({ kind }) => kind === 'before');
}

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
