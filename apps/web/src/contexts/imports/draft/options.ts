import { barredRows, openOffers, type UnitPermission } from '@changming/domain/imports';

import type { ImportGroup } from '../queries.ts';

type Code = ImportGroup['code'];

/** A way to answer a group of equal questions. */
export type Option =
  | { readonly how: 'value'; readonly value: string; readonly label: string }
  | { readonly how: 'unit' }
  | { readonly how: 'text' }
  | { readonly how: 'each' }
  | { readonly how: 'row'; readonly say: 'accept' | 'skip' | 'keep' | 'replace' }
  /** The same as the one by this name; `label` tells it from others that are alike, where there are any. */
  | { readonly how: 'same'; readonly of: string; readonly label: string | null }
  /** The same as the row by this name, and what this one tells counts. */
  | { readonly how: 'taken'; readonly of: string }
  | { readonly how: 'sheet' };

/** Names of units: any unit of the tree may be meant. */
const unitCodes: ReadonlySet<Code> = new Set<Code>([
  'unit_unmatched',
  'unit_ambiguous',
  'unit_missing',
  'unit_parent_unmatched',
  'unit_parent_unknown',
]);
const differs: ReadonlySet<Code> = new Set<Code>([
  'unit_differs',
  'person_differs',
  'hazard_moved_back',
  'hazard_differs',
  'equipment_differs',
  'point_differs',
]);
/** Asked at a cell, and meant of the whole row. */
const ofRow: ReadonlySet<Code> = new Set<Code>(['row_struck', 'table_partly_understood']);
const acceptable: ReadonlySet<Code> = new Set<Code>([
  'person_twice',
  'identity_shared',
  'staff_no_shared',
  'equipment_no_shared',
  'point_elsewhere',
  'point_twice',
  'point_name_shared',
  'hazard_similar',
  'hazard_similar_there',
  'same_but_open',
  'row_differs',
  'row_struck',
  'table_partly_understood',
  'fire_key_unit_proposed',
  'crowded_place_proposed',
]);
/** Another that is nearly the same: it may be the same one. */
const similar: ReadonlySet<Code> = new Set<Code>(['hazard_similar', 'hazard_similar_there']);
/** Waits for the answer to another row. */
const waiting: ReadonlySet<Code> = new Set<Code>(['unit_parent_pending', 'unit_code_pending']);
/** Nothing to type: the choice lies between whole rows, or elsewhere. */
const untyped: ReadonlySet<Code> = new Set<Code>([
  ...differs,
  'unit_parent_unmatched',
  'unit_parent_pending',
  'sheet_unrecognised',
  'unit_parent_circle',
  'unit_too_deep',
  'unit_day_after_today',
  'unit_day_before_change',
  'hazard_similar',
  'hazard_similar_there',
  'same_but_open',
  'row_differs',
  'fire_key_unit_proposed',
  'crowded_place_proposed',
]);
/** Rows of the file that tell otherwise than one before them. */
const ofRows: ReadonlySet<Code> = new Set<Code>(['hazard_similar', 'row_differs']);
/** Here the candidates only show what differs. */
const shown: ReadonlySet<Code> = new Set<Code>([...differs, 'same_but_open']);
/** The rows go in as they are: nothing needs to be left out for it. */
const offers: ReadonlySet<Code> = new Set<Code>(openOffers);
export const isOffer = (code: Code) => offers.has(code);
/** A person's own numbers are corrected in the file, which is sealed, and not here. */
const personal: ReadonlySet<string | null> = new Set(['identity', 'phone', 'certificateNumber']);
/** Of a ledger many rows may tell otherwise in one way: all deadlines were moved. */
const alike: ReadonlySet<Code> = new Set<Code>(['hazard_differs', 'row_differs']);
const keptFirst: ReadonlySet<Code> = new Set<Code>(['hazard_moved_back', 'hazard_differs']);
const keepFirst = ['keep', 'replace'] as const;
const replaceFirst = ['replace', 'keep'] as const;

type May = (permission: UnitPermission) => boolean;

/** How a group may be answered, the likeliest first; `may` says what the reader holds. None for what waits on another answer. */
export function optionsOf(group: ImportGroup, may: May = () => false): Option[] {
  if (waiting.has(group.code)) return [];
  if (group.code === 'sheet_unrecognised') return [{ how: 'sheet' }];
  return [
    ...(group.code === 'unit_renamed' ? replaceFirst.map((say) => ({ how: 'row', say }) as const) : []),
    ...valueOptions(group),
    ...(unitCodes.has(group.code) ? [{ how: 'unit' } as const] : []),
    ...rowOptions(group.code),
    ...barredOptions(group, may),
    ...typedOptions(group),
    ...(isOffer(group.code) ? [] : [{ how: 'row', say: 'skip' } as const]),
  ];
}

/** Whether one reply may be given to all questions of this kind: there may be hundreds, each about another row. */
export function isAskedOfMany({ code }: ImportGroup): boolean {
  return similar.has(code) || alike.has(code) || barredRows[code] !== undefined;
}

function valueOptions({ code, candidates }: ImportGroup): Option[] {
  if (ofRows.has(code)) return candidates.flatMap((each) => rowOptionsOf(each));
  if (shown.has(code)) return [];
  if (similar.has(code))
    return candidates.map(({ value, label }) => ({ how: 'same', of: value, label: candidates.length > 1 ? label : null }));
  return ofRow.has(code) ? [] : candidates.map(({ value, label }) => ({ how: 'value', value, label }));
}

/** Where the two rows tell the same nothing is to be taken. */
function rowOptionsOf({ value, beside = [] }: ImportGroup['candidates'][number]): Option[] {
  const same = { how: 'same', of: value, label: null } as const;
  return beside.length === 0 ? [same] : [same, { how: 'taken', of: value }];
}

function rowOptions(code: Code): Option[] {
  if (code === 'hazard_similar_there') return (['keep', 'accept'] as const).map((say) => ({ how: 'row', say }));
  if (differs.has(code)) return (keptFirst.has(code) ? keepFirst : replaceFirst).map((say) => ({ how: 'row', say }));
  return acceptable.has(code) ? [{ how: 'row', say: 'accept' }] : [];
}

/** What somebody lacked the permission for is confirmed by who holds it at the unit of the row; rows judged long ago do not say where. */
function barredOptions({ code, mayConfirm }: ImportGroup, may: May): Option[] {
  const permission = barredRows[code];
  if (permission === undefined || !(mayConfirm ?? may(permission))) return [];
  const ways = permission === 'units.create' ? (['accept'] as const) : (['replace', 'keep'] as const);
  return ways.map((say) => ({ how: 'row', say }));
}

function typedOptions({ code, field, facts, places }: ImportGroup): Option[] {
  if (untyped.has(code) || barredRows[code] !== undefined || personal.has(field) || places.some(({ cell }) => cell === null)) return [];
  return [{ how: places.length === 1 || facts['text'] !== undefined ? 'text' : 'each' }];
}

/** Whether the numbers of the group must be corrected in the file itself. */
export function isForExcel({ field }: ImportGroup): boolean {
  return personal.has(field);
}
