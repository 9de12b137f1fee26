import { problemAt, rowReader, saidOf, verdictOf } from '../row-reader.ts';
import type { TableRow } from '../table.ts';
import { matchKey, plain } from '../text-keys.ts';
import type { Candidate, Verdict } from '../verdict.ts';
import type { UnitDraft } from './unit-draft.ts';
import type { UnitField } from './unit-fields.ts';
import { sameFacts } from './unit-sameness.ts';
import { type Nodes, type ShapeInput, told, unitName, type UnitNode } from './unit-nodes.ts';

/** A name on each row, with the code or the name of the unit above it. Parents may stand anywhere in the file. */
export function nodesFromParents({ table, book }: ShapeInput, by: 'parentCode' | 'parentName'): Nodes {
  const nodes: UnitNode[] = [];
  const verdicts: Verdict<UnitDraft>[] = [];
  for (const row of table.rows) {
    const name = unitName(row.cell('name')?.text ?? '');
    if (matchKey(name) === '') verdicts.push(nameless(row, book));
    else nodes.push({ ...nodeOf(row, name, by), ...told(row, book) });
  }
  const kept = withoutRepeats(nodes, verdicts);
  const keys = keysOf(kept, by);
  askAboutSharedCodes(kept);
  const nodesInPlace = kept.map((node) => linked(node, keys, by));
  askAboutNamesakes(nodesInPlace);
  return { nodes: nodesInPlace, verdicts };
}

/** Two units of one name below one parent cannot be told apart later. */
function askAboutNamesakes(nodes: readonly UnitNode[]): void {
  const byPlace = Map.groupBy(nodes, ({ parent, parentText, name }) => `${parent ?? parentText ?? ''}/${matchKey(name)}`);
  for (const namesakes of byPlace.values()) {
    if (namesakes.length < 2) continue;
    for (const { reader } of namesakes) reader?.questions.push(problemAt(reader, 'name', 'unit_twice'));
  }
}

/** A row that says the same as one before it is passed over. */
function withoutRepeats(nodes: readonly UnitNode[], verdicts: Verdict<UnitDraft>[]): readonly UnitNode[] {
  const seen = new Map<string, UnitNode>();
  return nodes.filter((node) => {
    const sign = [node.name, node.parentText ?? '', node.facts.code ?? ''].map(matchKey).join('|');
    const first = seen.get(sign);
    if (first === undefined) seen.set(sign, node);
    if (first === undefined || !sameFacts(first.facts, node.facts)) return true;
    verdicts.push({ kind: 'skip', source: node.source, reason: 'duplicate', sameAs: first.source });
    return false;
  });
}

function nameless(row: TableRow<UnitField>, book: ShapeInput['book']): Verdict<UnitDraft> {
  const reader = rowReader(row, book);
  reader.problems.push(problemAt(reader, 'name', 'unit_name_missing'));
  return verdictOf<UnitField, UnitDraft>(reader, null);
}

function nodeOf(row: TableRow<UnitField>, name: string, by: 'parentCode' | 'parentName') {
  const text = plain(row.cell(by)?.text ?? '');
  const says = /^(无|-|—|\/|0|)$/u.test(text) ? null : text;
  return { key: `${row.source.sheet}!${row.source.row}`, name, parent: null, parentText: says, nameField: 'name' as const };
}

type Keys = ReadonlyMap<string, readonly UnitNode[]>;

function keysOf(nodes: readonly UnitNode[], by: 'parentCode' | 'parentName'): Keys {
  const keys = new Map<string, UnitNode[]>();
  for (const node of nodes) {
    const names = by === 'parentCode' ? [node.facts.code ?? ''] : [node.name, ...node.facts.shortNames];
    for (const key of new Set(names.map(matchKey).filter((one) => one !== ''))) keys.set(key, [...(keys.get(key) ?? []), node]);
  }
  return keys;
}

/** The parent within the file. Several rows under one name are a question; none leaves the words for the tree that is there. */
function linked(node: UnitNode, keys: Keys, by: 'parentCode' | 'parentName'): UnitNode {
  if (node.parentText === null || node.reader === null) return node;
  const found = (keys.get(matchKey(node.parentText)) ?? []).filter(({ key }) => key !== node.key || by === 'parentCode');
  const chosen = found.length > 1 ? chosenOf(found, saidOf(node.reader, by)) : found[0];
  if (chosen !== undefined) return { ...node, parent: chosen.key, parentText: null };
  if (found.length > 1) node.reader.questions.push(problemAt(node.reader, by, 'unit_parent_ambiguous', found.map(candidateOf)));
  return node;
}

function chosenOf(found: readonly UnitNode[], said: string | null): UnitNode | undefined {
  return found.find(({ key }) => key === said);
}

function candidateOf({ key, name, source }: UnitNode): Candidate {
  return { value: key, label: `${name} (${source.sheet} ${source.row})` };
}

function askAboutSharedCodes(nodes: readonly UnitNode[]): void {
  for (const sharing of keysOf(nodes, 'parentCode').values()) {
    if (sharing.length < 2) continue;
    for (const { reader } of sharing) reader?.questions.push(problemAt(reader, 'code', 'unit_code_shared'));
  }
}
