import type { KnownUnit } from '../unit-recogniser.ts';
import type { UnitDraft } from './unit-draft.ts';

/**
 * Codes for units whose file has none, by their place: `LZ`, `LZ11`, `LZ1103`, two digits a level (more where a unit has more than 99
 * below it). Codes of the file and of the tree are kept and never given twice, in whatever letters, nor are those of `spoken`. Drafts come
 * parents first, as a plan has them.
 */
export function proposeCodes(
  drafts: readonly UnitDraft[],
  existing: readonly KnownUnit[],
  root: string,
  spoken: Iterable<string> = [],
): ReadonlyMap<string, string> {
  const taken = takenBy([...existing, ...drafts], spoken);
  const known = new Map(existing.map(({ id, code }) => [id, code ?? root]));
  const codes = new Map<string, string>();
  const aboveOf = ({ parentKey, parentId }: UnitDraft) => codes.get(parentKey ?? '') ?? known.get(parentId ?? '');
  const siblings = new Map<string, number>();
  for (const draft of drafts) countUp(siblings, placeOf(draft));
  const given = new Map<string, number>();
  for (const draft of drafts) {
    const place = placeOf(draft);
    const width = widthFor(siblings.get(place) ?? 0);
    const code = draft.code ?? nextFree({ above: aboveOf(draft), root, width }, taken, () => countUp(given, place));
    codes.set(draft.key, code);
    taken.add(code.toLowerCase());
  }
  return codes;
}

function takenBy(units: readonly { readonly code: string | null }[], spoken: Iterable<string>): Set<string> {
  const codes = units.flatMap(({ code }) => (code === null ? [] : [code]));
  return new Set([...codes, ...spoken].map((code) => code.toLowerCase()));
}

function placeOf({ parentKey, parentId }: UnitDraft): string {
  return parentKey ?? `#${parentId ?? ''}`;
}

function countUp(counts: Map<string, number>, key: string): number {
  const next = (counts.get(key) ?? 0) + 1;
  counts.set(key, next);
  return next;
}

function widthFor(siblings: number): number {
  return Math.max(2, String(siblings).length);
}

type Place = { readonly above: string | undefined; readonly root: string; readonly width: number };

function nextFree({ above, root, width }: Place, taken: ReadonlySet<string>, next: () => number): string {
  if (above === undefined && !taken.has(root.toLowerCase())) return root;
  for (;;) {
    const code = `${above ?? root}${String(next()).padStart(width, '0')}`;
    if (!taken.has(code.toLowerCase())) return code;
  }
}
