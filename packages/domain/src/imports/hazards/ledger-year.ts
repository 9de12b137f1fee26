import type { Day } from '../../kernel/index.ts';
import type { Sheet } from '../sheet.ts';
import { plain } from '../text-keys.ts';

const year = /(20\d\d)\s?年/u;

/** The year that days without one belong to: of the sheet's title, of a cover or the file's name, of the import itself. */
export function ledgerYear(
  sheets: readonly Sheet[],
  fileName: string,
  today: Day,
): (told: { readonly sheet: string; readonly titles: readonly string[] }) => number {
  const ofFile = yearIn([fileName, ...sheets.filter(({ rows }) => rows.length <= 12).flatMap(coverWords)]) ?? Number(today.slice(0, 4));
  return ({ sheet, titles }) => yearIn([sheet, ...titles]) ?? ofFile;
}

function coverWords({ rows }: Sheet): readonly string[] {
  return rows.flatMap(({ cells }) => cells.filter(({ kind }) => kind === 'text').map(({ text }) => text));
}

function yearIn(texts: readonly string[]): number | null {
  const written = texts.map((text) => year.exec(plain(text))?.[1]).find((each) => each !== undefined);
  return written === undefined ? null : Number(written);
}
