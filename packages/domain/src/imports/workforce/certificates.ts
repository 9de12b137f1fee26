import { addDays, type Day, monthsLater } from '../../kernel/index.ts';
import { choice } from '../answers.ts';
import { dayFrom, lastDayOf, periodFrom, type ReadDay } from '../dates.ts';
import type { ImportProblem } from '../problems.ts';
import { asText, type Reading, type Written } from '../reading.ts';
import { cellOf, problemAt, type RowReader, saidOf } from '../row-reader.ts';
import type { SheetCell } from '../sheet.ts';
import { closeUp, plain, saysNothing, tidy } from '../text-keys.ts';
import type { ItemFinder } from './certificate-items.ts';
import type { CertificateDraft, ReviewTerms } from './person-draft.ts';
import type { PersonField } from './person-fields.ts';

type Reader = RowReader<PersonField>;
const betweenCertificates = /[；;\n\r、]+/u;

/** The certificates of one row: one, or several in each of the five cells, in the same order; one issuer may have issued all of them. */
export function certificatesOf(reader: Reader, catalogue: CertificateCatalogue): readonly CertificateDraft[] {
  const kinds = partsOf(cellOf(reader, 'certificateKind'));
  const numbers = alongside(reader, 'certificateNumber', kinds.length);
  const valid = alongside(reader, 'certificateValid', kinds.length);
  const reviews = alongside(reader, 'certificateReview', kinds.length);
  const issuers = issuersOf(reader, kinds.length);
  const drafts = kinds.map(({ text }, at) => ({
    kind: tidy(text),
    ...itemNamed(reader, text, catalogue.findItem),
    number: numberOf(reader, numbers[at] ?? null),
    ...toldValidity(reader, valid[at] ?? null),
    reviewOn: reviewOf(reader, reviews[at] ?? null),
    issuer: issuers[at] ?? null,
  }));
  return withReviewsAsked(reader, drafts, catalogue);
}

export type CertificateCatalogue = {
  readonly findItem: ItemFinder | null;
  /** Null: an item that is not reviewed. */
  readonly reviewTermsOf: (item: string) => ReviewTerms | null;
  readonly today: Day;
};

/**
 * 复审 that must lie behind by the rule and of which the roster says nothing: a person says when the next one is due, or leaves the certificate
 * out. Taken as it stands it would hold although nobody knows whether it was reviewed.
 */
function withReviewsAsked(
  reader: Reader,
  drafts: readonly CertificateDraft[],
  catalogue: CertificateCatalogue,
): readonly CertificateDraft[] {
  if (!drafts.some((draft) => isReviewUntold(draft, catalogue))) return drafts;
  const field = reader.row.address('certificateReview') === null ? 'certificateKind' : 'certificateReview';
  if (saidOf(reader, field) !== choice.empty) {
    report(reader.questions, reader, field, 'certificate_review_past');
    return drafts;
  }
  reader.warnings.push(problemAt(reader, field, 'certificate_review_unknown'));
  return drafts.map((draft) => (isReviewUntold(draft, catalogue) ? { ...draft, item: null } : draft));
}

/** What has ended altogether asks for no review, and what ends before its review needs none. */
export function isReviewUntold(
  draft: CertificateDraft,
  { reviewTermsOf, today }: Pick<CertificateCatalogue, 'reviewTermsOf' | 'today'>,
): boolean {
  const terms = draft.item === null || draft.reviewOn !== null ? null : reviewTermsOf(draft.item);
  const reviewDueOn = terms === null ? null : reviewDueOf(draft, terms);
  return reviewDueOn !== null && reviewDueOn < today && today <= (draft.validTo ?? today);
}

/** By the rule; null where nobody can tell, or where the certificate ends before. */
function reviewDueOf(draft: CertificateDraft, terms: ReviewTerms): Day | null {
  const issuedOn = issueOf(draft, terms);
  if (issuedOn === null) return null;
  const reviewDueOn = monthsLater(issuedOn, terms.reviewMonths);
  return reviewDueOn <= (draft.validTo ?? reviewDueOn) ? reviewDueOn : null;
}

/** The day of issue, which follows from the last day where only that is told. */
function issueOf({ validFrom, validTo }: CertificateDraft, { months }: ReviewTerms): Day | null {
  return validFrom ?? (validTo === null ? null : addDays(monthsLater(validTo, -months), 1));
}

/** Without an end nobody can say whether it holds: such a certificate is not brought in, and the row says so. */
function toldValidity(reader: Reader, written: Written | null): Validity {
  const validity = validityOf(reader, written);
  if (written === null) reader.warnings.push(problemAt(reader, 'certificateValid', 'certificate_validity_missing'));
  return validity;
}

/** An item that the catalogue does not know is a question at its cell. */
function itemNamed(reader: Reader, text: string, findItem: ItemFinder | null): Pick<CertificateDraft, 'code' | 'item'> {
  const code = /(?:^|[^A-Z0-9])([A-Z]{1,2}\d{1,2})(?![A-Z0-9])/u.exec(plain(text))?.[1] ?? null;
  const item = findItem?.(text, code) ?? null;
  const asks = findItem !== null && item === null && saidOf(reader, 'certificateKind') !== choice.empty;
  if (asks) report(reader.questions, reader, 'certificateKind', 'certificate_unknown');
  return { code, item };
}

/** A single date cell stays whole; text is parted. */
function partsOf(cell: SheetCell | null): readonly Written[] {
  if (cell === null || saysNothing(cell.text)) return [];
  if (cell.kind !== 'text') return [cell];
  return cell.text
    .split(betweenCertificates)
    .filter((part) => plain(part) !== '')
    .map(asText);
}

/** As many parts as there are certificates, or none at all; anything between cannot be told apart. */
function alongside(reader: Reader, field: PersonField, count: number): readonly Written[] {
  const parts = partsOf(cellOf(reader, field));
  if (parts.length === 0 || parts.length === count) return parts;
  report(reader.questions, reader, field, 'certificates_uneven');
  return [];
}

/** 发证机关, as it is written: one for each certificate or one for all of them; of one that is not told nothing is said. */
function issuersOf(reader: Reader, count: number): readonly (string | null)[] {
  const told = partsOfIssuers(cellOf(reader, 'certificateIssuer')?.text ?? '', count);
  if (told.length > 1 && told.length !== count) report(reader.questions, reader, 'certificateIssuer', 'certificates_uneven');
  if (told.some((issuer) => issuer.length > longestIssuer)) report(reader.problems, reader, 'certificateIssuer', 'cell_too_long');
  const [only, second] = told;
  const each = only !== undefined && second === undefined ? Array.from({ length: count }, () => only) : told;
  return each.map((issuer) => (issuer === untoldIssuer ? null : issuer));
}

/** One certificate has one issuer, however it is written; of several `；` parts them where it stands, and `、` is within a name then. */
function partsOfIssuers(text: string, count: number): readonly string[] {
  if (plain(text) === '' || saysNothing(text)) return [];
  const between = /[；;]/u.test(text) ? /[；;]/u : betweenCertificates;
  return (count === 1 ? [text] : text.split(between)).map((part) => closeUp(tidy(part))).filter((part) => part !== '');
}

/** What the export writes in the place of an issuer that nobody has told, so that the parts of a cell stay in order. */
const untoldIssuer = '未填';
const longestIssuer = 80;

function report(list: Reader['questions'], reader: Reader, field: PersonField, code: ImportProblem): void {
  list.push(problemAt(reader, field, code, [{ value: choice.empty, label: choice.empty }]));
}

function numberOf(reader: Reader, written: Written | null): string | null {
  const text = plain(written?.text ?? '').replace(/\s/gu, '');
  if (text === '') return null;
  if (/^[A-Z0-9()-]{4,40}$/iu.test(text)) return text.toUpperCase();
  reader.warnings.push(problemAt(reader, 'certificateNumber', 'certificate_number_pending'));
  return null;
}

type Validity = Pick<CertificateDraft, 'validFrom' | 'validTo' | 'permanent'>;
const open: Validity = { validFrom: null, validTo: null, permanent: false };

function validityOf(reader: Reader, written: Written | null): Validity {
  if (written === null) return open;
  if (/^(长期|永久|长期有效|永久有效)$/u.test(plain(written.text))) return { ...open, permanent: true };
  const period = taken(reader, 'certificateValid', periodFrom(written));
  return period === null ? open : { ...open, validFrom: period.from, validTo: dayOf(reader, 'certificateValid', period.to) };
}

/** A tick or 已复审 says that a review took place, not when the next one is due: only a person can tell. */
function reviewOf(reader: Reader, written: Written | null): Day | null {
  if (written === null) return null;
  if (!/\d/u.test(plain(written.text))) {
    if (saidOf(reader, 'certificateReview') !== choice.empty) report(reader.questions, reader, 'certificateReview', 'date_missing');
    return null;
  }
  const day = taken(reader, 'certificateReview', dayFrom(written));
  return day === null ? null : dayOf(reader, 'certificateReview', day);
}

function taken<Value>(reader: Reader, field: PersonField, reading: Reading<Value>): Value | null {
  if (reading.ok) return reading.value;
  report(reader.problems, reader, field, reading.code);
  return null;
}

function dayOf(reader: Reader, field: PersonField, { day, precision }: ReadDay): Day {
  if (precision === 'day') return day;
  reader.warnings.push(problemAt(reader, field, 'date_month_only'));
  return lastDayOf(day);
}
