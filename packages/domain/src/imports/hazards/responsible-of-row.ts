import { choice } from '../answers.ts';
import { cellOf, problemAt, type RowReader, saidOf } from '../row-reader.ts';
import type { SheetCell } from '../sheet.ts';
import type { NamedPerson } from './hazard-draft.ts';
import type { HazardField } from './hazard-fields.ts';
import { type FoundPerson, type NameFinder, namesNobody } from './name-finder.ts';

type Reader = RowReader<HazardField>;

/**
 * Who answers for the work: the first of those named, in the company of the hazard or of the unit that does the work. Where he is not known
 * nobody is made responsible in his place, and where the only bearer of his name works in another branch that is asked. 相关人员 and 各班组长 are no persons: who is meant is asked, and may stay open.
 */
export function responsibleOf(reader: Reader, places: Places, names: NameFinder): readonly NamedPerson[] {
  const cell = cellOf(reader, 'responsible');
  if (cell !== null && namesNobody(cell.text)) reader.questions.push(problemAt(reader, 'responsible', 'responsible_nobody', leaveEmpty));
  const found = foundBy(names, cell, places);
  const [first] = found;
  if (first === undefined || places.unitId === null) return found.map(named);
  const isFirst = first.isOfBranch || isConfirmed(reader, first);
  return found.map(({ name, id, isOfBranch }, at) => ({ name, id: isFirst && (at === 0 || isOfBranch) ? id : null }));
}

/** Near the hazard or, where the first is not there, near the unit that does the work. */
function foundBy(names: NameFinder, cell: SheetCell | null, { unitId, responsibleUnitId }: Places): readonly FoundPerson[] {
  const near = names(cell, unitId);
  if (near[0]?.isOfBranch === true || responsibleUnitId === null) return near;
  const ofWork = names(cell, responsibleUnitId);
  return ofWork[0]?.isOfBranch === true ? ofWork : near;
}

type Places = { readonly unitId: string | null; readonly responsibleUnitId: string | null };

/** What a draft keeps of a person. */
export function named({ name, id }: FoundPerson): NamedPerson {
  return { name, id };
}

/** Asked at the cell: the person of the other branch, or the name as it is written and nobody. */
function isConfirmed(reader: Reader, { id, name, unit }: FoundPerson): boolean {
  if (id === null) return false;
  const said = saidOf(reader, 'responsible');
  if (said === id || said === choice.accept) return said === id;
  const candidates = [
    { value: id, label: `${name}（${unit}）` },
    { value: choice.accept, label: choice.accept },
  ];
  reader.questions.push(problemAt(reader, 'responsible', 'responsible_elsewhere', candidates));
  return false;
}

const leaveEmpty = [{ value: choice.empty, label: '' }];
