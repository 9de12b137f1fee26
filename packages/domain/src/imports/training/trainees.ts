import { matchKey } from '../text-keys.ts';
import type { KnownUnit } from '../unit-recogniser.ts';
import type { KnownTrainee } from './training-draft.ts';

/** Those whom a name, or a number, may mean on a day. */
export type Trainees = {
  /** All of the name, in the branch. */
  readonly named: (name: string, within: string | null, on: string) => readonly KnownTrainee[];
  readonly numbered: (staffNo: string) => KnownTrainee | null;
  /** Whether one of the units lies in the branch of the other. */
  readonly onOneLine: (unitId: string, other: string) => boolean;
};

export function traineesOf(units: readonly KnownUnit[], persons: readonly KnownTrainee[]): Trainees {
  const byName = Map.groupBy(persons, ({ name }) => matchKey(name));
  const byNumber = new Map(persons.flatMap((person) => (person.staffNo === null ? [] : [[matchKey(person.staffNo), person] as const])));
  const lines = linesOf(units);
  const isBelow = (unitId: string, above: string) => lines.get(unitId)?.includes(above) ?? false;
  return {
    named: (name, within, on) =>
      (byName.get(matchKey(name)) ?? []).filter(
        ({ unitId, leftOn }) => (within === null || isBelow(unitId, within)) && (leftOn === null || leftOn >= on),
      ),
    numbered: (staffNo) => byNumber.get(matchKey(staffNo)) ?? null,
    onOneLine: (unitId, other) => isBelow(unitId, other) || isBelow(other, unitId),
  };
}

/** Each unit and those above it, up to the top. */
export function linesOf(units: readonly KnownUnit[]): ReadonlyMap<string, readonly string[]> {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  return new Map(units.map(({ id }) => [id, lineOf(id, parents)]));
}

function lineOf(id: string, parents: ReadonlyMap<string, string | null>): readonly string[] {
  const line = [id];
  for (let above = parents.get(id) ?? null; above !== null && !line.includes(above); above = parents.get(above) ?? null) line.push(above);
  return line;
}
