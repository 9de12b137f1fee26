import type { PersonField } from '@changming/domain/imports';
import { en, type Language, zhCN } from '@changming/phrases';

import type { DataColumn, DataSheet } from '../paper/data-sheet.ts';

/** A certificate as the roster prints it; one row a person, the certificates of each in one cell as offices write them. */
type ListedCertificate = {
  readonly personId: string;
  readonly staffNo: string | null;
  readonly name: string;
  readonly unit: string;
  readonly title: string | null;
  readonly certificate: string;
  readonly no: string | null;
  readonly issuedOn: string | null;
  readonly validUntil: string | null;
  readonly reviewDueOn: string | null;
  readonly issuer: string | null;
};

type Told = { readonly language: Language; readonly madeAt: Date };
type Column = Omit<DataColumn, 'title'> & {
  readonly field: PersonField;
  readonly cell: (own: readonly ListedCertificate[], at: number) => string | number | null;
};

/** The columns that the import of 人员花名册 knows, so that what goes out comes in again. */
const columns: readonly Column[] = [
  { field: 'number', kind: 'number', width: 7, cell: (_, at) => at + 1 },
  { field: 'staffNo', kind: 'text', width: 14, cell: ([first]) => first?.staffNo ?? null },
  { field: 'name', kind: 'text', width: 12, cell: ([first]) => first?.name ?? null },
  { field: 'unit', kind: 'text', width: 36, cell: ([first]) => first?.unit ?? null },
  { field: 'title', kind: 'text', width: 16, cell: ([first]) => first?.title ?? null },
  { field: 'certificateKind', kind: 'text', width: 30, cell: (own) => own.map(({ certificate }) => certificate).join('；') },
  { field: 'certificateNumber', kind: 'text', width: 26, cell: (own) => joined(own, ({ no }) => no ?? '待补') },
  { field: 'certificateValid', kind: 'text', width: 26, cell: (own) => joined(own, validity) },
  { field: 'certificateReview', kind: 'text', width: 18, cell: (own) => joined(own, ({ reviewDueOn }) => reviewDueOn) },
  { field: 'certificateIssuer', kind: 'text', width: 24, cell: issuers },
];

/** Empty when any of them is: parts that do not match in number cannot be told apart again. */
function joined(own: readonly ListedCertificate[], of: (each: ListedCertificate) => string | null): string | null {
  const parts = own.map(of);
  return parts.some((part) => part === null) ? null : parts.join('；');
}

/** Empty when nobody told any of them; one that nobody told stands as 未填 between the others. */
function issuers(own: readonly ListedCertificate[]): string | null {
  return own.every(({ issuer }) => issuer === null) ? null : own.map(({ issuer }) => issuer ?? '未填').join('；');
}

function validity({ issuedOn, validUntil }: ListedCertificate): string {
  if (validUntil === null) return '长期';
  return issuedOn === null ? validUntil : `${issuedOn}至${validUntil}`;
}

/** 证书台账 as a workbook that the import of the roster reads. */
export function certificateSheet(rows: readonly ListedCertificate[], { language, madeAt }: Told): DataSheet {
  const { imports, workforce } = language === 'en' ? en : zhCN;
  const persons = [...Map.groupBy(rows, ({ personId }) => personId).values()];
  return {
    sheet: workforce.certificateWords.document,
    columns: columns.map(({ field, kind, width }) => ({ title: imports.personFields[field], kind, width })),
    rows: persons.map((own, at) => columns.map(({ cell }) => cell(own, at))),
    madeAt,
  };
}
