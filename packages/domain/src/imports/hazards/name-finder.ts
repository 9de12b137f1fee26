import { namesFrom } from '../people.ts';
import type { SheetCell } from '../sheet.ts';
import { plain } from '../text-keys.ts';
import type { KnownUnit } from '../unit-recogniser.ts';
import type { KnownName, NamedPerson } from './hazard-draft.ts';

/** The persons a cell names, for a hazard of `unitId`. `isOfBranch`: the person works in the company of the hazard or in a unit above it. */
export type NameFinder = (cell: SheetCell | null, unitId: string | null) => readonly FoundPerson[];

export type FoundPerson = NamedPerson & {
  readonly isOfBranch: boolean;
  /** The unit where the person works. */
  readonly unit: string;
};

/** Words that stand where a name should: 相关人员、各班组长. */
const nobody = /人员|员工|班组长|各班|全体|大家|各部门|各车间|各单位|^(本?车间|本?班组|本?部门|本?单位|安全员|负责人|责任人)$/u;

/** Whether the words name no person but a group of people. */
export function namesNobody(text: string): boolean {
  return nobody.test(plain(text));
}

/**
 * Finds whom a ledger names: the only bearer of the name in the group or, of several, the only one in the same company, and of these the
 * only one in the unit itself. A name that stays open is kept as it is written.
 */
export function nameFinder(units: readonly KnownUnit[], persons: readonly KnownName[]): NameFinder {
  const bearers = Map.groupBy(persons, ({ name }) => name);
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  const companies = new Map(units.map(({ id }) => [id, companyOf(id, parents)]));
  const unitNames = new Map(units.map(({ id, name }) => [id, name]));
  const pathOf = (id: string) => [...new Set([companies.get(id) ?? id, id])].map((each) => unitNames.get(each) ?? '').join('/');
  const known = new Map<string, readonly FoundPerson[]>();
  const isOfBranch = (bearer: KnownName, unitId: string | null) =>
    companies.get(bearer.unitId) === companies.get(unitId ?? '') || isAbove(bearer.unitId, unitId, parents);
  const one = (name: string, unitId: string | null): FoundPerson => {
    const all = bearers.get(name) ?? [];
    const company = companies.get(unitId ?? '');
    const near = all.filter((bearer) => companies.get(bearer.unitId) === company);
    const steps = [all, near, near.filter((bearer) => bearer.unitId === unitId)];
    const bearer = steps.find(({ length }) => length === 1)?.[0];
    if (bearer === undefined) return { name, id: null, isOfBranch: false, unit: '' };
    return { name, id: bearer.id, isOfBranch: isOfBranch(bearer, unitId), unit: pathOf(bearer.unitId) };
  };
  return (cell, unitId) => {
    if (cell === null) return [];
    const key = `${unitId ?? ''}|${cell.text}`;
    const found = known.get(key) ?? namesIn(cell).map((name) => one(name, unitId));
    known.set(key, found);
    return found;
  };
}

function namesIn(cell: SheetCell): readonly string[] {
  const names = namesFrom(cell);
  if (!names.ok || namesNobody(cell.text)) return [];
  return [...new Set(names.value)];
}

function isAbove(id: string, below: string | null, parents: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>();
  for (let unit = below; unit !== null && !seen.has(unit); unit = parents.get(unit) ?? null) {
    if (unit === id) return true;
    seen.add(unit);
  }
  return false;
}

/** The unit directly below the group on the way up: all of a company answer the same. */
function companyOf(id: string, parents: ReadonlyMap<string, string | null>): string {
  let company = id;
  const seen = new Set([id]);
  for (let above = parents.get(id) ?? null; above !== null && !seen.has(above); above = parents.get(above) ?? null) {
    if ((parents.get(above) ?? null) === null) return company;
    seen.add(above);
    company = above;
  }
  return company;
}
