import { matchKey } from '../text-keys.ts';
import type { KnownUnit } from '../unit-recogniser.ts';
import type { Nodes, UnitNode } from './unit-nodes.ts';

type Above = { readonly existing: KnownUnit | null } | null;

/** The unit that a row tells of by its code and calls otherwise, if it lies where the row says. */
export type Renamed = (node: UnitNode, parent: Above) => KnownUnit | null;

/**
 * 更名: rows whose name no unit has there and whose code one has, unless a row beside it tells of that unit by a name it has. A file may begin
 * with the unit below which it hangs, or with one above that.
 */
export function renamedIn(existing: readonly KnownUnit[], told: readonly Nodes[], under: KnownUnit | null): Renamed {
  const byCode = new Map(existing.flatMap((unit) => (unit.code === null ? [] : [[unit.code.toLowerCase(), unit] as const])));
  const names = new Set(told.flatMap(({ nodes }) => nodes.map((node) => beside(node, node.name))));
  const heads = lineOf(under, existing);
  const liesThere = (unit: KnownUnit, node: UnitNode, above: KnownUnit | null) =>
    (above !== null && above.id === unit.parentId) || (isHead(node) && heads.has(unit.id));
  const isTold = (unit: KnownUnit, node: UnitNode) => [unit.name, ...unit.shortNames].some((name) => names.has(beside(node, name)));
  return (node, parent) => {
    const unit = byCode.get(node.facts.code?.toLowerCase() ?? '');
    if (unit === undefined || parent === null) return null;
    return liesThere(unit, node, parent.existing) && !isTold(unit, node) ? unit : null;
  };
}

/** A name among the rows below one unit, as the file writes that. */
function beside({ parent, parentText }: UnitNode, name: string): string {
  return `${parent ?? ''}/${parentText ?? ''}/${matchKey(name)}`;
}

function isHead({ parent, parentText }: UnitNode): boolean {
  return parent === null && parentText === null;
}

/** The unit and all above it. */
function lineOf(unit: KnownUnit | null, existing: readonly KnownUnit[]): ReadonlySet<string> {
  const known = new Map(existing.map((each) => [each.id, each]));
  const line = new Set<string>();
  for (let at = unit ?? undefined; at !== undefined; at = known.get(at.parentId ?? '')) line.add(at.id);
  return line;
}
