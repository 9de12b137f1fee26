import type { LetterCause, LetterState, LetterVerdict } from '@changming/domain/responsibilities';
import type { Post } from '@changming/domain/workforce';
import { en, type Language, zhCN } from '@changming/phrases';

import type { DataSheet } from '../paper/data-sheet.ts';

export type ListedLetter = {
  readonly unit: string;
  readonly staffNo: string | null;
  readonly person: string;
  readonly post: Post;
  readonly issuer: string | null;
  readonly state: LetterState;
  readonly cause: LetterCause;
  readonly owedFrom: string;
  readonly dueOn: string;
  readonly signedOn: string | null;
  readonly verdict: LetterVerdict | null;
  readonly endedOn: string | null;
};

const widths = {
  unit: 26,
  staffNo: 14,
  person: 12,
  post: 22,
  issuer: 12,
  state: 12,
  cause: 12,
  owedFrom: 13,
  dueOn: 13,
  signedOn: 13,
  verdict: 12,
  endedOn: 13,
} as const satisfies Record<keyof ListedLetter, number>;
type Column = keyof typeof widths;

const days: readonly Column[] = ['owedFrom', 'dueOn', 'signedOn', 'endedOn'];

/** 责任书签订情况, one line a letter. */
export function letterSheet(
  rows: readonly ListedLetter[],
  { language, madeAt }: { readonly language: Language; readonly madeAt: Date },
): DataSheet {
  const { responsibilities, workforce } = (language === 'en' ? en : zhCN) as typeof zhCN;
  const { papers, letterStates, letterCauses, verdicts } = responsibilities;
  const columns = Object.keys(widths) as Column[];
  const said = (row: ListedLetter): Readonly<Record<Column, string | null>> => ({
    ...row,
    post: workforce.posts[row.post],
    state: letterStates[row.state],
    cause: letterCauses[row.cause],
    verdict: row.verdict === null ? null : verdicts[row.verdict],
  });
  return {
    sheet: papers.sheet,
    columns: columns.map((name) => ({ title: papers.columns[name], width: widths[name], kind: days.includes(name) ? 'date' : 'text' })),
    rows: rows.map((row) => columns.map((name) => said(row)[name])),
    madeAt,
  };
}
