import type { KeyArea } from '../../hazards/index.ts';
import { categoryDefaults } from '../../hazards/index.ts';
import type { Day } from '../../kernel/index.ts';
import type { WorkCalendar } from '../../standards/index.ts';
import { read } from '../reading.ts';
import { cellOf, problemAt, required, type RowReader, saidOf, words } from '../row-reader.ts';
import { matchKey, tidy } from '../text-keys.ts';
import { type UnitField, type UnitFinder, unitOf } from '../unit-of-row.ts';
import type { Scope } from '../unit-recogniser.ts';
import { areaOfWords, categoryOf, kindFrom } from './area-of-words.ts';
import { commentWords } from './comment-words.ts';
import { doubtsOf } from './contradictions.ts';
import { fundsOf } from './funds-of-row.ts';
import type { Worth } from './funds.ts';
import type { HazardDraft } from './hazard-draft.ts';
import { type HazardField, hazardsKind } from './hazard-fields.ts';
import type { NameFinder } from './name-finder.ts';
import { progressOf } from './progress.ts';
import { levelOf } from './level-of-row.ts';
import { named, responsibleOf } from './responsible-of-row.ts';
import { dayFound, shortDay } from './row-days.ts';
import { areaFrom, categoryFrom, sourceFrom } from './words-of-trade.ts';

export type HazardReader = RowReader<HazardField>;

export type HazardContext = {
  readonly scope: Scope | null;
  readonly finder: UnitFinder;
  readonly names: NameFinder;
  /** The year of days without one. */
  readonly year: number;
  /** The month in the name of the sheet, for days without one. */
  readonly month: number | null;
  /** The line above the table that says 重大隐患. */
  readonly majorTitle: string | null;
  /** What one of the column of funds may be worth. */
  readonly worth: Worth;
  readonly today: Day;
  readonly calendar?: WorkCalendar | undefined;
};

/** What a row says, also when it cannot go in: duplicates are found among all rows. */
export type HazardLine = { readonly reader: HazardReader; readonly draft: HazardDraft | null };

const longestText = 2000;

/** Reads one row of a ledger; what is wrong or doubtful is left in the reader. */
export function readHazard(reader: HazardReader, context: HazardContext): HazardLine {
  const { year, today, calendar } = context;
  const isShort = isShortDay(reader);
  const text = required(reader, 'text', ({ text: written }) => read(tidy(written)), 'hazard_text_missing');
  const foundOn = foundOnOf(reader, context, isShort);
  const unit = unitOf(unitReader(reader), context.scope, context.finder);
  const unitId = unit === null ? null : unit.id;
  const { level, ...told } = toldBy(reader, { ...context, text, unitId });
  const progress = progressOf(reader, { foundOn, year, calendar, isShort });
  doubtsOf(reader, { ...told, ...progress, foundOn }, { today, year });
  const identity = identityFrom(unitId, foundOn, text);
  if (identity === null || level === null || progress === null) return { reader, draft: null };
  return { reader, draft: { ...told, ...progress, ...identity, level, source: reader.row.source, existingId: null } };
}

function isShortDay({ row }: HazardReader): boolean {
  const cell = row.cell('foundOn');
  return cell !== null && shortDay(cell) !== null;
}

/** 8日 in a sheet called 10月: the month of the sheet is asked about, once for all of its rows. */
function foundOnOf(reader: HazardReader, { year, month }: HazardContext, isShort: boolean): Day | null {
  const ofSheet = month === null || !isShort ? null : `${year}-${String(month).padStart(2, '0')}`;
  const day = required(reader, 'foundOn', (cell) => dayFound(cell, year, ofSheet), 'found_on_missing');
  if (ofSheet === null || day === null || saidOf(reader, 'foundOn') === ofSheet) return day;
  const facts = { sheet: reader.row.source.sheet, month: ofSheet };
  const candidates = [{ value: ofSheet, label: ofSheet }];
  reader.questions.push({ ...problemAt(reader, 'foundOn', 'month_of_sheet', candidates), facts });
  return day;
}

function identityFrom(unitId: string | null, foundOn: Day | null, text: string | null) {
  if (unitId === null || foundOn === null || text === null) return null;
  return { unitId, foundOn, text, textKey: matchKey(text) };
}

type Known = HazardContext & { readonly text: string | null; readonly unitId: string | null };

/** What the other columns tell. */
function toldBy(reader: HazardReader, known: Known) {
  const { names, unitId } = known;
  const responsibleUnitId = responsibleUnitOf(reader, known);
  return {
    ...sortOf(reader, known),
    place: words(reader, 'place'),
    from: sourceFrom(cellOf(reader, 'form')?.text ?? null),
    measures: words(reader, 'measures', longestText),
    responsibleUnitId,
    funds: fundsOf(reader, known.worth),
    finders: names(cellOf(reader, 'finder'), unitId).map(named),
    responsible: responsibleOf(reader, { unitId, responsibleUnitId }, names),
    acceptors: names(cellOf(reader, 'acceptor'), unitId).map(named),
    words: wordsOf(reader),
  };
}

/** A ledger that names only the unit answerable for the work names the unit by it. */
function unitReader(reader: HazardReader): RowReader<UnitField> {
  const { row } = reader;
  if (row.address('unit') !== null) return reader;
  const column = (field: UnitField): HazardField => (field === 'unit' ? 'responsibleUnit' : field);
  const seen = {
    ...row,
    cell: (field: UnitField) => row.cell(column(field)),
    address: (field: UnitField) => row.address(column(field)),
    mayTell: (field: UnitField) => row.mayTell(column(field)),
  };
  return { ...reader, row: { ...seen, own: (field) => row.own(column(field)) } };
}

/** Area, category and level: from their columns, and where a column is missing from the words of the hazard. */
function sortOf(reader: HazardReader, { text: written, majorTitle }: Known) {
  const text = written ?? '';
  const keyArea = areaOf(reader, text);
  const category = categoryFrom(cellOf(reader, 'category')?.text ?? '') ?? categoryOf(keyArea, text);
  const kind = kindFrom(cellOf(reader, 'category')?.text ?? null, category);
  return { keyArea, category, kind, level: levelOf(reader, categoryDefaults[category].level, majorTitle) };
}

function areaOf(reader: HazardReader, text: string): KeyArea {
  const told = [cellOf(reader, 'area'), cellOf(reader, 'category')].map((cell) => (cell === null ? null : areaFrom(cell.text)));
  return told.find((area) => area !== null) ?? areaOfWords(text);
}

/** 责任单位 beside 受检单位; not worth a question, for triage names it again. */
function responsibleUnitOf(reader: HazardReader, { scope, finder }: HazardContext): string | null {
  const cell = cellOf(reader, 'responsibleUnit');
  const found = cell === null ? null : finder.recognise(cell.text, scope);
  return found?.kind === 'unit' ? found.unit.id : null;
}

function wordsOf({ row }: HazardReader): HazardDraft['words'] {
  const told: Partial<Record<HazardField, string>> = {};
  for (const { name } of hazardsKind.fields) {
    const text = tidy(row.cell(name)?.text ?? '');
    if (text !== '' && name !== 'number') told[name] = text;
  }
  return { ...told, ...commentWords(row.source.row, row.comments) };
}
