import type { UnitKind } from '../units/index.ts';
import { matchKey } from './text-keys.ts';

/** A unit as the tree has it on the day of the import. */
export type KnownUnit = {
  readonly id: string;
  readonly name: string;
  readonly shortNames: readonly string[];
  readonly parentId: string | null;
  readonly kind: UnitKind;
  readonly code: string | null;
};

/** Where a name is looked for: below a unit, that unit included, or in the departments of the headquarters. */
export type Scope = { readonly unitId: string; readonly only: 'branch' | 'headquarters' };

export type Recognised =
  | { readonly kind: 'unit'; readonly unit: KnownUnit }
  | { readonly kind: 'ambiguous'; readonly units: readonly KnownUnit[] }
  | { readonly kind: 'unmatched' };

export type UnitRecogniser = {
  /**
   * The unit that `text` names: by its name, a registered short name or its code, with or without names of its ancestors in front,
   * whatever blanks, brackets and separators stand between. One hit is the unit; several are never decided here.
   */
  readonly recognise: (text: string, scope: Scope | null) => Recognised;
  /** Units whose names resemble `text`, best first: for a person to choose from, never taken. */
  readonly similar: (text: string, scope: Scope | null) => readonly KnownUnit[];
  /** The unit whose name begins with `text`; of several, the one that all others lie below. Null when there is none or no such one. */
  readonly beginning: (text: string) => KnownUnit | null;
  readonly unit: (id: string) => KnownUnit | null;
  /** `集团/公司/车间` */
  readonly path: (unit: KnownUnit) => string;
  readonly root: KnownUnit | null;
};

type Spelled = { readonly unit: KnownUnit; readonly keys: readonly string[]; readonly ancestors: readonly KnownUnit[] };

export function unitRecogniser(units: readonly KnownUnit[]): UnitRecogniser {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const spelled = new Map(units.map((unit) => [unit.id, spell(unit, byId)]));
  const byKey = new Map<string, Spelled[]>();
  for (const one of spelled.values()) for (const key of one.keys) addTo(byKey, key, one);
  const candidates = (scope: Scope | null) => [...spelled.values()].filter((one) => inScope(one, scope));
  return {
    recognise: (text, scope) => decide(hits(matchKey(text), byKey, spelled).filter((one) => inScope(one, scope))),
    similar: (text, scope) => mostSimilar(matchKey(text), candidates(scope), spelled),
    beginning: (text) => commonRoot([...spelled.values()].filter(({ unit }) => matchKey(unit.name).startsWith(matchKey(text)))),
    unit: (id) => byId.get(id) ?? null,
    path: (unit) =>
      [...(spelled.get(unit.id)?.ancestors ?? [])]
        .toReversed()
        .concat(unit)
        .map(({ name }) => name)
        .join('/'),
    root: units.find(({ parentId }) => parentId === null) ?? null,
  };
}

function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function spell(unit: KnownUnit, byId: ReadonlyMap<string, KnownUnit>): Spelled {
  const keys = [unit.name, ...unit.shortNames, unit.code ?? ''].map(matchKey).filter((key) => key !== '');
  return { unit, keys: [...new Set(keys)], ancestors: ancestorsOf(unit, byId) };
}

/** Nearest first; a circle in the tree ends where it closes. */
function ancestorsOf(unit: KnownUnit, byId: ReadonlyMap<string, KnownUnit>): readonly KnownUnit[] {
  const ancestors: KnownUnit[] = [];
  const seen = new Set([unit.id]);
  let parent = byId.get(unit.parentId ?? '');
  while (parent !== undefined && !seen.has(parent.id)) {
    ancestors.push(parent);
    seen.add(parent.id);
    parent = byId.get(parent.parentId ?? '');
  }
  return ancestors;
}

function hits(key: string, byKey: ReadonlyMap<string, readonly Spelled[]>, spelled: ReadonlyMap<string, Spelled>): readonly Spelled[] {
  const found = new Set<Spelled>();
  if (key.length > 200) return [];
  for (let start = 0; start < key.length; start += 1) {
    for (const one of byKey.get(key.slice(start)) ?? []) {
      if (isSpelledBy(key.slice(0, start), one.ancestors, spelled)) found.add(one);
    }
  }
  return [...found];
}

/** Whether `text` is a row of names of some of the ancestors, the farthest first. */
function isSpelledBy(text: string, nearestFirst: readonly KnownUnit[], spelled: ReadonlyMap<string, Spelled>): boolean {
  if (text === '') return true;
  return nearestFirst.some((ancestor, depth) =>
    (spelled.get(ancestor.id)?.keys ?? []).some(
      (key) => text.endsWith(key) && isSpelledBy(text.slice(0, -key.length), nearestFirst.slice(depth + 1), spelled),
    ),
  );
}

/** The one of these that is all the others' ancestor. */
function commonRoot(found: readonly Spelled[]): KnownUnit | null {
  const top = found.find(({ unit: { id } }) => found.every(({ unit, ancestors }) => [unit, ...ancestors].some((each) => each.id === id)));
  return top?.unit ?? null;
}

function inScope({ unit, ancestors }: Spelled, scope: Scope | null): boolean {
  if (scope === null) return true;
  const line = [unit, ...ancestors];
  const depth = line.findIndex(({ id }) => id === scope.unitId);
  if (depth < 1 || scope.only === 'branch') return depth >= 0;
  return line[depth - 1]?.kind === 'department';
}

function decide(found: readonly Spelled[]): Recognised {
  const [only, ...others] = found.map(({ unit }) => unit);
  if (only === undefined) return { kind: 'unmatched' };
  return others.length === 0 ? { kind: 'unit', unit: only } : { kind: 'ambiguous', units: [only, ...others] };
}

const enough = 0.4;
const mostCandidates = 5;

function mostSimilar(key: string, candidates: readonly Spelled[], spelled: ReadonlyMap<string, Spelled>): readonly KnownUnit[] {
  const pairs = pairsOf(key);
  return candidates
    .map((one) => ({ one, names: namesOf(one, spelled) }))
    .map(({ one, names }) => ({ one, names, likeness: Math.max(0, ...names.map((name) => dice(pairs, name.pairs))) }))
    .filter(({ likeness }) => likeness >= enough)
    .map(({ one, names, likeness }) => ({
      unit: one.unit,
      likeness,
      goesOn: names.some(({ spelling }) => spelling.startsWith(key)),
      depth: one.ancestors.length,
    }))
    .toSorted(byLikeness)
    .slice(0, mostCandidates)
    .map(({ unit }) => unit);
}

type Likened = { readonly likeness: number; readonly goesOn: boolean; readonly depth: number };

/** A name that goes on from what was written is as good as another that does: of those the upper unit comes first, as the tree has them. */
function byLikeness(a: Likened, b: Likened): number {
  if (a.goesOn !== b.goesOn) return a.goesOn ? -1 : 1;
  return a.goesOn ? a.depth - b.depth : b.likeness - a.likeness;
}

type Name = { readonly spelling: string; readonly pairs: ReadonlySet<string> };
const cut = new WeakMap<Spelled, readonly Name[]>();

/** The unit's own names, and those with a name of an ancestor in front; cut once, for a ledger asks for thousands of names. */
function namesOf(one: Spelled, spelled: ReadonlyMap<string, Spelled>): readonly Name[] {
  const known = cut.get(one);
  if (known !== undefined) return known;
  const inFront = ['', ...one.ancestors.flatMap(({ id }) => spelled.get(id)?.keys ?? [])];
  const names = inFront.flatMap((front) => one.keys.map((key) => ({ spelling: front + key, pairs: pairsOf(front + key) })));
  cut.set(one, names);
  return names;
}

/** Characters and neighbouring pairs, so that one mistyped character costs little. */
function pairsOf(key: string): ReadonlySet<string> {
  const characters = Array.from(key.slice(0, 60));
  return new Set([...characters, ...characters.slice(1).map((character, n) => `${characters[n]}${character}`)]);
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((part) => b.has(part)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
