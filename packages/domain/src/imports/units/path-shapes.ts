import { problemAt, rowReader, verdictOf } from '../row-reader.ts';
import type { TableRow } from '../table.ts';
import { matchKey } from '../text-keys.ts';
import type { ImportProblem } from '../problems.ts';
import type { Verdict } from '../verdict.ts';
import type { UnitDraft } from './unit-draft.ts';
import { type LevelField, levelFields, type UnitField } from './unit-fields.ts';
import { addPath, type Nodes, pathKey, type PathStep, type ShapeInput, told, unitName, type UnitNode } from './unit-nodes.ts';
import { sameFacts } from './unit-sameness.ts';

/** Levels as columns. A blank level is the one above it; a value deeper than the row before opens a branch. */
export function nodesFromLevels(input: ShapeInput): Nodes {
  const levels = levelFields.filter((field) => input.table.mapping.columns.some((column) => column.field === field));
  const merged = input.table.rows.some((row) => levels.some((level) => row.own(level) === null && row.cell(level) !== null));
  let above: readonly (PathStep | null)[] = [];
  return nodesFrom(input, (row) => {
    const steps = stepsOf(row, levels, above, merged);
    if (typeof steps === 'string') return { fault: steps, field: levels[0] ?? 'level1' };
    above = steps;
    return { path: steps };
  });
}

function stepsOf(row: TableRow<UnitField>, levels: readonly LevelField[], above: readonly (PathStep | null)[], merged: boolean) {
  const own = levels.map((level) => stepOf(level, row.own(level)?.text ?? ''));
  const deepest = own.findLastIndex((step) => step !== null);
  if (deepest < 0) return 'unit_name_missing';
  const steps: PathStep[] = [];
  for (const [depth, level] of levels.slice(0, deepest + 1).entries()) {
    const isSame = steps.every((step, at) => step.key === above[at]?.key);
    const inherited = isSame && mayInherit(row, level, merged) ? above[depth] : null;
    const step = own[depth] ?? inherited ?? null;
    if (step === null) return 'unit_level_gap';
    steps.push(step);
  }
  return steps;
}

/** Where parents are merged cells, a blank that no merge covers is a level left out, which is not filled from above. */
function mayInherit(row: TableRow<UnitField>, level: LevelField, merged: boolean): boolean {
  return !merged || row.cell(level) !== null;
}

function stepOf(nameField: UnitField, text: string): PathStep | null {
  const name = unitName(text);
  const key = matchKey(name);
  return key === '' ? null : { key, name, nameField };
}

const separators = /[/／>＞→\\|｜]/u;

/** The whole path in one column, with the unit's own name at its end or in a column of its own. */
export function nodesFromPaths(input: ShapeInput): Nodes {
  return nodesFrom(input, (row) => {
    const path = [...stepsIn(row, 'path', separators), ...stepsIn(row, 'name', null)];
    const whole = path.filter((step, at) => step.nameField === 'path' || step.key !== path[at - 1]?.key);
    return whole.length === 0 ? { fault: 'unit_name_missing', field: 'path' } : { path: whole };
  });
}

function stepsIn(row: TableRow<UnitField>, field: 'path' | 'name', between: RegExp | null): readonly PathStep[] {
  const text = row.cell(field)?.text ?? '';
  const parts = between === null ? [text] : text.split(between);
  return parts.map((part) => stepOf(field, part)).filter((step) => step !== null);
}

type Tell = { readonly path: readonly PathStep[] } | { readonly fault: ImportProblem; readonly field: UnitField };

function nodesFrom({ table, book }: ShapeInput, tell: (row: TableRow<UnitField>) => Tell): Nodes {
  const nodes = new Map<string, UnitNode>();
  const verdicts: Verdict<UnitDraft>[] = [];
  for (const row of table.rows) {
    const found = tell(row);
    if ('fault' in found) verdicts.push(faulty(row, found, book));
    else addOrRepeat(found.path, { row, book, nodes, verdicts });
  }
  return { nodes: [...nodes.values()], verdicts };
}

function faulty(
  row: TableRow<UnitField>,
  { fault, field }: Extract<Tell, { fault: unknown }>,
  book: ShapeInput['book'],
): Verdict<UnitDraft> {
  const reader = rowReader(row, book);
  reader.problems.push(problemAt(reader, field, fault));
  return verdictOf<UnitField, UnitDraft>(reader, null);
}

type Adding = {
  readonly row: TableRow<UnitField>;
  readonly book: ShapeInput['book'];
  readonly nodes: Map<string, UnitNode>;
  readonly verdicts: Verdict<UnitDraft>[];
};

/** The second row of one unit says the same and is passed over, or says something else and both are asked about. */
function addOrRepeat(path: readonly PathStep[], { row, book, nodes, verdicts }: Adding): void {
  const first = nodes.get(pathKey(path));
  if (first?.reader == null) return addPath(nodes, path, row, book);
  const second = { ...first, ...told(row, book) };
  if (sameFacts(first.facts, second.facts)) verdicts.push({ kind: 'skip', source: row.source, reason: 'duplicate', sameAs: first.source });
  else askBoth(first, second, verdicts);
}

function askBoth(first: UnitNode, second: UnitNode, verdicts: Verdict<UnitDraft>[]): void {
  for (const { reader, nameField } of [first, second])
    if (reader !== null) reader.questions.push(problemAt(reader, nameField, 'unit_twice'));
  if (second.reader !== null) verdicts.push(verdictOf<UnitField, UnitDraft>(second.reader, null));
}
