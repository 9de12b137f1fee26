import { within } from '@changming/database';
import { type ChecklistFilter, nextItemCode } from '@changming/domain/inspections';
import { keyOf, refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { checklistInSight, newestVersion, ownedInSight, type StoredChecklist } from './checklist-store.ts';
import { sameItems } from './publish-checklist.ts';

/** 检查表, those of the caller's branches and those above them, with the newest version of each and how many plans ask it there. */
function checklists({ tx, scope, today }: Pick<Reading, 'tx' | 'scope' | 'today'>) {
  return tx
    .selectFrom('inspection_checklists as c')
    .innerJoin('units as u', 'u.id', 'c.unit_id')
    .leftJoin('inspection_checklists as b', 'b.id', 'c.base_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('inspection_checklist_versions as v')
          .select(['v.number', 'v.published_at', sql<number>`jsonb_array_length(v.items)`.as('asked')])
          .whereRef('v.checklist_id', '=', 'c.id')
          .orderBy('v.number', 'desc')
          .limit(1)
          .as('v'),
      (join) => join.onTrue(),
    )
    .select(['c.id', 'c.code', 'c.name', 'c.name_en as nameEn', 'c.kind', 'c.key_area as keyArea', 'c.unit_id as unitId', 'u.name as unit'])
    .select([
      'c.base_id as baseId',
      'b.name as base',
      'v.number',
      'v.published_at as publishedAt',
      'c.retired_on as retiredOn',
      'c.version',
    ])
    .select((eb) => eb.fn.coalesce('v.asked', sql<number>`0`).as('items'))
    .select((eb) =>
      eb.fn
        .coalesce(
          eb
            .selectFrom('inspection_plans as p')
            .select((inner) => inner.fn.countAll<number>().as('count'))
            .whereRef('p.checklist_id', '=', 'c.id')
            .where((inner) => within(inner.ref('p.unit_pos'), scope))
            .where((inner) => inner.or([inner('p.to_on', 'is', null), inner('p.to_on', '>', today)])),
          sql<number>`0`,
        )
        .as('plans'),
    )
    .where(ownedInSight(scope));
}

export const listChecklists = query({
  permission: 'inspections.read',
  async run(work, { kind, keyArea, retired, q }: ChecklistFilter) {
    const key = q === undefined ? null : `%${keyOf(q).replace(/[\\%_]/g, '\\$&')}%`;
    const items = await checklists(work)
      .$if(retired !== true, (each) => each.where('c.retired_on', 'is', null))
      .$if(kind !== undefined, (each) => each.where('c.kind', 'in', kind ?? []))
      .$if(keyArea !== undefined, (each) => each.where('c.key_area', 'in', keyArea ?? []))
      .$if(key !== null, (each) => each.where('c.search_key', 'like', key))
      .orderBy('u.lo')
      .orderBy('c.code')
      .limit(500)
      .execute();
    return { items };
  },
});

/** One checklist: what is asked today, what is being written, and every version there ever was. */
export const readChecklist = query({
  permission: 'inspections.read',
  async run(work, { checklistId }: { checklistId: string }) {
    const { tx, scope, may } = work;
    const stored = await checklistInSight(tx, scope, checklistId);
    const shown = await checklists(work).where('c.id', '=', checklistId).executeTakeFirstOrThrow();
    const newest = await newestVersion(tx, checklistId);
    return {
      ...shown,
      published: newest?.items ?? [],
      draft: stored.draft,
      changed: newest === null || !sameItems(newest.own, stored.draft),
      nextItemCode: nextItemCode(stored.code, await usedCodes(work, stored)),
      mayEdit: stored.retired_on === null && may('inspections.editChecklists', stored.unit_pos),
      mayPublish: stored.retired_on === null && may('inspections.publishChecklists', stored.unit_pos),
      versions: await versionsOf(work, checklistId),
      extensions: await extensionsOf(work, checklistId),
    };
  },
});

async function usedCodes({ tx }: Pick<Reading, 'tx'>, { id, draft }: StoredChecklist): Promise<string[]> {
  const versions = await tx.selectFrom('inspection_checklist_versions').select('own').where('checklist_id', '=', id).execute();
  return [draft, ...versions.map(({ own }) => own)].flatMap((items) => items.map(({ code }) => code));
}

async function versionsOf({ tx }: Pick<Reading, 'tx'>, checklistId: string) {
  return tx
    .selectFrom('inspection_checklist_versions as v')
    .leftJoin('persons as p', 'p.id', 'v.published_by_id')
    .select(['v.id', 'v.number', 'v.published_at as publishedAt', 'p.name as publishedBy', 'v.followed', 'v.note'])
    .select(sql<number>`jsonb_array_length(v.items)`.as('items'))
    .where('v.checklist_id', '=', checklistId)
    .orderBy('v.number', 'desc')
    .limit(200)
    .execute();
}

async function extensionsOf({ tx, scope }: Pick<Reading, 'tx' | 'scope'>, checklistId: string) {
  return tx
    .selectFrom('inspection_checklists as c')
    .innerJoin('units as u', 'u.id', 'c.unit_id')
    .select(['c.id', 'c.code', 'c.name', 'u.name as unit'])
    .where('c.base_id', '=', checklistId)
    .where('c.retired_on', 'is', null)
    .where(ownedInSight(scope))
    .orderBy('c.code')
    .limit(500)
    .execute();
}

/** A version as it was published, for reading what an old check was asked. */
export const readChecklistVersion = query({
  permission: 'inspections.read',
  async run({ tx, scope }, { checklistId, number }: { checklistId: string; number: number }) {
    await checklistInSight(tx, scope, checklistId);
    const [found] = await publishedVersions({ tx }, [{ checklistId, number }]);
    return found ?? refuse('missing', 'inspections.checklist_not_found', { id: checklistId });
  },
});

type Wanted = { readonly checklistId: string; readonly number: number } | { readonly versionId: string };

/** Versions as phones and pages hold them. Whoever may see a task may see what it asks, so no scope is asked for here. */
export async function publishedVersions({ tx }: Pick<Reading, 'tx'>, wanted: readonly Wanted[]) {
  if (wanted.length === 0) return [];
  return tx
    .selectFrom('inspection_checklist_versions as v')
    .innerJoin('inspection_checklists as c', 'c.id', 'v.checklist_id')
    .select(['v.checklist_id as checklistId', 'v.id as versionId', 'c.code', 'c.name', 'c.name_en as nameEn', 'c.kind', 'v.number'])
    .select(['v.published_at as publishedAt', 'v.items'])
    .where((eb) =>
      eb.or(
        wanted.map((each) =>
          'versionId' in each
            ? eb('v.id', '=', each.versionId)
            : eb.and([eb('v.checklist_id', '=', each.checklistId), eb('v.number', '=', each.number)]),
        ),
      ),
    )
    .execute();
}
