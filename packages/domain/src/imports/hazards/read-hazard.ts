import type { HazardLevel, KeyArea } from '../../hazards/index.ts';
import { categoryDefaults, hazardLevels } from '../../hazards/index.ts';
import type { Day } from '../../kernel/index.ts';
import type { WorkCalendar } from '../../standards/index.ts';
import { choice } from '../answers.ts';
import { read } from '../reading.ts';
import { cellOf, problemAt, required, type RowReader, saidOf, words } from '../row-reader.ts';
import { matchKey, tidy } from '../text-keys.ts';
import { type UnitField, type UnitFinder, unitOf } from '../unit-of-row.ts';
import type { Scope } from '../unit-recogniser.ts';
import { areaOfWords, categoryOf, kindFrom } from './area-of-words.ts';
import { doubtsOf } from './contradictions.ts';
import { fundsFrom } from './funds.ts';
import type { HazardDraft } from './hazard-draft.ts';
import { type HazardField, hazardsKind } from './hazard-fields.ts';
import { type NameFinder, namesNobody } from './name-finder.ts';
import { progressOf } from './progress.ts';
import { dayFound } from './row-days.ts';
import { areaFrom, categoryFrom, levelFrom, sourceFrom } from './words-of-trade.ts';

export type HazardReader = RowReader<HazardField>;

export type HazardContext = {
  readonly scope: Scope | null;
  readonly finder: UnitFinder;
  readonly names: NameFinder;
  /** The year of days without one. */
  readonly year: number;
  /** What one of the column of funds is worth, in 分. */
  readonly fenPerUnit: number;
  readonly today: Day;
  readonly calendar?: WorkCalendar | undefined;
};

/** What a row says, also when it cannot go in: duplicates are found among all rows. */
export type HazardLine = { readonly reader: HazardReader; readonly draft: HazardDraft | null };

const longestText = 2000;

/** Reads one row of a ledger; what is wrong or doubtful is left in the reader. */
export function readHazard(reader: HazardReader, context: HazardContext): HazardLine {
  const { year, today, calendar } = context;
  const text = required(reader, 'text', ({ text: written }) => read(tidy(written)), 'hazard_text_missing');
  const foundOn = required(reader, 'foundOn', (cell) => dayFound(cell, year), 'found_on_missing');
  const unit = unitOf(unitReader(reader), context.scope, context.finder);
  const unitId = unit === null ? null : unit.id;
  const { level, ...told } = toldBy(reader, { ...context, text, unitId });
  const progress = progressOf(reader, { foundOn, year, calendar });
  doubtsOf(reader, { ...told, ...progress, foundOn }, { today, year });
  const identity = identityFrom(unitId, foundOn, text);
  if (identity === null || level === null || progress === null) return { reader, draft: null };
  return { reader, draft: { ...told, ...progress, ...identity, level, source: reader.row.source, existingId: null } };
}

function identityFrom(unitId: string | null, foundOn: Day | null, text: string | null) {
  if (unitId === null || foundOn === null || text === null) return null;
  return { unitId, foundOn, text, textKey: matchKey(text) };
}

type Known = HazardContext & { readonly text: string | null; readonly unitId: string | null };

/** What the other columns tell. */
function toldBy(reader: HazardReader, known: Known) {
  const { names, unitId } = known;
  return {
    ...sortOf(reader, known.text ?? ''),
    place: words(reader, 'place'),
    from: sourceFrom(cellOf(reader, 'form')?.text ?? null),
    measures: words(reader, 'measures', longestText),
    responsibleUnitId: responsibleUnitOf(reader, known),
    funds: fundsOf(reader, known.fenPerUnit),
    finders: names(cellOf(reader, 'finder'), unitId),
    responsible: responsibleOf(reader, unitId, names),
    acceptors: names(cellOf(reader, 'acceptor'), unitId),
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
function sortOf(reader: HazardReader, text: string) {
  const keyArea = areaOf(reader, text);
  const category = categoryFrom(cellOf(reader, 'category')?.text ?? '') ?? categoryOf(keyArea, text);
  const kind = kindFrom(cellOf(reader, 'category')?.text ?? null, category);
  return { keyArea, category, kind, level: levelOf(reader, categoryDefaults[category].level) };
}

function areaOf(reader: HazardReader, text: string): KeyArea {
  const told = [cellOf(reader, 'area'), cellOf(reader, 'category')].map((cell) => (cell === null ? null : areaFrom(cell.text)));
  return told.find((area) => area !== null) ?? areaOfWords(text);
}

/** 一般 says no more than "not 重大": the level of the category is proposed, with a warning. A word of another scale is asked about once. */
function levelOf(reader: HazardReader, usual: HazardLevel): HazardLevel | null {
  const said = hazardLevels.find((level) => level === saidOf(reader, 'level'));
  if (said !== undefined) return said;
  const cell = cellOf(reader, 'level');
  const level = cell === null ? 'general' : levelFrom(cell.text);
  if (level === null) {
    const candidates = hazardLevels.map((value) => ({ value, label: value }));
    reader.questions.push(problemAt(reader, 'level', 'level_unknown', candidates));
    return null;
  }
  if (level !== 'general') return level;
  reader.warnings.push(problemAt(reader, 'level', 'level_proposed'));
  return usual;
}

/** 待定 and 若干 are asked about; 由维保单位承担 tells who pays and goes in as no amount. */
function fundsOf(reader: HazardReader, fenPerUnit: number): number | null {
  const cell = cellOf(reader, 'funds');
  if (cell === null) return null;
  const reading = fundsFrom(cell, fenPerUnit);
  if (!reading.ok) {
    const isAsked = reading.code === 'funds_undecided';
    (isAsked ? reader.questions : reader.problems).push(problemAt(reader, 'funds', reading.code, leaveEmpty));
    return null;
  }
  if (reading.warning !== undefined) reader.warnings.push(problemAt(reader, 'funds', reading.warning));
  return reading.value.fen;
}

const leaveEmpty = [{ value: choice.empty, label: '' }];

/** 相关人员 and 各班组长 are no persons: who answers for the work is asked, and may stay open. */
function responsibleOf(reader: HazardReader, unitId: string | null, names: NameFinder): HazardDraft['responsible'] {
  const cell = cellOf(reader, 'responsible');
  if (cell !== null && namesNobody(cell.text)) reader.questions.push(problemAt(reader, 'responsible', 'responsible_nobody', leaveEmpty));
  return names(cell, unitId);
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
  return told;
}
