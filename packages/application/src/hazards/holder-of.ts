import type { Post, Tx } from '@changming/database';
import {
  type Hazard,
  type HazardDuty,
  type HazardStep,
  objection,
  owedBefore,
  type PhotoCounts,
  rectified,
} from '@changming/domain/hazards';

import type { Reading } from '../context.ts';
import { barredFromAcceptance, type Decider, decidersOf } from './deciders.ts';
import { parentPosition } from './level-up.ts';
import { holdersNear } from './persons.ts';
import type { StoredPhoto } from './photos.ts';
import type { StoredHazard } from './store.ts';

/** `at`: whose it is; whoever may not see those above reads at least that it lies with them. */
export type Holding = Held & { readonly duty: HazardDuty };
type Held = { readonly at: 'unit' | 'above' | 'group' | 'anonymous'; readonly personIds: readonly string[] };

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
  return { duty, ...(await holders[duty]({ tx: work.tx, today: work.today, stored, beside })) };
}

type Place = { readonly tx: Tx; readonly today: string; readonly stored: StoredHazard; readonly beside: Beside };
type Find = (place: Place) => Promise<Held>;

const officers = ['safetyOfficer', 'unitHead'] as const satisfies readonly Post[];
const line = ['safetyOfficer', 'unitHead', 'workshopHead'] as const satisfies readonly Post[];
const heads = ['unitHead'] as const satisfies readonly Post[];

const near =
  (posts: readonly Post[]): Find =>
  async ({ tx, today: on, stored: { row } }) => ({ at: 'unit', personIds: await holdersNear(tx, { unitPos: row.unit_pos, on, posts }) });

/** 集团: those who may take the step, as far as whoever asks sees their grants. */
const byGroup =
  (step: Decider): Find =>
  async ({ stored, ...place }) => ({ at: 'group', personIds: await decidersOf(place, stored, step) });

const above =
  (posts: readonly Post[]): Find =>
  async ({ tx, today: on, stored: { hazard } }) => {
    const unitPos = await parentPosition(tx, hazard.unitId);
    return { at: 'above', personIds: await holdersNear(tx, { unitPos, on, posts }) };
  };

const responsible: Find = async ({ stored: { hazard } }) => ({
  at: 'unit',
  personIds: hazard.plan.responsibleId === null ? [] : [hazard.plan.responsibleId],
});

/** Whoever announced the photos that have not come; where none was announced, whoever was to take one. `anonymous`: an anonymous reporter too. */
async function declarers(place: Place): Promise<Held> {
  const { hazard } = place.stored;
  const { awaited, photos } = place.beside;
  if (awaited.length === 0 && photos.before > 0) return responsible(place);
  const owing = awaited.length === 0 ? [hazard.foundById] : awaited.map(({ declaredById }) => declaredById);
  return { at: owing.includes(null) ? 'anonymous' : 'unit', personIds: [...new Set(owing.flatMap((id) => id ?? []))] };
}

/** Those near who may, or where none of them may, those above. */
async function whoMay(place: Place, may: (personId: string) => boolean): Promise<Held> {
  const close = await near(officers)(place);
  const those = close.personIds.filter((id) => may(id));
  if (those.length > 0 || close.personIds.length === 0) return { at: 'unit', personIds: those };
  const { at, personIds } = await above(officers)(place);
  return { at, personIds: personIds.filter((id) => may(id)) };
}

/** What of a major hazard only the group may do. */
const majorByGroup =
  (step: Decider, other: Find): Find =>
  (place) =>
    place.stored.hazard.level === 'major' ? byGroup(step)(place) : other(place);

const holders: Readonly<Record<HazardDuty, Find>> = {
  triage: near(officers),
  confirmation: (place) => whoMay(place, (id) => id !== place.beside.denialProposedById),
  plan: near(line),
  authorityReport: near(officers),
  treatmentDraft: near(officers),
  treatmentApproval: byGroup('treatmentDecider'),
  rectification: responsible,
  photos: declarers,
  evaluation: (place) => whoMay(place, (id) => !rectified(place.stored.hazard, id)),
  voiding: majorByGroup('voidDecider', above(heads)),
  acceptance: majorByGroup('acceptance', accepting),
};

function accepting(place: Place): Promise<Held> {
  const barred = barredFromAcceptance(place.stored, place.beside.photos);
  return whoMay(place, (id) => !barred.includes(id));
}
