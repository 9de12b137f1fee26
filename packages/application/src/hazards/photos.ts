import { alongWithNext, blueprint, type Branches, compiledOnce, type HazardPhotoKind, type Slots, type Tx } from '@changming/database';
import type { Hazard, PhotoCounts } from '@changming/domain/hazards';
import { sql } from 'kysely';

import type { Writing } from '../context.ts';
import { arraysAsTable, arraysOf } from '../rows-as-table.ts';

/** Notes the hashes that the phone says it has; the photos themselves come later and in any order. Said twice, noted once. */
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
      on conflict (hazard_id, round, kind, sha256) do nothing`.compile(blueprint),
}));

/** Whether the photo of `p` has arrived: the evidence of that hash, sent for that hazard. */
export const arrivedFor = sql<boolean>`exists (
  select from evidence e where e.subject_id = p.hazard_id and e.sha256 = p.sha256 and e.arrived_at is not null)`;

/**
 * Photos before (of any round), photos after of the round that runs, and how many of these the phone has announced and not yet sent:
 * work may be handed in while photos are on their way, and is not accepted before they are there. A hazard from a ledger had none.
 */
export async function photoCounts(tx: Tx, { id, reopenings }: Pick<Hazard, 'id' | 'reopenings'>): Promise<PhotoCounts> {
  return tx
    .selectFrom('hazard_photos as p')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('p.kind', '=', 'before').as('before'),
      eb.fn.countAll<number>().filterWhere('p.kind', '=', 'after').as('after'),
      eb.fn.countAll<number>().filterWhere(eb.not(arrivedFor)).as('awaited'),
      eb
        .exists(eb.selectFrom('hazards as h').select('h.id').where('h.id', '=', id).where('h.origin', '=', 'opening'))
        .$castTo<boolean>()
        .as('opening'),
    ])
    .where('p.hazard_id', '=', id)
    .where((eb) => eb.or([eb('p.kind', '=', 'before'), eb.and([eb('p.kind', '=', 'after'), eb('p.round', '=', reopenings)])]))
    .executeTakeFirstOrThrow();
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
