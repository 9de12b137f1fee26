import type { Day } from '../../kernel/index.ts';
import type { Scale } from '../../risks/index.ts';
import { answerBook, type Answers, noAnswers } from '../answers.ts';
import { readerWithDitto } from '../ditto.ts';
import type { KnownName } from '../hazards/hazard-draft.ts';
import { nameFinder } from '../hazards/name-finder.ts';
import type { SheetMapping } from '../mapping.ts';
import { passedVerdicts, refuseWithoutTable } from '../passed-rows.ts';
import { verdictOf } from '../row-reader.ts';
import { pathOf, scoped } from '../scoped-table.ts';
import type { Sheet } from '../sheet.ts';
import { type TableRow, tableOf } from '../table.ts';
import { namesUnit, unitFinder } from '../unit-of-row.ts';
import { type KnownUnit, unitRecogniser } from '../unit-recogniser.ts';
import { countVerdicts, type Source, type Verdict, type VerdictCounts } from '../verdict.ts';
import { readRiskRow, type RiskLine, sameRisk } from './read-risk.ts';
import type { KnownPoint, KnownRisk, RiskDraft } from './risk-draft.ts';
import { riskDitto, type RiskField, risksKind } from './risk-fields.ts';

export type RisksPlan = {
  readonly verdicts: readonly Verdict<RiskDraft>[];
  readonly counts: VerdictCounts;
  readonly mapping: readonly SheetMapping<RiskField>[];
};

export type RisksOptions = {
  readonly today: Day;
  readonly scales: readonly Scale[];
  readonly persons?: readonly KnownName[];
  readonly points?: readonly KnownPoint[];
  readonly existing?: readonly KnownRisk[];
  readonly answers?: Answers;
  /** Every name is looked for below this unit, when a person said so. */
  readonly underId?: string;
};

/**
 * Reads 风险分级管控清单. Every row with content gets one verdict; a risk is the same by unit, risk point and source of harm, and one that is
 * there already is passed over. Throws the refusal `imports.no_table` when no sheet has a header to read by.
 */
export function planRisks(sheets: readonly Sheet[], units: readonly KnownUnit[], options: RisksOptions): RisksPlan {
  const { today, scales, persons = [], points = [], existing = [], answers = noAnswers, underId } = options;
  const book = answerBook(answers);
  const finder = unitFinder(unitRecogniser(units));
  const tables = sheets.map((sheet) => scoped(tableOf(sheet, risksKind, book, namesUnit(finder)), { book, finder, underId }));
  refuseWithoutTable(tables.map(({ table }) => table));
  const names = nameFinder(units, persons);
  const lines = tables.flatMap(({ table, scope }) => {
    let above: TableRow<RiskField> | null = null;
    return table.rows.map((row) => {
      const reader = readerWithDitto(row, above, { book, fields: riskDitto });
      above = reader.row;
      return readRiskRow(reader, { scope, finder, names, points, scales, today });
    });
  });
  const passed = tables.flatMap(({ table }) => passedVerdicts<RiskField, RiskDraft>(table));
  const verdicts = [...passed, ...judged(lines, existing)];
  const mapping = tables.map(({ table, scope }) => ({ ...table.mapping, scope: pathOf(scope, finder) }));
  return { verdicts, counts: countVerdicts(verdicts), mapping };
}

function judged(lines: readonly RiskLine[], existing: readonly KnownRisk[]): Verdict<RiskDraft>[] {
  const there = new Set(existing.map(sameRisk));
  const first = new Map<string, Source>();
  return lines.map(({ reader, draft }): Verdict<RiskDraft> => {
    const { source } = reader.row;
    if (draft === null) return verdictOf<RiskField, RiskDraft>(reader, draft);
    if (there.has(draft.sameKey)) return { kind: 'skip', source, reason: 'already_there', sameAs: null };
    const sameAs = first.get(draft.sameKey);
    if (sameAs !== undefined) return { kind: 'skip', source, reason: 'duplicate', sameAs };
    first.set(draft.sameKey, source);
    return verdictOf<RiskField, RiskDraft>(reader, draft);
  });
}
