import type { HazardDetail } from '@changming/contract/hazards';
import type { RequestKind, VoidKind } from '@changming/domain/hazards';

const planWords = ['goals', 'methods', 'organisation', 'timeLimit', 'safetyMeasures'] as const;
type PlanWord = { readonly name: (typeof planWords)[number]; readonly words: string };

/** What is asked of a hazard and waits for the reader. */
export type Asked = {
  readonly kind: RequestKind;
  readonly by: string | null;
  readonly on: string | null;
  readonly reason: string | null;
  readonly toOn: string | null;
  readonly voidKind: VoidKind | null;
  readonly plan: readonly PlanWord[];
};

const nothing = { on: null, reason: null, toOn: null, voidKind: null, plan: [] };

/** Everything that the reader may decide now; whoever may not is shown nothing. */
export function askedOf(hazard: HazardDetail): Asked[] {
  const { objections } = hazard;
  return [
    ...(objections['decideExtension'] === null ? extensionOf(hazard) : []),
    ...(objections['decideVoid'] === null ? voidingOf(hazard) : []),
    ...(objections['approveTreatment'] === null ? treatmentOf(hazard) : []),
    ...(objections['decideDelisting'] === null ? delistingOf(hazard) : []),
  ];
}

function extensionOf({ extension, ...hazard }: HazardDetail): Asked[] {
  if (extension === null) return [];
  const { askedById, askedOn: on, reason, toOn } = extension;
  return [{ ...nothing, kind: 'extension', by: nameIn(hazard, askedById), on, reason, toOn }];
}

function voidingOf({ voiding, ...hazard }: HazardDetail): Asked[] {
  if (voiding === null) return [];
  const { askedById, askedOn: on, reason, kind: voidKind } = voiding;
  return [{ ...nothing, kind: 'voiding', by: nameIn(hazard, askedById), on, reason, voidKind }];
}

function treatmentOf({ treatment, ...hazard }: HazardDetail): Asked[] {
  if (treatment === null) return [];
  const { plan, draftedById } = treatment;
  const words = plan === null ? [] : planWords.map((name) => ({ name, words: plan[name] }));
  return [{ ...nothing, kind: 'treatment', by: nameIn(hazard, draftedById), plan: words }];
}

function delistingOf({ supervisions, ...hazard }: HazardDetail): Asked[] {
  const asked = supervisions.find(({ stage }) => stage === 'delistingAsked');
  return asked === undefined
    ? []
    : [{ ...nothing, kind: 'delisting', by: nameIn(hazard, asked.delistingAskedById), on: asked.delistingAskedOn }];
}

function nameIn({ people }: Pick<HazardDetail, 'people'>, personId: string | null): string | null {
  return people.find(({ id }) => id === personId)?.name ?? null;
}
