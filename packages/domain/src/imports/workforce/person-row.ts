import type { Day } from '../../kernel/index.ts';
import { choice } from '../answers.ts';
import type { ImportProblem } from '../problems.ts';
import { sexOf } from '../../workforce/index.ts';
import { identityFrom, nameFrom, phoneFrom, staffNoFrom } from '../people.ts';
import { read, type Reading, unread, type Written } from '../reading.ts';
import { cellOf, isTold, optional, problemAt, required, type RowReader, saidOf, words } from '../row-reader.ts';
import { plain } from '../text-keys.ts';
import { type UnitFinder, unitOf } from '../unit-of-row.ts';
import type { Scope } from '../unit-recogniser.ts';
import type { ItemFinder } from './certificate-items.ts';
import { type CertificateCatalogue, certificatesOf } from './certificates.ts';
import { hiredOnOf } from './hired-on.ts';
import { engagementOf, leftOnOf } from './leaving.ts';
import type { PersonDraft } from './person-draft.ts';
import type { PersonField } from './person-fields.ts';

type Reader = RowReader<PersonField>;

/** What a row says, also when it cannot go in: duplicates are found among all rows. */
export type PersonRow = {
  readonly reader: Reader;
  readonly staffNo: string | null;
  readonly identityNumber: string | null;
  readonly name: string | null;
  readonly draft: PersonDraft | null;
};

export type PersonContext = {
  readonly scope: Scope | null;
  readonly finder: UnitFinder;
  readonly findItem: ItemFinder | null;
  readonly reviewTermsOf: CertificateCatalogue['reviewTermsOf'];
  readonly today: Day;
};

/** Reads one row of a roster; what is wrong or doubtful is left in the reader. */
export function personRow(reader: Reader, { scope, finder, today, ...catalogue }: PersonContext): PersonRow {
  const staffNo = staffNoOf(reader);
  const name = required(reader, 'name', nameFrom, 'name_missing');
  const identityNumber = optional(reader, 'identity', identityFrom);
  const told = {
    staffNo,
    identityNumber,
    phone: optional(reader, 'phone', phoneFrom),
    sex: sexFrom(reader, identityNumber),
    post: words(reader, 'post', 60),
    title: words(reader, 'title', 60),
    engagement: engagementOf(reader),
    ...stayOf(reader, identityNumber, today),
    certificates: certificatesOf(reader, { ...catalogue, today }),
    remark: words(reader, 'remark'),
  };
  const unit = unitOf(reader, scope, finder);
  const draft =
    name === null || unit === null
      ? null
      : { ...told, name, unitId: unit.id, source: reader.row.source, existingId: null, onlyCertificates: false };
  return { reader, staffNo, identityNumber, name, draft };
}

/** 工号 may be missing as a column; an empty cell in the column is a question. */
function staffNoOf(reader: Reader): string | null {
  const cell = cellOf(reader, 'staffNo');
  if (cell !== null) return optional(reader, 'staffNo', staffNoFrom);
  const isExpected = reader.row.address('staffNo') !== null && saidOf(reader, 'staffNo') !== choice.empty;
  if (isExpected && !isTold(reader, 'staffNo') && reader.row.cell('name') !== null) {
    reader.questions.push(problemAt(reader, 'staffNo', 'staff_no_missing', [{ value: choice.empty, label: choice.empty }]));
  }
  return null;
}

function sexFrom(reader: Reader, identity: string | null): PersonDraft['sex'] {
  const sex = optional(reader, 'sex', readSex);
  const contradicts = sex !== null && identity !== null && sexOf(identity) !== sex;
  if (contradicts) askToAccept(reader, 'sex', 'sex_contradicts_identity');
  return sex;
}

function readSex(cell: Written): Reading<'male' | 'female'> {
  const word = plain(cell.text).replace(/性$/u, '').toLowerCase();
  if (word === '男' || word === 'male') return read('male');
  return word === '女' || word === 'female' ? read('female') : unread('sex_unreadable');
}

/** 入职 and 离职, checked against the birthday, each other and today. */
function stayOf(reader: Reader, identity: string | null, today: Day): Pick<PersonDraft, 'hiredOn' | 'leftOn'> {
  const hiredOn = hiredOnOf(reader, { identity, today });
  const leftOn = leftOnOf(reader);
  if (hiredOn !== null && leftOn !== null && leftOn < hiredOn) askToAccept(reader, 'hiredOn', 'left_before_hired');
  return { hiredOn, leftOn };
}

function askToAccept(reader: Reader, field: PersonField, code: ImportProblem): void {
  const { source } = reader.row;
  if (saidOf(reader, field) === choice.accept || reader.book.row(source.sheet, source.row) === 'accept') return;
  const candidates = [choice.accept, choice.empty].map((value) => ({ value, label: value }));
  reader.questions.push(problemAt(reader, field, code, candidates));
}
