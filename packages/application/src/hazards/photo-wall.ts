import type { HazardPhotoKind, Tx } from '@changming/database';
import { type Hazard, isAwaited, type Suspicion, suspicionsOf } from '@changming/domain/hazards';
import { startOf } from '@changming/domain/kernel';
import { sql } from 'kysely';

import { seenBefore } from '../evidence/index.ts';
import type { Named } from './names.ts';
import type { StoredHazard } from './store.ts';

/** 曾见于: under a hazard the reader may open, or in another unit; never whose. */
export type Reuse = { readonly hazardId: string | null; readonly number: string | null; readonly on: string };

export type WallPhoto = {
  readonly kind: HazardPhotoKind;
  readonly round: number;
  readonly sha256: string;
  /** Null while the photo has not arrived. */
  readonly evidenceId: string | null;
  readonly takenAt: Date | null;
  readonly reuse: Reuse | null;
  /** Null of an anonymous report. */
  readonly declaredBy: Named | null;
  /** 照片已无法补传 */
  readonly givenUp: { readonly by: Named | null; readonly at: Date; readonly reason: string } | null;
  /** Acceptance waits for it. */
  readonly awaited: boolean;
};

/** Every photo that was declared, with what is known of it. */
export async function photosOf(tx: Tx, hazard: Pick<Hazard, 'id' | 'reopenings'>, names: ReadonlyMap<string, Named>): Promise<WallPhoto[]> {
  const { id } = hazard;
  const rows = await tx
    .selectFrom('hazard_photos as p')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('evidence as e')
          .select(['e.id as evidenceId', 'e.taken_at as takenAt', 'e.claimed_at as claimedAt'])
          .whereRef('e.subject_id', '=', 'p.hazard_id')
          .whereRef('e.sha256', '=', 'p.sha256')
          .where('e.arrived_at', 'is not', null)
          .orderBy('e.arrived_at')
          .limit(1)
          .as('e'),
      (join) => join.onTrue(),
    )
    .select(['p.kind', 'p.round', 'p.sha256', 'e.evidenceId', 'e.takenAt', 'e.claimedAt'])
    .select(['p.declared_by_id as declaredById', 'p.given_up_by_id as givenUpById', 'p.given_up_at as givenUpAt'])
    .select(['p.given_up_reason as givenUpReason', sql<Date>`coalesce(p.declared_again_at, p.declared_at)`.as('declaredAt')])
    .where('p.hazard_id', '=', id)
    .orderBy('p.round')
    .orderBy('p.declared_at')
    .orderBy(sql`p.kind <> 'before'`)
    .orderBy('p.at')
    .limit(500)
    .execute();
  const reused = await reuseOf(tx, id, [...new Set(rows.map(({ sha256 }) => sha256))]);
  const photos = rows.map((row) => ({ ...row, arrived: row.evidenceId !== null }));
  return photos.map((photo) => ({
    kind: photo.kind,
    round: photo.round,
    sha256: photo.sha256,
    evidenceId: photo.evidenceId,
    takenAt: photo.takenAt ?? photo.claimedAt,
    reuse: reused.get(photo.sha256) ?? null,
    declaredBy: named(photo.declaredById),
    givenUp: givenUpOf(photo),
    awaited: isAwaited(photo, photos, hazard),
  }));

  function named(personId: string | null): Named | null {
    return personId === null ? null : (names.get(personId) ?? null);
  }

  function givenUpOf({ givenUpAt: at, givenUpById, givenUpReason: reason }: (typeof photos)[number]): WallPhoto['givenUp'] {
    return at === null || reason === null ? null : { by: named(givenUpById), at, reason };
  }
}

async function reuseOf(tx: Tx, hazardId: string, hashes: readonly string[]): Promise<Map<string, Reuse>> {
  const seen = await seenBefore(tx, hashes, hazardId);
  const subjects = seen.flatMap(({ subjectId }) => subjectId ?? []);
  const numbers =
    subjects.length === 0 ? [] : await tx.selectFrom('hazards').select(['id', 'number']).where('id', 'in', subjects).execute();
  const numberOf = new Map(numbers.map(({ id, number }) => [id, number]));
  return new Map(
    seen.map(({ sha256, subjectId, on }) => {
      const number = subjectId === null ? undefined : numberOf.get(subjectId);
      return [sha256, { hazardId: number === undefined ? null : subjectId, number: number ?? null, on }];
    }),
  );
}

/** 纸面整改的迹象: what a reviewer should look at. Nothing follows from it by itself. */
export function doubtsAbout({ hazard, row }: StoredHazard, photos: readonly WallPhoto[]): Suspicion[] {
  if (row.submitted_at === null || hazard.assignedOn === null) return hazard.onTheSpot ? doubtsOnTheSpot(row.submitted_at, photos) : [];
  return suspicionsOf({
    ...seenIn(photos, hazard.reopenings),
    assignedAt: startOf(hazard.assignedOn),
    submittedAt: row.submitted_at,
    onTheSpot: false,
  });
}

function doubtsOnTheSpot(submittedAt: Date | null, photos: readonly WallPhoto[]): Suspicion[] {
  if (submittedAt === null) return [];
  return suspicionsOf({ ...seenIn(photos, 0), assignedAt: submittedAt, submittedAt, onTheSpot: true });
}

function seenIn(photos: readonly WallPhoto[], round: number) {
  const after = photos.filter((photo) => photo.kind === 'after' && photo.round === round);
  const taken = after.flatMap(({ takenAt }) => takenAt ?? []);
  return {
    beforeHashes: photos.filter(({ kind }) => kind === 'before').map(({ sha256 }) => sha256),
    afterHashes: after.map(({ sha256 }) => sha256),
    reusedHashes: after.filter(({ reuse }) => reuse !== null).map(({ sha256 }) => sha256),
    takenAt: taken.length === 0 ? null : new Date(Math.min(...taken.map((at) => at.getTime()))),
    metresAway: null,
  };
}
