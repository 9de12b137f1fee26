import { alongWithNext, blueprint, type Branches, compiledOnce, type HazardPhotoKind, type Slots, type Tx } from '@changming/database';
import { countPhotos, type DeclaredPhoto, type Hazard, type PhotoCounts } from '@changming/domain/hazards';
import { sql } from 'kysely';

import type { Writing } from '../context.ts';
import { arraysAsTable, arraysOf } from '../rows-as-table.ts';
import { type BeforeLack, beforeLackOf } from './before-lack.ts';
import type { StoredHazard } from './store.ts';

/** Notes the hashes that the phone says it has; the photos themselves come later and in any order. Said again, it is awaited anew. */
export async function declarePhotos(
  { tx, now, newId, actor }: Writing,
  hazard: Pick<Hazard, 'id' | 'reopenings'>,
  kind: HazardPhotoKind,
  hashes: readonly string[],
): Promise<void> {
  if (hashes.length === 0) return;
  const rows = hashes.map((sha256, at) => ({ id: newId(), sha256, at }));
  const declared = { hazardId: hazard.id, round: hazard.reopenings, kind, byId: actor.personId, now, ...arraysOf(photoColumns, rows) };
  await alongWithNext(tx, declaringQuery({ ranges: [], given: declared, fixed: {} }));
}

const photoColumns = { id: 'uuid', sha256: 'text', at: 'integer' } as const;

type Declared = Readonly<Record<keyof typeof photoColumns, string>> & {
  readonly hazardId: string;
  readonly round: number;
  readonly kind: HazardPhotoKind;
  readonly byId: string | null;
  readonly now: Date;
};

/** Nearly every report brings some, so it is prepared once for any number of them. */
const declaringQuery = compiledOnce((_: Branches, { hazardId, round, kind, byId, now, ...arrays }: Slots<Declared>) => ({
  compile: () =>
    sql`
      insert into hazard_photos (id, hazard_id, round, kind, sha256, at, declared_by_id, declared_at)
      select photo.id, ${hazardId}, ${round}, ${kind}, photo.sha256, photo.at, ${byId}, ${now}
      from ${arraysAsTable('photo', photoColumns, arrays)}
      on conflict (hazard_id, round, kind, sha256) do update
        set declared_again_at = excluded.declared_at, given_up_at = null, given_up_by_id = null, given_up_reason = null
        where hazard_photos.declared_at < excluded.declared_at`.compile(blueprint),
}));

/** Whether the photo of `p` has arrived: the evidence of that hash, sent for that hazard. */
const arrivedFor = sql<boolean>`exists (
  select from evidence e where e.subject_id = p.hazard_id and e.sha256 = p.sha256 and e.arrived_at is not null)`;

export type StoredPhoto = DeclaredPhoto & { readonly sha256: string; readonly declaredById: string | null };

/** Every photo that was declared for the hazard. */
export async function declaredPhotos(tx: Tx, hazardId: string): Promise<StoredPhoto[]> {
  return tx
    .selectFrom('hazard_photos as p')
    .select(['p.kind', 'p.round', 'p.sha256', 'p.declared_by_id as declaredById', 'p.given_up_by_id as givenUpById'])
    .select((eb) => eb.fn.coalesce('p.declared_again_at', 'p.declared_at').as('declaredAt'))
    .select(arrivedFor.as('arrived'))
    .where('p.hazard_id', '=', hazardId)
    .orderBy('p.declared_at')
    .orderBy('p.at')
    .execute();
}

/** What a hazard has of photos, and why one from before is lacking. */
export type Shown = { readonly declared: readonly StoredPhoto[]; readonly lack: BeforeLack | null };

export async function shownOf(tx: Tx, hazardId: string): Promise<Shown> {
  const declared = await declaredPhotos(tx, hazardId);
  return { declared, lack: await beforeLackOf(tx, hazardId, declared) };
}

/**
 * What the lifecycle asks of them: work may be handed in while photos are on their way. A hazard from a ledger had none before; whoever said
 * that none could be taken has given it up.
 */
export function countsOf({ declared, lack }: Shown, { hazard, row }: StoredHazard): PhotoCounts {
  const counts = countPhotos(declared, hazard);
  const givers = [...(counts.givenUpByIds ?? []), ...(lack?.byId == null ? [] : [lack.byId])];
  return { ...counts, givenUpByIds: [...new Set(givers)], opening: row.origin === 'opening', beforeLacked: lack !== null };
}

export async function photoCounts(tx: Tx, stored: StoredHazard): Promise<PhotoCounts> {
  return countsOf(await shownOf(tx, stored.hazard.id), stored);
}

/** Every report and every photo that comes in asks for it, so it is prepared once. */
const arrivalsQuery = compiledOnce((_: Branches, { hazardId }: Slots<{ readonly hazardId: string }>) =>
  blueprint
    .selectFrom('hazard_photos as p')
    .select(['p.sha256', arrivedFor.as('arrived')])
    .distinct()
    .where('p.hazard_id', '=', hazardId),
);

export type PhotoReceipt = { readonly declared: number; readonly missing: string[]; readonly complete: boolean };

/** 回执: which declared photos have not arrived. The record is complete when none is missing. */
export async function photoReceipt(tx: Tx, hazardId: string): Promise<PhotoReceipt> {
  const { rows } = await tx.executeQuery<{ sha256: string; arrived: boolean }>(
    arrivalsQuery({ ranges: [], given: { hazardId }, fixed: {} }),
  );
  const missing = rows.filter(({ arrived }) => !arrived).map(({ sha256 }) => sha256);
  return { declared: rows.length, missing, complete: missing.length === 0 };
}
