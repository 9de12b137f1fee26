import { isAwaited, reasonsToList, type Supervision } from '@changming/domain/hazards';

import { query, type Reading } from '../context.ts';
import { lastExtension } from './extensions.ts';
import { hazardRules } from './hazard-rules.ts';
import { holderOf } from './holder-of.ts';
import { hazardInSight } from './in-sight.ts';
import { actsForGroup, isOneLevelUp } from './level-up.ts';
import { ledgerRowsOf } from './ledger-rows.ts';
import { isOfSameUnit, lookBackOf } from './look-backs.ts';
import { findSuggestion } from './major-suggestions.ts';
import { type Named, namesOn } from './names.ts';
import { type HazardAct, hazardActs, objectionsFor } from './objections-for.ts';
import { doubtsAbout, photosOf } from './photo-wall.ts';
import { countsOf, shownOf } from './photos.ts';
import { proposeFor } from './propose-for.ts';
import { recordOf } from './record-of.ts';
import type { StoredHazard } from './store.ts';
import { lastSupervision, supervisionsOf } from './supervision-records.ts';
import { timelineOf } from './timeline.ts';
import { lastVoiding } from './voidings.ts';

/**
 * 隐患页: the record, its photos and its story, who holds it now, and for every act why the asker may not take it. Whoever may not read
 * the ledger sees his own reports and what is in his hands; an assigned person sees the one hazard.
 */
export const readHazard = query({
  permission: 'hazards.follow',
  assignedSubject: ({ hazardId }: { hazardId: string }) => hazardId,
  async run(work, { hazardId }) {
    const stored = await hazardInSight(work, hazardId);
    const names = await namesOn(work.tx, [hazardId]);
    const photos = await photosOf(work.tx, stored.hazard, names);
    const beside = await besideOf(work, stored);
    const supervisions = await supervisionsOf(work.tx, hazardId);
    const proposal = stored.hazard.stage === 'reported' || stored.hazard.stage === 'registered' ? await proposalOf(work, stored) : null;
    return {
      ...(await recordOf(work.tx, stored, names)),
      photos,
      beforeLack: lackedBy(beside.lack, names),
      doubts: doubtsAbout(stored, photos),
      suggestionRecord: beside.suggestion,
      treatment: stored.hazard.treatment,
      extension: beside.extension,
      voiding: beside.voiding,
      supervisions,
      lookBack: beside.lookBack,
      timeline: await timelineOf(work.tx, { hazardId, names, withRungs: work.may('hazards.read', stored.row.unit_pos) }),
      ledgerRows: stored.row.origin === 'opening' ? await ledgerRowsOf(work.tx, hazardId) : [],
      people: await withProposed(work, names, proposal?.responsibleId ?? null),
      holder: await holding(work, stored, { ...beside, names }),
      proposal,
      reasonsToList: await reasonsOf(work, stored),
      objections: objectionsFor(await askedBy(work, stored, beside)),
    };
  },
});

/** Why the group would list it, by the rules that bind its unit today. */
async function reasonsOf({ tx, today }: Reading, { hazard, row: { source, recurrences } }: StoredHazard) {
  const { listing } = await hazardRules(tx, { unitId: hazard.unitId, on: today });
  return reasonsToList({ ...hazard, source, recurrences }, today, listing);
}

async function besideOf({ tx }: Reading, stored: StoredHazard) {
  const { hazard } = stored;
  const shown = await shownOf(tx, hazard.id);
  return {
    extension: await lastExtension(tx, hazard.id),
    voiding: await lastVoiding(tx, hazard.id),
    suggestion: await findSuggestion(tx, hazard.id),
    supervision: (await lastSupervision(tx, hazard.id)) as Supervision | null,
    lookBack: await lookBackOf(tx, hazard),
    ...shown,
    photos: countsOf(shown, stored),
  };
}

async function askedBy(work: Reading, { hazard, row }: StoredHazard, beside: Awaited<ReturnType<typeof besideOf>>) {
  const { tx, actor, today, may } = work;
  const by = actor.personId ?? '';
  const assigned = await assignedVerbs(work, hazard.id);
  const permits = (act: HazardAct) => may(hazardActs[act], row.unit_pos) || assigned.has(hazardActs[act]);
  const levelUp = {
    extension: await isOneLevelUp(work, 'hazards.decideExtension', hazard.unitId),
    void: await isOneLevelUp(work, 'hazards.void', hazard.unitId),
    treatment: await isOneLevelUp(work, 'hazards.approveTreatment', hazard.unitId),
  };
  const sameUnit = by !== '' && (await isOfSameUnit(tx, row.unit_pos, by));
  return { hazard, by, on: today, byGroup: actsForGroup(work), levelUp, sameUnit, permits, ...beside };
}

async function assignedVerbs({ tx, actor, today }: Reading, hazardId: string): Promise<Set<string>> {
  if (actor.personId === null) return new Set();
  const rows = await tx
    .selectFrom('assignments')
    .select('verb')
    .where('subject_id', '=', hazardId)
    .where('person_id', '=', actor.personId)
    .where('ended_at', 'is', null)
    .where('until_on', '>=', today)
    .execute();
  return new Set(rows.map(({ verb }) => verb));
}

type Held = Awaited<ReturnType<typeof besideOf>> & { readonly names: ReadonlyMap<string, Named> };

function lackedBy(lack: Held['lack'], names: Held['names']) {
  return lack === null ? null : { by: lack.byId === null ? null : (names.get(lack.byId) ?? null), at: lack.at, reason: lack.reason };
}

/** Who must act next, by name. */
async function holding(work: Reading, stored: StoredHazard, { voiding, suggestion, photos, declared, names }: Held) {
  const awaited = declared.filter((photo) => isAwaited(photo, declared, stored.hazard));
  const denialProposedById = suggestion?.denialProposedById ?? null;
  const holder = await holderOf(work, stored, { photos, awaited, voidAsked: voiding?.stage === 'asked', denialProposedById });
  if (holder === null) return null;
  const persons = await inOrder(work, holder.personIds, names);
  const unnamed = persons.length === 0 && holder.personIds.length > 0 && holder.at === 'unit';
  return { duty: holder.duty, at: unnamed ? ('above' as const) : holder.at, from: holder.from, persons };
}

/** Those on the record have a name wherever they belong, the others within sight. */
async function inOrder(work: Reading, ids: readonly string[], names: ReadonlyMap<string, Named>): Promise<Named[]> {
  const unknown = ids.filter((id) => !names.has(id));
  const others = new Map((await namesOf(work, unknown)).map((person) => [person.id, person]));
  return ids.flatMap((id) => names.get(id) ?? others.get(id) ?? []);
}

/** Everybody the answer names by id: those on the record, and whom the rules propose. */
async function withProposed(work: Reading, names: ReadonlyMap<string, Named>, proposedId: string | null): Promise<Named[]> {
  const proposed = proposedId === null || names.has(proposedId) ? [] : await namesOf(work, [proposedId]);
  return [...names.values(), ...proposed];
}

async function namesOf({ tx }: Reading, ids: readonly string[]): Promise<Named[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('persons as p')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .select(['p.id', 'p.name', 'u.name as unit'])
    .where('p.id', 'in', ids)
    .execute();
}

function proposalOf({ tx, today }: Reading, { row }: StoredHazard) {
  const { category, source, unit_id: unitId, unit_pos: unitPos, point_id: pointId } = row;
  return proposeFor(tx, { category, source, unitId, unitPos, pointId, today });
}
