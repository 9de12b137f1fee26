import type { ChecklistItem } from './checklist.ts';
import type { InspectionRefusal } from './refusals.ts';

/** `FIRE-01` of the checklist `FIRE`; `FIRE-E-01` belongs to `FIRE-E`, though it begins alike. */
export function belongsTo(checklistCode: string, itemCode: string): boolean {
  return itemCode.startsWith(`${checklistCode}-`) && /^\d{2,3}$/.test(itemCode.slice(checklistCode.length + 1));
}

/** The next free code of a checklist. `used` are all codes that any version of it has ever had. */
export function nextItemCode(checklistCode: string, used: readonly string[]): string {
  const numbers = used.filter((code) => belongsTo(checklistCode, code)).map((code) => Number(code.slice(checklistCode.length + 1)));
  return `${checklistCode}-${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}

export type ItemsObjection = { readonly code: InspectionRefusal; readonly facts: Readonly<Record<string, string | number>> };

/** Why these items cannot be published as the own items of a checklist. An extension may have none: it then follows its base alone. */
export function objectionToItems(
  { code, isExtension }: { readonly code: string; readonly isExtension: boolean },
  items: readonly ChecklistItem[],
): ItemsObjection | null {
  if (items.length === 0 && !isExtension) return { code: 'inspections.no_items', facts: {} };
  const foreign = items.find((item) => !belongsTo(code, item.code));
  if (foreign !== undefined) return { code: 'inspections.item_code', facts: { item: foreign.code, code } };
  const codes = items.map((item) => item.code);
  const twice = codes.find((each, at) => codes.indexOf(each) !== at);
  if (twice !== undefined) return { code: 'inspections.item_twice', facts: { item: twice } };
  const upsideDown = items.find(({ answer }) => answer.kind === 'reading' && isUpsideDown(answer));
  return upsideDown === undefined ? null : { code: 'inspections.limits_upside_down', facts: { item: upsideDown.code } };
}

function isUpsideDown({ least, most }: { readonly least: number | null; readonly most: number | null }): boolean {
  return least !== null && most !== null && least > most;
}

/** What a version asks: the items of the base, as it is now, and then its own. No code is in both, because each begins with its checklist's. */
export function effectiveItems(base: readonly ChecklistItem[], own: readonly ChecklistItem[]): ChecklistItem[] {
  return [...base, ...own];
}
