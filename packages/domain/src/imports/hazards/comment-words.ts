import { withoutPersonalNumbers } from '../long-numbers.ts';
import { addressOf, type CellComment } from '../sheet.ts';

/** Days stand as they are: 2026-11-20 2026-11-25. */
const days = /^\d{4}-\d{1,2}-\d{1,2}(?:\s\d{4}-\d{1,2}-\d{1,2})*$/u;
const longest = 400;

/** 批注 as it is shown: what is told of a row travels further than the file. */
export function shownComment(text: string): string {
  const shown = withoutPersonalNumbers(text, 2, (number) => days.test(number));
  return shown.length > longest ? `${shown.slice(0, longest)}…` : shown;
}

/** 批注 as they are kept with the row of the ledger, each with its cell; none where there are none. */
export function commentWords(row: number, comments: readonly CellComment[]): { readonly comments?: string } {
  if (comments.length === 0) return {};
  return { comments: comments.map(({ column, text }) => `${addressOf(row, column)} ${shownComment(text)}`).join('；') };
}
