import type { SkipReason } from './problems.ts';
import type { SheetMapping } from './mapping.ts';
import { columnNumber, type SheetCell, type SheetRow } from './sheet.ts';
import type { Sight } from './sight.ts';
import { isBlank, matchKey, plain } from './text-keys.ts';

/** ① becomes a 1 that would belong to the name: it goes before. */
export function bandIn({ cells: [cell] }: SheetRow): string {
  return plain((cell?.text ?? '').replace(/^\s*[\u2460-\u249b]\s*/u, ''));
}

const unreadReasons = { hidden: 'sheet_hidden', skipped: 'said_to_skip', unrecognised: 'sheet_unrecognised' } as const;

/** Why a row is no data; null where it is. */
export function reasonToPass<Name extends string>(row: SheetRow, sight: Sight<Name>): SkipReason | null {
  const { mapping, book } = sight;
  if (mapping.status !== 'read') return unreadReasons[mapping.status];
  const byHeader = reasonByHeader(row, sight);
  if (byHeader !== null) return byHeader;
  if (book.row(mapping.sheet, row.number) === 'skip') return 'said_to_skip';
  return repeatsHeader(row, sight) ? 'header' : reasonOfContent(row, sight);
}

function reasonByHeader<Name extends string>(row: SheetRow, sight: Sight<Name>): SkipReason | null {
  const { header } = sight.mapping;
  if (header === null || row.number > header.last) return null;
  if (row.number >= header.first) return 'header';
  return isBandAbove(row, sight) ? 'band' : 'title';
}

/** A line above the header of a further table that names a unit. */
export function isBandAbove<Name extends string>(row: SheetRow, { namesUnit, isFurther }: Sight<Name>): boolean {
  return isFurther && namesUnit(bandIn(row)) && row.cells.every(({ text }, at) => at === 0 || isBlank(text));
}

/** A header printed again on every page: most of its cells repeat the labels of their columns. */
export function repeatsHeader<Name extends string>(row: SheetRow, { mapping }: Sight<Name>): boolean {
  const labels = labelKeys(mapping);
  const repeats = ({ column, text }: SheetCell) => text.length <= longestLabel && labels.get(column)?.includes(matchKey(text)) === true;
  let repeated = 0;
  let others = 0;
  for (const cell of row.cells) {
    if (repeats(cell)) repeated += 1;
    else others += 1;
    // Once half of them say something else no more need be looked at: that is so of nearly every row.
    if (others * 2 >= row.cells.length) return false;
  }
  return repeated >= 2;
}

const longestLabel = 60;
const keysMade = new WeakMap<object, ReadonlyMap<number, readonly string[]>>();

/** The keys of a sheet's labels by column, made once for all of its rows. */
function labelKeys({ columns }: SheetMapping<string>): ReadonlyMap<number, readonly string[]> {
  const known = keysMade.get(columns);
  if (known !== undefined) return known;
  const keys = new Map(columns.map(({ column, label }) => [columnNumber(column) ?? 0, label.split(' / ').map(matchKey)]));
  keysMade.set(columns, keys);
  return keys;
}

const subtotal = /^(合计|小计|总计|共计|累计|本页合计|本页小计|总人数)/u;
const note =
  /^(注|备注|说明|填表说明|填报说明|填表人|填报人|制表人|制表|审核人|审核|单位负责人|填报单位|填表单位|填报日期|应到|实到|记录人)($|[:：、\d])/u;

function reasonOfContent<Name extends string>(row: SheetRow, sight: Sight<Name>): SkipReason | null {
  const cells = row.cells.filter(({ text }) => !isBlank(text));
  if (cells.every(({ column }) => isNumbering(column, sight)) && !isWord(cells[0])) return 'numbering_only';
  if (isTotal(cells, sight)) return 'subtotal';
  if (isExample(cells[0]) || cells.every(({ text }) => note.test(plain(text)))) return 'note';
  return isBand(cells, row, sight) ? 'band' : null;
}

/** The example row of a template, when it was left standing. */
function isExample(cell: SheetCell | undefined): boolean {
  return /^(示例|例|example)$/iu.test(matchKey(cell?.text ?? ''));
}

/** Words in the column that numbers the rows are no number: a total or a note stands there. */
function isWord(cell: SheetCell | undefined): boolean {
  return cell?.kind === 'text' && /^[^\d]|\p{Script=Han}{2}/u.test(plain(cell.text));
}

/** A total holds words and numbers only in the cells it adds up; 合计 in the place of a name is a total whatever follows. */
function isTotal<Name extends string>(cells: readonly SheetCell[], { columns }: Sight<Name>): boolean {
  const first = matchKey(cells[0]?.text ?? '');
  const texts = cells.slice(1).filter(({ kind }) => kind === 'text');
  return subtotal.test(first) && (texts.length === 0 || (first.length <= 4 && texts.length * 3 <= columns.size));
}

/** One text across the table; or the name of a unit in one cell, where no record begins. */
function isBand<Name extends string>([cell, ...others]: readonly SheetCell[], row: SheetRow, sight: Sight<Name>): boolean {
  if (others.length > 0 || cell?.kind !== 'text') return false;
  const merge = sight.grid.covers(row.number, cell.column);
  if (merge !== null && merge.top === merge.bottom && merge.right - merge.left >= 2) return true;
  return isPlaceOfUnit(cell.column, sight) && sight.namesUnit(bandIn(row));
}

const namesOfUnits: readonly string[] = ['company', 'unit', 'team'];

/** A column that tells of no record: it numbers the rows or is not read; or it names their unit and is the first of all. */
function isPlaceOfUnit<Name extends string>(column: number, { columns, kind }: Sight<Name>): boolean {
  const field = [...columns].find(([, at]) => at === column)?.[0];
  if (field === undefined || kind.numbering.includes(field)) return true;
  return namesOfUnits.includes(field) && Math.min(...columns.values()) === column;
}

function isNumbering<Name extends string>(column: number, { columns, kind }: Sight<Name>): boolean {
  return kind.numbering.some((field) => columns.get(field) === column);
}
