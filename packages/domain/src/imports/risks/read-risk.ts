import type { Day } from '../../kernel/index.ts';
import { compareDecimals, gradeBy, type Grading, measureKinds, owesControlPlan, type Scale, scaleOn } from '../../risks/index.ts';
import { choice } from '../answers.ts';
import { dayFrom } from '../dates.ts';
import type { NameFinder } from '../hazards/name-finder.ts';
import { read, type Reading, unread, type Written } from '../reading.ts';
import { cellOf, problemAt, required, type RowReader, saidOf, words } from '../row-reader.ts';
import { matchKey, tidy } from '../text-keys.ts';
import { type UnitFinder, unitOf } from '../unit-of-row.ts';
import type { Scope } from '../unit-recogniser.ts';
import type { KnownPoint, RiskDraft } from './risk-draft.ts';
import type { RiskField } from './risk-fields.ts';
import { directMajorFrom, factorFrom, gradingMethodFrom, isPublishedWord, measuresIn, riskKindFrom, riskLevelFrom } from './risk-words.ts';

export type RiskReader = RowReader<RiskField>;
export type RiskLine = { readonly reader: RiskReader; readonly draft: RiskDraft | null };

export type RiskContext = {
  readonly scope: Scope | null;
  readonly finder: UnitFinder;
  readonly names: NameFinder;
  readonly points: readonly KnownPoint[];
  readonly scales: readonly Scale[];
  readonly today: Day;
};

/** Reads one row of a register; what is wrong or doubtful is left in the reader. */
export function readRiskRow(reader: RiskReader, context: RiskContext): RiskLine {
  const known = identityOf(reader, context);
  const assessedOn = required(reader, 'assessedOn', (cell) => dayAssessed(cell, context.today), 'date_missing');
  const graded = assessedOn === null ? null : gradingOf(reader, { ...context, assessedOn });
  if (known === null || graded === null) return { reader, draft: null };
  const told = { ...known, ...besideOf(reader, known.unitId, context), ...graded, source: reader.row.source };
  return { reader, draft: { ...told, published: isPublished(reader, told) } };
}

/** Unit, risk point and source of harm: without these a row is no risk. */
function identityOf(reader: RiskReader, { scope, finder }: RiskContext) {
  const riskPoint = required(reader, 'name', short(80), 'risk_point_missing');
  const harm = required(reader, 'source', short(200), 'risk_source_missing');
  const unit = unitOf(reader, scope, finder);
  if (riskPoint === null || harm === null || unit === null) return null;
  return { unitId: unit.id, riskPoint, harm, sameKey: sameRisk({ unitId: unit.id, name: riskPoint, source: harm }) };
}

function besideOf(reader: RiskReader, unitId: string, { names, points }: RiskContext) {
  return {
    kind: riskKindFrom(written(reader, 'kind')) ?? ('place' as const),
    pointId: pointOf(reader, unitId, points),
    consequences: words(reader, 'consequences'),
    ownerId: names(cellOf(reader, 'owner'), unitId).find(({ id }) => id !== null)?.id ?? null,
    controlPlan: words(reader, 'controlPlan', 2000),
    measures: measuresOf(reader),
  };
}

function written(reader: RiskReader, field: RiskField): string {
  return cellOf(reader, field)?.text ?? '';
}

/** Under which key two rows are one risk. */
export function sameRisk({ unitId, name, source }: { readonly unitId: string; readonly name: string; readonly source: string }): string {
  return [unitId, matchKey(name), matchKey(source)].join('|');
}

function short(most: number) {
  return ({ text }: Written): Reading<string> => (tidy(text).length > most ? unread('cell_too_long') : read(tidy(text)));
}

function dayAssessed(cell: Written, today: Day): Reading<Day> {
  const found = dayFrom(cell);
  if (!found.ok) return unread(found.code);
  const day = found.value.precision === 'day' ? found.value.day : `${found.value.day}-01`;
  return day > today ? unread('date_after_today') : read(day);
}

type Grounds = RiskContext & { readonly assessedOn: Day };
type Graded = Pick<RiskDraft, 'grading' | 'level'>;

/** Graded by the table of the day; a value that the table does not know is a problem at its cell. */
function gradingOf(reader: RiskReader, { scales, assessedOn }: Grounds): Graded | null {
  const method = gradingMethodFrom(written(reader, 'method')) ?? (cellOf(reader, 'exposure') === null ? 'ls' : 'lec');
  const scale = scaleOn(scales, method, assessedOn);
  const factors = scale === null ? null : factorsIn(reader, scale);
  if (scale === null || factors === null) return null;
  const directMajor = directMajorFrom(written(reader, 'directMajor'));
  const grading = { method, ...factors, directMajor, assessedOn };
  const reckoned = gradeBy(scale, grading, directMajor);
  compareWithTold(reader, reckoned);
  return { grading, level: reckoned.level };
}

/** What each factor of the method says; null when one of them says nothing that the table knows. */
function factorsIn(reader: RiskReader, scale: Scale) {
  const exposure = scale.method === 'lec' ? factorOf(reader, 'exposure', scale) : null;
  const [likelihood, consequence] = [factorOf(reader, 'likelihood', scale), factorOf(reader, 'consequence', scale)];
  const isComplete = scale.method === 'ls' || exposure !== null;
  return likelihood === null || consequence === null || !isComplete ? null : { likelihood, exposure, consequence };
}

function factorOf(reader: RiskReader, factor: 'likelihood' | 'exposure' | 'consequence', { body }: Scale): string | null {
  const known = body[factor].map(({ value }) => value);
  return required(
    reader,
    factor,
    ({ text }) => (known.includes(factorFrom(text)) ? read(factorFrom(text)) : unread('risk_value_not_in_scale')),
    'risk_value_missing',
  );
}

/** A score or a level that the register tells otherwise: the product's own counts, and a person is told, or asked where the level differs. */
function compareWithTold(reader: RiskReader, { score, level }: Grading): void {
  const told = factorFrom(written(reader, 'score'));
  if (told !== '' && !isSame(told, score)) reader.warnings.push(problemAt(reader, 'score', 'risk_score_differs'));
  const word = written(reader, 'level');
  const agrees = word === '' || riskLevelFrom(word) === level;
  if (agrees || saidOf(reader, 'level') === choice.accept) return;
  reader.questions.push(problemAt(reader, 'level', 'risk_level_differs', [{ value: choice.accept, label: choice.accept }]));
}

function isSame(told: string, score: string): boolean {
  return /^\d{1,6}(\.\d{1,4})?$/u.test(told) && compareDecimals(told, score) === 0;
}

/** By its code, or by its name within the unit; a place that is no point goes in without one. */
function pointOf(reader: RiskReader, unitId: string, points: readonly KnownPoint[]): string | null {
  const cell = cellOf(reader, 'point');
  if (cell === null) return null;
  const key = matchKey(cell.text);
  const named = points.filter((point) => matchKey(point.code) === key || (point.unitId === unitId && matchKey(point.name) === key));
  if (named.length === 1) return named[0]?.id ?? null;
  reader.warnings.push(problemAt(reader, 'point', 'risk_point_unmatched'));
  return null;
}

const longestMeasure = 300;

function measuresOf(reader: RiskReader): RiskDraft['measures'] {
  return measureKinds.flatMap((kind) => {
    const texts = measuresIn(written(reader, kind));
    const tooLong = texts.some((text) => text.length > longestMeasure);
    if (tooLong) reader.problems.push(problemAt(reader, kind, 'cell_too_long'));
    return texts.map((text) => ({ kind, text: text.slice(0, longestMeasure) }));
  });
}

type Content = Pick<RiskDraft, 'measures' | 'ownerId' | 'controlPlan' | 'level'>;

/** In force only where nothing is missing that a publication needs; otherwise a draft, with a warning. */
function isPublished(reader: RiskReader, { measures, ownerId, controlPlan, level }: Content): boolean {
  if (!isPublishedWord(written(reader, 'stage'))) return false;
  const complete = measures.length > 0 && ownerId !== null && (controlPlan !== null || !owesControlPlan(level));
  if (!complete) reader.warnings.push(problemAt(reader, 'stage', 'risk_kept_as_draft'));
  return complete;
}
