import { mayHangBelow, type UnitKind, unitKinds } from '../../units/index.ts';
import { choice } from '../answers.ts';
import { differenceFacts } from '../differences.ts';
import type { ImportProblem } from '../problems.ts';
import { problemAt, type RowReader, saidOf, verdictOf } from '../row-reader.ts';
import { matchKey, plain } from '../text-keys.ts';
import type { KnownUnit, UnitRecogniser } from '../unit-recogniser.ts';
import type { Candidate, Verdict } from '../verdict.ts';
import { type Leaders, verdictOfSame, withLeader } from './leader-of-row.ts';
import type { Renamed } from './renamed-units.ts';
import type { UnitDraft } from './unit-draft.ts';
import { kindCandidates, mostShortNames } from './unit-facts.ts';
import type { UnitField } from './unit-fields.ts';
import { differencesOf } from './unit-differences.ts';
import { kindFromName } from './unit-kind.ts';
import type { UnitNode } from './unit-nodes.ts';
import { type KnownProfile, nothingKnown, profileOfRow } from './profile-of-row.ts';
import { barChange, barCreation, calledBefore, saidOfChange, saidOfRenaming, type UnitChange, type UnitRights } from './unit-rights.ts';

/** What is settled about a node, for its children to build on. */
export type Place = {
  readonly key: string | null;
  readonly existing: KnownUnit | null;
  readonly kind: UnitKind | null;
  readonly settled: boolean;
  /** The nearest unit of the tree: itself, or the one in which it will lie. Null while that is not known. */
  readonly groundId: string | null;
};

export type Settling = {
  readonly recogniser: UnitRecogniser;
  /** Existing units by the id of their parent and the key of their name. */
  readonly children: ReadonlyMap<string, KnownUnit>;
  /** The unit below which the file hangs, when a person said so. */
  readonly under: KnownUnit | null;
  /** Keys of the nodes that have others below them. */
  readonly parents: ReadonlySet<string>;
  /** What the profile of each existing unit says. */
  readonly profiles: ReadonlyMap<string, KnownProfile>;
  readonly rights: UnitRights;
  readonly renamed: Renamed;
  /** Who may be 第一责任人; null where that is not asked. */
  readonly leaders: Leaders | null;
};

export type Settled = {
  readonly place: Place;
  readonly verdict: Verdict<UnitDraft> | null;
  readonly draft: UnitDraft | null;
  /** What the row tells: what comes to light about its kind and its code once all are settled is said there. */
  readonly node: UnitNode;
};

/** As long as the name of a unit may be (units/inputs). */
const longestName = 80;

/** Finds out where a node hangs, whether it is there already, and what kind it is; says what a person must decide. */
export function settleNode(node: UnitNode, above: Place | null, settling: Settling): Settled {
  checkName(node);
  const parent = above ?? parentOutside(node, settling);
  const named = existingOf(node, parent, settling);
  const renamed = named === null ? settling.renamed(node, parent) : null;
  const existing = named ?? renamed;
  const kind = existing?.kind ?? kindOf(node, parent, settling);
  const barred = existing === null && isBarred(node, { above, parent, kind }, settling);
  const judged = judgedFacts(node, { parent, existing, kind }, settling);
  return { ...settledAs(judged, { parent, existing, isRenamed: renamed !== null, kind, barred, settling }), node };
}

/** The row with its profile and its first responsible person as they go in. */
function judgedFacts(node: UnitNode, { parent, existing, kind }: Hanging, settling: Settling): UnitNode {
  const facts = profileOfRow(node, { kind, before: profileOf(existing, settling) });
  return { ...node, facts: withLeader({ ...node, facts }, { ...settling, existing, parent }) };
}

type New = { readonly above: Place | null; readonly parent: Place | null; readonly kind: UnitKind | null };

/** Whether a unit that is not there yet may not be made by whoever brings the file in; where it may, it must fit its place. */
function isBarred(node: UnitNode, { above, parent, kind }: New, settling: Settling): boolean {
  if (barCreation(node, parent?.groundId ?? null, settling.rights)) return true;
  if (above?.settled === false) ask(node, 'unit_parent_pending', []);
  checkPlace(node, parent, kind, settling);
  return false;
}

function profileOf(existing: KnownUnit | null, { profiles }: Settling): KnownProfile | null {
  return existing === null ? null : (profiles.get(existing.id) ?? nothingKnown);
}

function checkName({ name, nameField, reader }: UnitNode): void {
  if (name.length > longestName) reader?.problems.push(problemAt(reader, nameField, 'cell_too_long'));
}

/** Names are added to those that the unit has. */
function checkShortNames({ facts, reader }: UnitNode, { shortNames }: KnownUnit): void {
  const isTooMuch = facts.shortNames.length > 0 && new Set([...shortNames, ...facts.shortNames]).size > mostShortNames;
  if (isTooMuch) reader?.problems.push(problemAt(reader, 'shortNames', 'cell_too_long'));
}

/** The parent of a node that has none in the file: the unit named in its row, the unit said for the whole file, or nothing. */
function parentOutside(node: UnitNode, settling: Settling): Place | null {
  const said = saidParent(node, settling.recogniser);
  if (said !== null) return placeOf(said);
  return node.parentText === null ? placeUnder(node, settling) : parentNamed(node, node.parentText, settling.recogniser);
}

function parentNamed(node: UnitNode, parentText: string, recogniser: UnitRecogniser): Place {
  const found = recogniser.recognise(parentText, null);
  if (found.kind === 'unit') return placeOf(found.unit);
  const candidates = (found.kind === 'ambiguous' ? found.units : recogniser.similar(parentText, null)).map(candidate(recogniser));
  const code = found.kind === 'ambiguous' ? 'unit_parent_ambiguous' : 'unit_parent_unknown';
  node.reader?.questions.push(problemAt(node.reader, parentField(node.reader, parentText), code, candidates));
  return { key: null, existing: null, kind: null, settled: false, groundId: null };
}

/** Asked where the parent is written, so that rows with the same unknown parent ask the same. */
function parentField({ row }: RowReader<UnitField>, parentText: string): UnitField {
  return plain(row.cell('parentCode')?.text ?? '') === parentText ? 'parentCode' : 'parentName';
}

/** A file said to hang below a unit may begin with that unit itself, or with one above it: then it hangs where that one is. */
function placeUnder(node: UnitNode, { recogniser, under }: Settling): Place | null {
  if (under === null) return null;
  const found = recogniser.recognise(node.name, null);
  const isAbove = found.kind === 'unit' && recogniser.recognise(under.name, { unitId: found.unit.id, only: 'branch' }).kind !== 'unmatched';
  return isAbove ? null : placeOf(under);
}

/** The unit that a person chose as the parent, at the cell that names the parent or at the name itself. */
function saidParent({ reader, nameField }: UnitNode, recogniser: UnitRecogniser): KnownUnit | null {
  if (reader === null) return null;
  const said = (['parentCode', 'parentName', nameField] as const).map((field) => recogniser.unit(saidOf(reader, field) ?? ''));
  return said.find((unit) => unit !== null) ?? null;
}

function placeOf(unit: KnownUnit): Place {
  return { key: null, existing: unit, kind: unit.kind, settled: true, groundId: unit.id };
}

export function candidate(recogniser: UnitRecogniser): (unit: KnownUnit) => Candidate {
  return (unit) => ({ value: unit.id, label: recogniser.path(unit) });
}

/** A top node that names a unit of the tree is that unit; a second top beside it needs a person. */
function existingOf(node: UnitNode, parent: Place | null, { recogniser, children }: Settling): KnownUnit | null {
  if (parent !== null) return parent.existing === null ? null : (children.get(`${parent.existing.id}/${matchKey(node.name)}`) ?? null);
  const found = recogniser.recognise(node.name, null);
  if (found.kind === 'unit') return found.unit;
  if (recogniser.root !== null) ask(node, 'unit_parent_unmatched', [candidate(recogniser)(recogniser.root)]);
  return null;
}

function kindOf(node: UnitNode, parent: Place | null, { parents }: Settling): UnitKind | null {
  const said = node.reader === null ? null : saidOf(node.reader, node.nameField);
  const clues = {
    name: node.name,
    parentKind: parent?.kind ?? null,
    isRoot: parent === null,
    hasChildren: parents.has(node.key),
    hasAddress: node.facts.address !== null,
  };
  return node.facts.kind ?? unitKinds.find((kind) => kind === said) ?? kindFromName(clues);
}

function checkPlace(node: UnitNode, parent: Place | null, kind: UnitKind | null, { parents }: Settling): void {
  if (kind === null) ask(node, 'unit_kind_unknown', kindCandidates);
  const misplaced = kind !== null && parent?.kind != null && !mayHangBelow(kind, parent.kind);
  if (misplaced && !(kind === 'department' && parents.has(node.key))) ask(node, 'unit_kind_below', kindCandidates);
}

function ask(node: UnitNode, code: ImportProblem, candidates: readonly Candidate[]): void {
  const alreadyAsked = node.reader?.questions.some((question) => question.code === code) ?? true;
  if (node.reader !== null && !alreadyAsked) node.reader.questions.push(problemAt(node.reader, node.nameField, code, candidates));
}

const leaveEmpty = { value: choice.empty, label: '' };

/** Of a unit that the file calls otherwise it is asked at its code, which may be that of another one. */
function askWhichCounts({ reader, nameField }: UnitNode, change: UnitChange): void {
  if (reader === null) return;
  const question = change.isRenamed
    ? problemAt(reader, 'code', 'unit_renamed', [leaveEmpty])
    : problemAt(reader, nameField, 'unit_differs');
  reader.questions.push({ ...question, facts: { ...question.facts, ...differenceFacts(change.differences), ...calledBefore(change) } });
}

type Hanging = { readonly parent: Place | null; readonly existing: KnownUnit | null; readonly kind: UnitKind | null };
type Found = Hanging & { readonly isRenamed: boolean; readonly barred: boolean; readonly settling: Settling };
type Outcome = Omit<Settled, 'node'>;

function settledAs(node: UnitNode, found: Found): Outcome {
  const { existing, parent } = found;
  if (existing !== null) return alreadyThere(node, existing, found);
  const draft = found.kind === null ? null : draftOf(node, { ...found, kind: found.kind });
  if (node.reader === null) return impliedAs(node, draft, found);
  const verdict = verdictOf<UnitField, UnitDraft>(node.reader, parent?.settled === false ? null : draft);
  const settled = verdict.kind === 'ready';
  return { place: { ...newPlace(node, found), settled }, verdict, draft: settled ? draft : null };
}

/** A unit that no row tells is made with its first descendant, unless its kind cannot be told: then its children wait. */
function impliedAs(node: UnitNode, draft: UnitDraft | null, found: Found): Outcome {
  const settled = draft !== null && !found.barred && found.parent?.settled !== false && node.name.length <= longestName;
  return { place: { ...newPlace(node, found), settled }, verdict: null, draft: settled ? draft : null };
}

function newPlace({ key }: UnitNode, { kind, parent }: Found): Omit<Place, 'settled'> {
  return { key, existing: null, kind, groundId: parent?.groundId ?? null };
}

function alreadyThere(node: UnitNode, existing: KnownUnit, { kind, settling, isRenamed }: Found): Outcome {
  const place: Place = { key: null, existing, kind, settled: true, groundId: existing.id };
  if (node.reader === null) return { place, verdict: null, draft: null };
  const { reader, source } = node;
  const said = isRenamed ? saidOfRenaming(reader.book, source, existing.name) : saidOfChange(reader.book, source);
  const differences = differencesOf(node, existing, { profile: settling.profiles.get(existing.id), isRenamed });
  if (differences.length === 0) return { place, draft: null, verdict: verdictOfSame(reader, said) };
  if (said === 'keep') return { place, draft: null, verdict: { kind: 'skip', source, reason: 'kept_as_is', sameAs: null } };
  checkShortNames(node, existing);
  const change = { existing, differences, isRenamed };
  const barred = barChange(node, change, settling.rights);
  if (!barred && said !== 'replace') askWhichCounts(node, change);
  const draft = draftOfChange(node, existing, isRenamed);
  const verdict = verdictOf<UnitField, UnitDraft>(reader, draft);
  return { place: { ...place, kind: verdict.kind === 'ready' ? draft.kind : kind }, draft: null, verdict };
}

/** What the row replaces of a unit that is there. */
function draftOfChange(node: UnitNode, existing: KnownUnit, isRenamed: boolean): UnitDraft {
  const draft = draftOf(node, { parent: null, existing, kind: node.facts.kind ?? existing.kind });
  return { ...draft, existingId: existing.id, newName: isRenamed ? node.name : null };
}

function draftOf(node: UnitNode, { parent, kind }: Hanging & { readonly kind: UnitKind }): UnitDraft {
  return {
    ...node.facts,
    source: node.source,
    key: node.key,
    parentKey: parent?.key ?? null,
    parentId: parent?.existing?.id ?? null,
    name: node.name,
    kind,
    existingId: null,
    newName: null,
  };
}
