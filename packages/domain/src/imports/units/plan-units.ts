import { type AnswerBook, answerBook, type Answers, noAnswers } from '../answers.ts';
import type { SheetMapping } from '../mapping.ts';
import { passedVerdicts, refuseWithoutTable } from '../passed-rows.ts';
import { problemAt, rowReader, verdictOf } from '../row-reader.ts';
import type { Sheet } from '../sheet.ts';
import { type Table, tableOf } from '../table.ts';
import { matchKey } from '../text-keys.ts';
import { type KnownUnit, unitRecogniser } from '../unit-recogniser.ts';
import { countVerdicts, type Verdict, type VerdictCounts } from '../verdict.ts';
import { type Days, withoutImpossible } from './impossible-units.ts';
import { withoutMisfits } from './misfits.ts';
import { withoutNamesakes } from './namesakes.ts';
import { nodesFromParents } from './parent-shapes.ts';
import { nodesFromLevels, nodesFromPaths } from './path-shapes.ts';
import { type KnownLeaders, leadersOf } from './leader-of-row.ts';
import type { KnownProfile } from './profile-of-row.ts';
import { renamedIn } from './renamed-units.ts';
import { withoutOrphans } from './orphans.ts';
import { type Place, type Settled, settleNode, type Settling } from './settle-units.ts';
import type { UnitDraft } from './unit-draft.ts';
import { sameFacts } from './unit-sameness.ts';
import { shapeOf, type UnitField, unitsKind } from './unit-fields.ts';
import { type CodeElsewhere, holdersOf, untilStill, withoutTakenCodes } from './unit-codes.ts';
import { codeFrom, leaderOf } from './unit-facts.ts';
import type { Nodes, UnitNode } from './unit-nodes.ts';
import type { UnitRights } from './unit-rights.ts';

export type UnitsPlan = {
  readonly verdicts: readonly Verdict<UnitDraft>[];
  readonly counts: VerdictCounts;
  readonly mapping: readonly SheetMapping<UnitField>[];
  /** What goes in, parents before children: ready rows, and units that are only named as parents of others. */
  readonly drafts: readonly UnitDraft[];
};

/** An existing unit with what its profile says, as far as it is asked for. */
export type ProfiledUnit = KnownUnit & {
  readonly profile?: KnownProfile | undefined;
  /** The day of its last reorganisation. */
  readonly changedOn?: string | null | undefined;
};

export type UnitsOptions = {
  readonly answers?: Answers;
  /** The unit below which the whole file hangs. */
  readonly underId?: string;
  /** What whoever brings the file in may do; left out where nobody does. */
  readonly rights?: UnitRights;
  /** Codes of the file (`unitCodesIn`) that units have which are not among the existing ones given. */
  readonly codesElsewhere?: readonly CodeElsewhere[];
  /** Who may be named as 第一责任人 (`leadersNamedIn`); left out where nobody is appointed. */
  readonly leaders?: KnownLeaders;
  /** From which day the file holds, and what day it is. */
  readonly days?: Days;
};

/**
 * Reads 组织机构 in any of its shapes. Every row with content gets one verdict; units that are there already are found by their path.
 * Throws the refusal `imports.no_table` when no sheet has a header to read by.
 */
export function planUnits(sheets: readonly Sheet[], existing: readonly ProfiledUnit[], options: UnitsOptions = {}): UnitsPlan {
  const book = answerBook(options.answers ?? noAnswers);
  const tables = sheets.map((sheet) => tableOf(sheet, unitsKind, book));
  refuseWithoutTable(tables);
  const told = tables.map((table) => nodesOf(table, book));
  const repeats: Verdict<UnitDraft>[] = [];
  const settling = settlingOf(existing, told, options);
  const holders = holdersOf(existing, options.codesElsewhere ?? [], settling.recogniser);
  const named = withoutNamesakes(settleAll(mergedNodes(told, repeats), settling));
  const each = withoutImpossible(named, existing, options.days ?? null);
  const settled = withoutOrphans(untilStill(each, (now) => withoutMisfits(withoutTakenCodes(now, holders), existing)));
  const verdicts = [
    ...tables.flatMap((table) => passedVerdicts<UnitField, UnitDraft>(table)),
    ...told.flatMap((nodes) => nodes.verdicts),
    ...repeats,
    ...settled.flatMap(({ verdict }) => (verdict === null ? [] : [verdict])),
  ];
  return {
    verdicts,
    counts: countVerdicts(verdicts),
    mapping: tables.map(({ mapping }) => mapping),
    drafts: settled.flatMap(({ draft }) => (draft === null ? [] : [draft])),
  };
}

/** The codes that a file tells of units, as they are written or were corrected. */
export function unitCodesIn(sheets: readonly Sheet[], answers: Answers): readonly string[] {
  const codes = rowsIn(sheets, answers).map((row) => codeFrom(row.cell('code')?.text ?? ''));
  return [...new Set(codes.flatMap((code) => (code.ok ? [code.value] : [])))];
}

/** Whom a file names as 第一责任人: names and 工号, as they are written or were corrected. */
export function leadersNamedIn(
  sheets: readonly Sheet[],
  answers: Answers,
): { readonly names: readonly string[]; readonly staffNos: readonly string[] } {
  const leaders = rowsIn(sheets, answers).flatMap((row) => leaderOf(rowReader(row, answerBook(noAnswers))) ?? []);
  return {
    names: [...new Set(leaders.map(({ name }) => name))],
    staffNos: [...new Set(leaders.flatMap(({ staffNo }) => staffNo ?? []))],
  };
}

function rowsIn(sheets: readonly Sheet[], answers: Answers) {
  const book = answerBook(answers);
  return sheets.flatMap((sheet) => tableOf(sheet, unitsKind, book).rows);
}

function nodesOf(table: Table<UnitField>, book: AnswerBook): Nodes {
  const fields = new Set(table.mapping.columns.flatMap(({ field }) => (field === null ? [] : [field])));
  const shape = table.mapping.status === 'read' ? shapeOf(fields) : null;
  if (shape === 'levels') return nodesFromLevels({ table, book });
  if (shape === 'path') return nodesFromPaths({ table, book });
  return shape === null ? { nodes: [], verdicts: [] } : nodesFromParents({ table, book }, shape);
}

/** Sheets that each tell a part of one tree share its upper units; a unit that two sheets tell differently is asked about. */
function mergedNodes(told: readonly Nodes[], verdicts: Verdict<UnitDraft>[]): ReadonlyMap<string, UnitNode> {
  const nodes = new Map<string, UnitNode>();
  for (const node of told.flatMap((each) => each.nodes)) {
    const first = nodes.get(node.key);
    if (first?.reader == null) nodes.set(node.key, node);
    else if (node.reader !== null) addAgain(nodes, [first, node], verdicts);
  }
  return nodes;
}

function addAgain(nodes: Map<string, UnitNode>, [first, again]: readonly [UnitNode, UnitNode], verdicts: Verdict<UnitDraft>[]): void {
  if (sameFacts(first.facts, again.facts)) {
    verdicts.push({ kind: 'skip', source: again.source, reason: 'duplicate', sameAs: first.source });
    return;
  }
  for (const { reader, nameField } of [first, again]) reader?.questions.push(problemAt(reader, nameField, 'unit_twice'));
  nodes.set(`${again.key}#${again.source.sheet}`, again);
}

function settlingOf(existing: readonly ProfiledUnit[], told: readonly Nodes[], options: UnitsOptions): Settling {
  const { underId, rights = () => true } = options;
  const recogniser = unitRecogniser(existing);
  const children = new Map<string, KnownUnit>();
  for (const unit of existing) {
    for (const name of [unit.name, ...unit.shortNames]) children.set(`${unit.parentId ?? ''}/${matchKey(name)}`, unit);
  }
  for (const unit of existing) children.set(`${unit.parentId ?? ''}/${matchKey(unit.name)}`, unit);
  const parents = new Set(told.flatMap(({ nodes }) => nodes.flatMap(({ parent }) => (parent === null ? [] : [parent]))));
  const profiles = new Map(existing.flatMap(({ id, profile }) => (profile === undefined ? [] : [[id, profile] as const])));
  const under = underId === undefined ? null : recogniser.unit(underId);
  const leaders = leadersOf(options.leaders, existing);
  return { leaders, recogniser, children, parents, profiles, rights, under, renamed: renamedIn(existing, told, under) };
}

/** Parents first; a circle of parents is a fault of every row in it. */
function settleAll(nodes: ReadonlyMap<string, UnitNode>, settling: Settling): readonly Settled[] {
  const settled = new Map<string, Settled>();
  for (const key of nodes.keys()) settleUpwards(key, { nodes, settling, settled });
  return [...settled.values()];
}

type Climb = { readonly nodes: ReadonlyMap<string, UnitNode>; readonly settling: Settling; readonly settled: Map<string, Settled> };

function settleUpwards(key: string, climb: Climb): void {
  const { nodes, settling, settled } = climb;
  const line = unsettledLine(key, climb);
  if (line === null) return;
  for (const each of line.toReversed()) {
    const node = nodes.get(each);
    if (node !== undefined) settled.set(each, settleNode(node, placeAbove(node, settled), settling));
  }
}

/** The node and all above it that are not settled yet; null after a circle was found and broken. */
function unsettledLine(key: string, climb: Climb): readonly string[] | null {
  const { nodes, settled } = climb;
  const line = new Set<string>();
  let at: string | null = key;
  while (at !== null && nodes.has(at) && !settled.has(at)) {
    if (line.has(at)) {
      breakCircle([...line], climb);
      return null;
    }
    line.add(at);
    at = nodes.get(at)?.parent ?? null;
  }
  return [...line];
}

function placeAbove({ parent }: UnitNode, settled: ReadonlyMap<string, Settled>): Place | null {
  return parent === null ? null : (settled.get(parent)?.place ?? null);
}

function breakCircle(line: readonly string[], { nodes, settled }: Climb): void {
  for (const key of line) {
    const node = nodes.get(key);
    if (node?.reader == null) continue;
    node.reader.problems.push(problemAt(node.reader, node.nameField, 'unit_parent_circle'));
    const verdict = verdictOf<UnitField, UnitDraft>(node.reader, null);
    settled.set(key, { place: { key, existing: null, kind: null, settled: false, groundId: null }, verdict, draft: null, node });
  }
}
