import { choice } from '../answers.ts';
import { namesFrom } from '../people.ts';
import type { ImportProblem } from '../problems.ts';
import { asText } from '../reading.ts';
import { cellOf, isTold, problemAt, type RowReader, saidOf } from '../row-reader.ts';
import { matchKey, plain, saysNothing } from '../text-keys.ts';
import { linesOf } from '../training/trainees.ts';
import type { KnownUnit, UnitRecogniser } from '../unit-recogniser.ts';
import type { Candidate } from '../verdict.ts';
import type { KnownKeeper } from './point-draft.ts';
import type { PointField } from './point-fields.ts';

type Reader = RowReader<PointField>;

/** Those who may keep a point, by what a ledger calls them. */
export type Keepers = {
  readonly named: (name: string) => readonly KnownKeeper[];
  readonly numbered: (staffNo: string) => KnownKeeper | null;
  /** Those of them in the same company as the unit. */
  readonly near: (among: readonly KnownKeeper[], unitId: string) => readonly KnownKeeper[];
  readonly byId: (id: string | null) => KnownKeeper | null;
};

export function keepersOf(units: readonly KnownUnit[], persons: readonly KnownKeeper[]): Keepers {
  const working = persons.filter(({ leftOn }) => leftOn === null);
  const names = Map.groupBy(working, ({ name }) => matchKey(name));
  const numbers = new Map(working.flatMap((each) => (each.staffNo === null ? [] : [[matchKey(each.staffNo), each] as const])));
  const ids = new Map(working.map((each) => [each.id, each]));
  const lines = linesOf(units);
  const companyOf = (unitId: string) => lines.get(unitId)?.at(-2) ?? unitId;
  return {
    named: (name) => names.get(matchKey(name)) ?? [],
    numbered: (staffNo) => numbers.get(matchKey(staffNo)) ?? null,
    near: (among, unitId) => among.filter((each) => companyOf(each.unitId) === companyOf(unitId)),
    byId: (id) => ids.get(id ?? '') ?? null,
  };
}

type Context = { readonly unitId: string; readonly keepers: Keepers; readonly recogniser: UnitRecogniser };

function textOf(reader: Reader, field: 'keeper' | 'keeperNo'): string {
  const text = plain(cellOf(reader, field)?.text ?? '');
  return saysNothing(text) ? '' : text;
}

/** `王芳 A00123`, `王芳（A00123）`, `A00123`: a name, a number, or both in one cell; a phone beside them is passed over. */
function partsOf(reader: Reader): { readonly name: string; readonly staffNo: string } {
  const text = textOf(reader, 'keeper').replace(/(?<!\d)1\d{10}(?!\d)/gu, ' ');
  const number = /(?<![0-9A-Za-z])[A-Za-z]{0,6}-?\d{2,}[0-9A-Za-z-]*/u.exec(text)?.[0] ?? '';
  const name = text
    .replace(number, ' ')
    .replace(/\(\s*\)|[:：]/gu, ' ')
    .trim();
  return { name, staffNo: textOf(reader, 'keeperNo') || number };
}

/**
 * Who keeps the point: by 工号, or as the only one of the name, or of several the only one in the same company, with a warning. Namesakes
 * there, somebody unknown and several people in one cell are asked about: a point has one keeper. Null where nobody is told, or is asked.
 */
export function keeperOf(reader: Reader, context: Context): string | null {
  const said = saidOf(reader, fieldTold(reader));
  if (said === choice.empty || isTold(reader, 'keeper')) return null;
  return context.keepers.byId(said)?.id ?? keeperTold(reader, context);
}

function keeperTold(reader: Reader, context: Context): string | null {
  const { name, staffNo } = partsOf(reader);
  const numbered = staffNo === '' ? null : context.keepers.numbered(staffNo);
  if (numbered !== null) return byNumber(reader, { name, numbered }, context);
  if (name !== '') return byName(reader, { name, staffNo }, context);
  return staffNo === '' ? null : asked(reader, 'point_keeper_unknown', [], context);
}

type Numbered = { readonly name: string; readonly numbered: KnownKeeper };

/** The number counts where the name does not contradict it. */
function byNumber(reader: Reader, { name, numbered }: Numbered, context: Context): string | null {
  if (name === '' || matchKey(numbered.name) === matchKey(name)) return numbered.id;
  return asked(reader, 'point_keeper_contradicts', [numbered, ...context.keepers.named(name)], context);
}

type Named = { readonly name: string; readonly staffNo: string };

function byName(reader: Reader, { name, staffNo }: Named, context: Context): string | null {
  const names = namesFrom(asText(name));
  const people = names.ok ? names.value : [name];
  const [only = name] = people;
  const all = people.flatMap((each) => context.keepers.named(each));
  if (people.length > 1) return asked(reader, 'point_keepers_several', all, context);
  const withOther = context.keepers.named(only).filter((each) => staffNo !== '' && each.staffNo !== null);
  if (withOther.length > 0) return asked(reader, 'point_keeper_contradicts', withOther, context);
  return onlyOne(reader, context.keepers.named(only), context);
}

function onlyOne(reader: Reader, all: readonly KnownKeeper[], context: Context): string | null {
  const near = context.keepers.near(all, context.unitId);
  const [one] = all.length === 1 ? all : near;
  if (one === undefined) return asked(reader, all.length === 0 ? 'point_keeper_unknown' : 'point_keeper_ambiguous', all, context);
  if (all.length > 1 && near.length > 1) return asked(reader, 'point_keeper_ambiguous', near, context);
  if (all.length > 1) reader.warnings.push(problemAt(reader, fieldTold(reader), 'point_keeper_namesake'));
  return one.id;
}

const mostCandidates = 8;

function asked(reader: Reader, code: ImportProblem, among: readonly KnownKeeper[], { recogniser }: Context): null {
  const people = among.slice(0, mostCandidates).map(({ id, name, staffNo, unitId }): Candidate => {
    const unit = recogniser.unit(unitId);
    return { value: id, label: [name, staffNo, unit === null ? null : recogniser.path(unit)].filter((each) => each !== null).join(' ') };
  });
  const question = problemAt(reader, fieldTold(reader), code, [...people, { value: choice.empty, label: '' }]);
  const { text = '' } = question.facts;
  reader.questions.push({
    ...question,
    facts: { ...question.facts, text: String(text).replace(/(?<!\d)1\d{8}(?=\d{2}(?!\d))/gu, '*********') },
  });
  return null;
}

/** The cell in which the keeper is told. */
export function fieldTold(reader: Reader): 'keeper' | 'keeperNo' {
  return reader.row.cell('keeper') === null ? 'keeperNo' : 'keeper';
}
