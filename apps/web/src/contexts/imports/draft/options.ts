import type { ImportGroup } from '../queries.ts';

type Code = ImportGroup['code'];

/** A way to answer a group of equal questions. */
export type Option =
  | { readonly how: 'value'; readonly value: string; readonly label: string }
  | { readonly how: 'unit' }
  | { readonly how: 'text' }
  | { readonly how: 'each' }
  | { readonly how: 'row'; readonly say: 'accept' | 'skip' | 'keep' | 'replace' }
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
  'equipment_differs',
  'point_differs',
]);
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
]);
/** Nothing to type: the choice lies between whole rows, or elsewhere. */
const untyped: ReadonlySet<Code> = new Set<Code>([
  ...differs,
  'unit_parent_unmatched',
  'unit_parent_pending',
  'sheet_unrecognised',
  'unit_parent_circle',
  'hazard_similar',
  'hazard_similar_there',
]);
/** A person's own numbers are corrected in the file, which is sealed, and not here. */
const personal: ReadonlySet<string | null> = new Set(['identity', 'phone', 'certificateNumber']);
/** As many cells as anybody types one by one. */
const mostEach = 50;

/** How a group may be answered, the likeliest first. None for what waits on another answer. */
export function optionsOf(group: ImportGroup): Option[] {
  if (group.code === 'unit_parent_pending') return [];
  if (group.code === 'sheet_unrecognised') return [{ how: 'sheet' }];
  return [
    ...group.candidates.map(({ value, label }): Option => ({ how: 'value', value, label })),
    ...(unitCodes.has(group.code) ? [{ how: 'unit' } as const] : []),
    ...rowOptions(group.code),
    ...typedOptions(group),
    { how: 'row', say: 'skip' },
  ];
}

function rowOptions(code: Code): Option[] {
  if (differs.has(code)) return (['replace', 'keep'] as const).map((say) => ({ how: 'row', say }));
  return acceptable.has(code) ? [{ how: 'row', say: 'accept' }] : [];
}

function typedOptions({ code, field, facts, places }: ImportGroup): Option[] {
  if (untyped.has(code) || personal.has(field) || places.some(({ cell }) => cell === null)) return [];
  if (places.length === 1 || facts['text'] !== undefined) return [{ how: 'text' }];
  return places.length <= mostEach ? [{ how: 'each' }] : [];
}

/** Whether the numbers of the group must be corrected in the file itself. */
export function isForExcel({ field }: ImportGroup): boolean {
  return personal.has(field);
}
