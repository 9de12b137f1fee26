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

/** `10月` or `2026年10月份` in the place of a sheet's name: the month that days without one belong to, as it is asked. 1 to 12. */
export function monthOfSheet({ sheet, titles }: { readonly sheet: string; readonly titles: readonly string[] }): number | null {
  const ofName = monthsIn([sheet]);
  const [month, ...others] = new Set(ofName.length > 0 ? ofName : monthsIn(titles));
  return month === undefined || others.length > 0 ? null : month;
}

function monthsIn(texts: readonly string[]): readonly number[] {
  return texts.flatMap((text) => [...plain(text).matchAll(/(?<![\d.])(1[0-2]|0?[1-9])月(?!\d)/gu)].map(([, month]) => Number(month)));
}

function coverWords({ rows }: Sheet): readonly string[] {
  return rows.flatMap(({ cells }) => cells.filter(({ kind }) => kind === 'text').map(({ text }) => text));
}

function yearIn(texts: readonly string[]): number | null {
  const written = texts.map((text) => year.exec(plain(text))?.[1]).find((each) => each !== undefined);
  return written === undefined ? null : Number(written);
}
