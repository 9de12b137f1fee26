import type { ImportProblem } from './problems.ts';
import { cellOf, isTold, problemAt, type RowReader, saidOf } from './row-reader.ts';
import { headquartersScope } from './sheet-scope.ts';
import type { NamesUnit } from './sight.ts';
import { matchKey } from './text-keys.ts';
import type { KnownUnit, Recognised, Scope, UnitRecogniser } from './unit-recogniser.ts';
import type { Candidate } from './verdict.ts';

const steps = ['company', 'unit', 'team'] as const;
/** The columns that name a unit. */
export type UnitField = (typeof steps)[number];
type Reader = RowReader<UnitField>;

/** Finds the unit of one row: company, then unit, then team, each within the one before. */
export type UnitFinder = {
  readonly recogniser: UnitRecogniser;
  readonly recognise: (text: string, scope: Scope | null) => Recognised;
  readonly similar: (text: string, scope: Scope | null) => readonly KnownUnit[];
};

/** The same words stand in hundreds of rows: each is looked up once. */
export function unitFinder(recogniser: UnitRecogniser): UnitFinder {
  return { recogniser, recognise: remembered(recogniser.recognise), similar: remembered(recogniser.similar) };
}

function remembered<Answer>(look: (text: string, scope: Scope | null) => Answer): (text: string, scope: Scope | null) => Answer {
  const known = new Map<string, Answer>();
  return (text, scope) => {
    const key = `${scope?.unitId ?? ''}|${scope?.only ?? ''}|${matchKey(text)}`;
    const found = known.get(key) ?? look(text, scope);
    known.set(key, found);
    return found;
  };
}

/** The unit a row belongs to; null after a question was asked. */
export function unitOf(reader: Reader, sheetScope: Scope | null, finder: UnitFinder): KnownUnit | null {
  const told = steps.filter((field) => cellOf(reader, field) !== null);
  if (told.length === 0) return unitOfSurroundings(reader, sheetScope, finder);
  let scope = told.includes('company') ? sheetScope : scopeOfBand(reader, sheetScope, finder);
  let unit: KnownUnit | null = null;
  for (const field of told) {
    const step = stepInto(reader, field, { scope, finder, sheetScope });
    if (step === null) return null;
    ({ unit, scope } = step);
  }
  return unit;
}

/** Below a band that names a unit nothing else is meant; a row that names its company itself is not limited by it. */
function scopeOfBand(reader: Reader, sheetScope: Scope | null, finder: UnitFinder): Scope | null {
  const unit = finder.recogniser.unit(saidOfBand(reader) ?? '') ?? unitOfBand(reader.row.band, sheetScope, finder);
  return unit === null ? sheetScope : { unitId: unit.id, only: 'branch' };
}

type Reached = { readonly unit: KnownUnit; readonly scope: Scope };

/** One step down the tree. 总部 in the place of a company is the top unit with its departments. */
function stepInto(reader: Reader, field: UnitField, step: Step): Reached | null {
  const { finder } = step;
  const said = finder.recogniser.unit(saidOf(reader, field) ?? '');
  const headquarters = field === 'company' && said === null ? headquartersOf(reader, finder) : null;
  if (headquarters !== null) return headquarters;
  const unit = said ?? unitNamed(reader, field, step);
  return unit === null ? null : { unit, scope: { unitId: unit.id, only: 'branch' } };
}

function headquartersOf(reader: Reader, { recogniser }: UnitFinder): Reached | null {
  const scope = headquartersScope(cellOf(reader, 'company')?.text ?? '', recogniser);
  return scope === null || recogniser.root === null ? null : { unit: recogniser.root, scope };
}

/** Where a name is looked for, and where all names of the sheet are. */
type Step = { readonly scope: Scope | null; readonly finder: UnitFinder; readonly sheetScope: Scope | null };

function unitNamed(reader: Reader, field: UnitField, { scope, finder, sheetScope }: Step): KnownUnit | null {
  const text = cellOf(reader, field)?.text ?? '';
  const found = finder.recognise(text, scope);
  if (found.kind === 'unit') return found.unit;
  if (found.kind === 'ambiguous') return asked(reader, field, { code: 'unit_ambiguous', units: found.units, finder });
  const elsewhere = reader.row.band === null ? null : finder.recognise(text, sheetScope);
  const units = [...(elsewhere?.kind === 'unit' ? [elsewhere.unit] : []), ...finder.similar(text, scope)];
  return asked(reader, field, { code: 'unit_unmatched', units: [...new Set(units)], finder });
}

/** A row that names no unit belongs to the band above it or, where the table has no column for units, to the unit of its sheet. */
function unitOfSurroundings(reader: Reader, scope: Scope | null, finder: UnitFinder): KnownUnit | null {
  const { band } = reader.row;
  const said = finder.recogniser.unit(saidOf(reader, 'unit') ?? saidOfBand(reader) ?? '');
  const found = said ?? unitOfBand(band, scope, finder);
  if (found !== null || steps.some((field) => isTold(reader, field))) return found;
  if (band !== null) return asked(reader, 'unit', { code: 'unit_unmatched', units: finder.similar(withoutNumeral(band), scope), finder });
  return unitOfSheet(reader, scope, finder);
}

function unitOfSheet(reader: Reader, scope: Scope | null, finder: UnitFinder): KnownUnit | null {
  const ofSheet = scope === null ? null : finder.recogniser.unit(scope.unitId);
  if (ofSheet !== null && isForSheet(reader)) return ofSheet;
  return asked(reader, 'unit', { code: 'unit_missing', units: ofSheet === null ? [] : [ofSheet], finder });
}

/** A band is a word in the place of a unit, and its meaning is said once for all rows below it. */
function saidOfBand({ row, book }: Reader): string | null {
  return row.band === null ? null : book.value(row.source.sheet, 'unit', row.band);
}

/** No column names units, nor may one of those that are not read. */
function isForSheet({ row }: Reader): boolean {
  return steps.every((field) => row.address(field) === null && !row.mayTell(field));
}

function unitOfBand(band: string | null, scope: Scope | null, { recognise }: UnitFinder): KnownUnit | null {
  const texts = band === null ? [] : [band, withoutNumeral(band)];
  const found = texts.map((text) => recognise(text, scope)).find(({ kind }) => kind !== 'unmatched');
  return found?.kind === 'unit' ? found.unit : null;
}

/** Whether a line above rows names a unit, or one of several. */
export function namesUnit({ recognise }: UnitFinder): NamesUnit {
  return (line) => [line, withoutNumeral(line)].some((text) => recognise(text, null).kind !== 'unmatched');
}

/** 一、临溪公司, （一）临溪公司 and 1.临溪公司 are numbered lines; 一分厂 and 1号楼 are names. */
function withoutNumeral(band: string): string {
  return band.replace(/^(\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)[、.:]?|(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.:,)])\s*/u, '');
}

type Asking = { readonly code: ImportProblem; readonly units: readonly KnownUnit[]; readonly finder: UnitFinder };

function asked(reader: Reader, field: UnitField, { code, units, finder }: Asking): null {
  const candidates = units.map((unit): Candidate => ({ value: unit.id, label: finder.recogniser.path(unit) }));
  const question = problemAt(reader, field, code, candidates);
  const { band } = reader.row;
  const isOfBand = cellOf(reader, field) === null && band !== null;
  reader.questions.push(isOfBand ? { ...question, facts: { text: band } } : question);
  return null;
}
