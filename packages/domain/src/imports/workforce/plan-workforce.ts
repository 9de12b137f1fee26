import type { Day } from '../../kernel/index.ts';
import { type AnswerBook, answerBook, type Answers, noAnswers } from '../answers.ts';
import { type Difference, differenceFacts } from '../differences.ts';
import { readerWithDitto } from '../ditto.ts';
import type { SheetMapping } from '../mapping.ts';
import { passedVerdicts, refuseWithoutTable } from '../passed-rows.ts';
import { problemAt, verdictOf } from '../row-reader.ts';
import type { Sheet } from '../sheet.ts';
import { pathOf, scoped } from '../scoped-table.ts';
import { type Table, type TableRow, tableOf } from '../table.ts';
import { namesUnit, unitFinder } from '../unit-of-row.ts';
import { type KnownUnit, unitRecogniser } from '../unit-recogniser.ts';
import { type CellProblem, countVerdicts, type Verdict, type VerdictCounts } from '../verdict.ts';
import { itemFinder } from './certificate-items.ts';
import type { KnownItem, KnownPerson, PersonDraft } from './person-draft.ts';
import { ownFields, type PersonField, sharedFields, workforceKind } from './person-fields.ts';
import { type PersonRow, personRow } from './person-row.ts';
import { findSamePersons } from './same-person.ts';

export type WorkforcePlan = {
  readonly verdicts: readonly Verdict<PersonDraft>[];
  readonly counts: VerdictCounts;
  readonly mapping: readonly SheetMapping<PersonField>[];
};

export type WorkforceOptions = {
  readonly today: Day;
  readonly existing?: readonly KnownPerson[];
  readonly answers?: Answers;
  /** Every name is looked for below this unit, when a person said so. */
  readonly underId?: string;
  /** The blind index of an identity number, to be compared with those of `existing`. */
  /** What a certificate may be; without them certificates are read and not placed. */
  readonly certificateItems?: readonly KnownItem[];
  readonly identityKeyOf?: (identityNumber: string) => string;
};

/**
 * Reads 人员花名册: one sheet per company, or one for all. Every row with content gets one verdict; a person who is there already is
 * found by 工号 or identity number. Throws the refusal `imports.no_table` when no sheet has a header to read by.
 */
export function planWorkforce(sheets: readonly Sheet[], units: readonly KnownUnit[], options: WorkforceOptions): WorkforcePlan {
  const book = answerBook(options.answers ?? noAnswers);
  const finder = unitFinder(unitRecogniser(units));
  const findItem = options.certificateItems === undefined ? null : itemFinder(options.certificateItems);
  const reviews = new Map((options.certificateItems ?? []).map(({ code, review }) => [code, review ?? null]));
  const reviewTermsOf = (item: string) => reviews.get(item) ?? null;
  const tables = sheets.map((sheet) =>
    scoped(tableOf(sheet, workforceKind, book, namesUnit(finder)), { book, finder, underId: options.underId }),
  );
  refuseWithoutTable(tables.map(({ table }) => table));
  const rows = tables.flatMap(({ table, scope }) =>
    personRows(table, book, { scope, finder, findItem, reviewTermsOf, today: options.today }),
  );
  const duplicates = findSamePersons(rows);
  const unitNames = new Map(units.map(({ id, name }) => [id, name]));
  const known = knownPersons(options, (unitId) => unitNames.get(unitId) ?? null);
  const verdicts = [
    ...tables.flatMap(({ table }) => passedVerdicts<PersonField, PersonDraft>(table)),
    ...rows.map((row): Verdict<PersonDraft> => {
      const first = duplicates.get(row);
      return first === undefined ? judged(row, known) : { kind: 'skip', source: row.reader.row.source, reason: 'duplicate', sameAs: first };
    }),
  ];
  const mapping = tables.map(({ table, scope }) => ({ ...table.mapping, scope: pathOf(scope, finder) }));
  return { verdicts, counts: countVerdicts(verdicts), mapping };
}

function personRows(table: Table<PersonField>, book: AnswerBook, context: Parameters<typeof personRow>[1]): readonly PersonRow[] {
  let above: TableRow<PersonField> | null = null;
  return table.rows.map((row) => {
    const reader = readerWithDitto(row, above, { book, fields: { shared: sharedFields, own: ownFields } });
    above = reader.row;
    return personRow(reader, context);
  });
}

type Known = {
  readonly byStaffNo: ReadonlyMap<string | null, KnownPerson>;
  readonly byIdentity: ReadonlyMap<string | null, KnownPerson>;
  readonly keyOf: (identityNumber: string) => string | null;
  readonly unitName: (unitId: string) => string | null;
};

function knownPersons({ existing = [], identityKeyOf }: WorkforceOptions, unitName: Known['unitName']): Known {
  return {
    byStaffNo: new Map(existing.filter(({ staffNo }) => staffNo !== null).map((person) => [person.staffNo, person])),
    byIdentity: new Map(existing.filter(({ identityKey }) => identityKey !== null).map((person) => [person.identityKey, person])),
    keyOf: (identityNumber) => identityKeyOf?.(identityNumber) ?? null,
    unitName,
  };
}

/** A person who is there already is passed over when nothing differs, and asked about when something does. */
function judged(row: PersonRow, { byStaffNo, byIdentity, keyOf, unitName }: Known): Verdict<PersonDraft> {
  const key = row.identityNumber === null ? null : keyOf(row.identityNumber);
  const person = byIdentity.get(key) ?? byStaffNo.get(row.staffNo);
  if (person === undefined) return verdictOf(row.reader, row.draft);
  return isSame(row, person, key) ? alreadyThere(row, person, unitName) : ofAnother(row);
}

function isSame({ name, staffNo }: PersonRow, person: KnownPerson, key: string | null): boolean {
  const sameIdentity = key === null || person.identityKey === null || key === person.identityKey;
  const sameStaffNo = staffNo === null || person.staffNo === null || staffNo === person.staffNo;
  return sameIdentity && sameStaffNo && name === person.name;
}

function ofAnother({ reader, draft }: PersonRow): Verdict<PersonDraft> {
  reader.questions.push(problemAt(reader, 'staffNo', 'staff_no_of_another'));
  return verdictOf(reader, draft);
}

function alreadyThere({ reader, draft }: PersonRow, person: KnownPerson, unitName: Known['unitName']): Verdict<PersonDraft> {
  if (draft !== null && !bringsCertificates(draft, person)) forgetReviews(reader);
  const asWritten = verdictOf(reader, draft);
  if (asWritten.kind !== 'ready') return asWritten;
  const { source } = reader.row;
  const differences = differencesOf(asWritten.draft, person, unitName);
  if (differences.length === 0)
    return onlyCertificates(asWritten, person) ?? { kind: 'skip', source, reason: 'already_there', sameAs: null };
  const said = reader.book.row(source.sheet, source.row);
  if (said === 'keep') return { kind: 'skip', source, reason: 'kept_as_is', sameAs: null };
  if (said !== 'replace') reader.questions.push(whichCounts(reader, differences));
  return verdictOf(reader, { ...asWritten.draft, existingId: person.id });
}

function differencesOf(draft: PersonDraft, person: KnownPerson, unitName: Known['unitName']): readonly Difference[] {
  const differences: Difference[] = [];
  if (person.unitId !== null && draft.unitId !== person.unitId)
    differences.push({ column: '单位', file: unitName(draft.unitId), known: unitName(person.unitId) });
  if (draft.leftOn !== person.leftOn) differences.push({ column: '离职日期', file: draft.leftOn, known: person.leftOn });
  return differences;
}

function whichCounts(reader: PersonRow['reader'], differences: readonly Difference[]): CellProblem {
  const question = problemAt(reader, 'staffNo', 'person_differs');
  return { ...question, facts: { ...question.facts, ...differenceFacts(differences) } };
}

/** A person of whom nothing but certificates is new comes in with those; null when they are there already. */
function onlyCertificates(verdict: Ready, person: KnownPerson): Ready | null {
  if (!bringsCertificates(verdict.draft, person)) return null;
  return { ...verdict, draft: { ...verdict.draft, existingId: person.id, onlyCertificates: true } };
}

/** What is held already is not asked about again. */
function forgetReviews({ questions }: PersonRow['reader']): void {
  const at = questions.findIndex(({ code }) => code === 'certificate_review_past');
  if (at >= 0) questions.splice(at, 1);
}

function bringsCertificates(draft: PersonDraft, { certificates = [] }: KnownPerson): boolean {
  return draft.certificates.some(({ item, validTo, permanent }) => {
    const held = certificates.filter((each) => each.item === item);
    return (
      item !== null &&
      (validTo !== null || permanent) &&
      !held.some(({ validUntil }) => validUntil === null || validUntil >= (validTo ?? '9999'))
    );
  });
}

type Ready = Extract<Verdict<PersonDraft>, { kind: 'ready' }>;
