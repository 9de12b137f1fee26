import type { FireDraft, KnownFire, KnownSpecial, SpecialDraft } from './equipment-drafts.ts';
import type { FireField } from './fire-fields.ts';
import type { Compared, Sameness } from './same-equipment.ts';
import type { SpecialField } from './special-fields.ts';
import { matchKey } from '../text-keys.ts';

/** A registration is the same wherever it stands; a number of one's own within its unit. */
function specialKeys({ unitId, ownNo, registerNo }: Pick<SpecialDraft, 'unitId' | 'ownNo' | 'registerNo'>): string[] {
  return [
    ...(registerNo === null ? [] : [`registered|${matchKey(registerNo)}`]),
    ...(ownNo === null ? [] : [`own|${unitId}|${matchKey(ownNo)}`]),
  ];
}

function fireKeys({ unitId, no }: Pick<FireDraft, 'unitId' | 'no'>): string[] {
  return no === null ? [] : [`${unitId}|${matchKey(no)}`];
}

export const sameSpecial: Sameness<SpecialField, SpecialDraft, KnownSpecial> = {
  field: 'ownNo',
  keysOf: specialKeys,
  keysOfKnown: specialKeys,
  compare: compareSpecial,
  isScrapped: ({ state }) => state === 'scrapped',
};

export const sameFire: Sameness<FireField, FireDraft, KnownFire> = {
  field: 'no',
  keysOf: fireKeys,
  keysOfKnown: fireKeys,
  compare: compareFire,
  isScrapped: ({ condition }) => condition === 'scrapped',
};

/** A later inspection, or another state, moves a machine on; another kind or another beginning is another machine. */
function compareSpecial(known: KnownSpecial, draft: SpecialDraft): Compared {
  const contradicts = known.category !== draft.category || tellsOther(known.useFrom, draft.useFrom) || isEarlier(known, draft);
  if (contradicts) return 'differs';
  if (hasSameInspection(known, draft)) return known.state === draft.state ? 'same' : 'forward';
  return known.inspectedOn === draft.inspectedOn ? 'differs' : 'forward';
}

function hasSameInspection(known: KnownSpecial, draft: SpecialDraft): boolean {
  return known.inspectedOn === draft.inspectedOn && known.result === draft.result && known.nextDueOn === draft.nextDueOn;
}

function isEarlier(known: KnownSpecial, draft: SpecialDraft): boolean {
  return known.inspectedOn !== null && (draft.inspectedOn === null || draft.inspectedOn < known.inspectedOn);
}

/** A later service or another condition moves a piece on. */
function compareFire(known: KnownFire, draft: FireDraft): Compared {
  const contradicts =
    known.kind !== draft.kind || tellsOther(known.madeOn, draft.madeOn) || tellsOther(known.scrapStatedOn, draft.scrapStatedOn);
  if (contradicts || isServicedEarlier(known, draft)) return 'differs';
  const isSame =
    known.condition === draft.condition && addsNothing(known.servicedOn, draft.servicedOn) && addsNothing(known.place, draft.place);
  return isSame ? 'same' : 'forward';
}

function isServicedEarlier(known: KnownFire, draft: FireDraft): boolean {
  return known.servicedOn !== null && draft.servicedOn !== null && draft.servicedOn < known.servicedOn;
}

/** Whether what is told adds nothing to what is known. */
function addsNothing(known: string | null, told: string | null): boolean {
  return told === null || told === known;
}

/** Whether both tell, and tell differently. */
function tellsOther(known: string | null, told: string | null): boolean {
  return known !== null && told !== null && known !== told;
}
