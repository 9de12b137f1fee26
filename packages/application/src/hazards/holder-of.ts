import { type Hazard, type HazardDuty, type HazardStep, objection, owedBefore, type PhotoCounts } from '@changming/domain/hazards';
import { containing } from '@changming/domain/units';

import type { Reading } from '../context.ts';
import { type Decider, decidersOf, sideOf } from './deciders.ts';
import type { StoredPhoto } from './photos.ts';
import type { StoredHazard } from './store.ts';

/** `at`: whose it is; whoever may not see those above reads at least that it lies with them, and from which unit upwards. */
export type Holding = Held & { readonly duty: HazardDuty };
type Held = { readonly at: 'unit' | 'above' | 'group' | 'anonymous'; readonly personIds: readonly string[]; readonly from: string | null };

type Beside = {
  readonly photos: PhotoCounts;
  /** Those among the declared photos that acceptance waits for. */
  readonly awaited: readonly StoredPhoto[];
  readonly voidAsked: boolean;
  readonly denialProposedById: string | null;
};

/** The step that is next in each stage. */
const nextSteps: Readonly<Partial<Record<Hazard['stage'], HazardStep>>> = {
  reported: 'register',
  registered: 'assign',
  assigned: 'start',
  rectifying: 'submit',
  submitted: 'accept',
};

/** Who must act next, and on what: whatever the next step is refused for comes first, by the rule that refuses it. */
export async function holderOf(work: Reading, stored: StoredHazard, beside: Beside): Promise<Holding | null> {
  const { hazard } = stored;
  const step = nextSteps[hazard.stage];
  if (step === undefined) return null;
  const facts = step === 'accept' ? { photos: beside.photos, voidAsked: beside.voidAsked } : {};
  const level = step === 'register' ? { level: 'workshop' as const } : {};
  const refused = objection(hazard, step, { by: '', on: work.today, byGroup: true, ...facts, ...level });
  const duty = owedBefore(hazard, refused);
  return { duty, ...(await holders[duty]({ work, stored, beside })) };
}

type Place = { readonly work: Reading; readonly stored: StoredHazard; readonly beside: Beside };
type Find = (place: Place) => Promise<Held>;

/** Those whom the notice asks, by the same rule, as far as whoever reads sees their grants; of the others only that they stand above. */
const asked =
  (stepOf: (beside: Beside) => Decider): Find =>
  async ({ work, stored, beside }) => {
    const step = stepOf(beside);
    const personIds = await decidersOf(work, stored, step);
    const side = sideOf(stored, step);
    const unseen = side === 'unit' && personIds.length === 0 && !work.whole;
    const at = unseen ? 'above' : side;
    return { at, personIds, from: at === 'above' && personIds.length === 0 ? await firstOutOfSight(work, stored, side) : null };
  };

/**
 * The nearest unit above whose grants the reader does not see, by name: the path to the root is no secret. Who stands there, and whether it
 * is there or further up, he does not learn.
 */
async function firstOutOfSight({ tx, scope }: Reading, { row, hazard }: StoredHazard, side: Held['at']): Promise<string | null> {
  const upwards = await tx
    .selectFrom('units')
    .select(['id', 'name', 'lo'])
    .where('lo', '<=', row.unit_pos)
    .where('hi', '>=', row.unit_pos)
    .orderBy('lo', 'desc')
    .execute();
  const those = side === 'above' ? upwards.filter(({ id }) => id !== hazard.unitId) : upwards;
  return those.find(({ lo }) => !containing(scope, lo))?.name ?? null;
}

const responsible: Find = async ({ stored: { hazard } }) => ({
  at: 'unit',
  from: null,
  personIds: hazard.plan.responsibleId === null ? [] : [hazard.plan.responsibleId],
});

/** Whoever announced the photos that have not come; where none was announced, whoever was to take one. `anonymous`: an anonymous reporter too. */
async function declarers(place: Place): Promise<Held> {
  const { hazard } = place.stored;
  const { awaited, photos } = place.beside;
  if (awaited.length === 0 && photos.before > 0) return responsible(place);
  const owing = awaited.length === 0 ? [hazard.foundById] : awaited.map(({ declaredById }) => declaredById);
  return { at: owing.includes(null) ? 'anonymous' : 'unit', from: null, personIds: [...new Set(owing.flatMap((id) => id ?? []))] };
}

const holders: Readonly<Record<HazardDuty, Find>> = {
  triage: asked(() => 'triage'),
  confirmation: asked(({ denialProposedById }) => (denialProposedById === null ? 'confirmation' : 'countersigning')),
  plan: asked(() => 'planning'),
  authorityReport: asked(() => 'treatment'),
  treatmentDraft: asked(() => 'treatment'),
  treatmentApproval: asked(() => 'treatmentDecider'),
  rectification: responsible,
  photos: declarers,
  evaluation: asked(() => 'evaluation'),
  voiding: asked(() => 'voidDecider'),
  acceptance: asked(() => 'acceptance'),
};
