import { type HazardLevel, hazardLevels } from '../../hazards/index.ts';
import { cellOf, problemAt, type RowReader, saidOf } from '../row-reader.ts';
import type { SheetCell } from '../sheet.ts';
import type { HazardField } from './hazard-fields.ts';
import { levelFrom } from './words-of-trade.ts';

type Reader = RowReader<HazardField>;

/**
 * 一般 says no more than "not 重大": the level of the category is proposed, with a warning. A word of another scale is asked about once, and
 * so is a row without a level below a title that says 重大隐患.
 */
export function levelOf(reader: Reader, usual: HazardLevel, majorTitle: string | null): HazardLevel | null {
  const cell = cellOf(reader, 'level');
  const title = cell === null ? majorTitle : null;
  const said = saidOf(reader, 'level') ?? saidOfTitle(reader, title);
  const chosen = hazardLevels.find((level) => level === said);
  if (chosen !== undefined) return chosen;
  return title === null ? levelFromCell(reader, cell, usual) : asked(reader, 'level_of_title', title);
}

function levelFromCell(reader: Reader, cell: SheetCell | null, usual: HazardLevel): HazardLevel | null {
  const level = cell === null ? 'general' : levelFrom(cell.text);
  if (level === null) return asked(reader, 'level_unknown', null);
  if (level !== 'general') return level;
  reader.warnings.push(problemAt(reader, 'level', 'level_proposed'));
  return usual;
}

/** The nearest line above a table that speaks of the level, where it says 重大隐患 alone. */
export function majorTitleIn(titles: readonly string[]): string | null {
  const title = titles.find((text) => /(重大|一般)(事故)?隐患/u.test(text)) ?? '';
  return /重大(事故)?隐患/u.test(title) && !title.includes('一般') ? title : null;
}

function saidOfTitle({ row, book }: Reader, title: string | null): string | null {
  return title === null ? null : book.value(row.source.sheet, 'level', title);
}

function asked(reader: Reader, code: 'level_unknown' | 'level_of_title', title: string | null): null {
  const candidates = hazardLevels.map((value) => ({ value, label: value }));
  const question = problemAt(reader, 'level', code, candidates);
  reader.questions.push(title === null ? question : { ...question, facts: { text: title } });
  return null;
}
