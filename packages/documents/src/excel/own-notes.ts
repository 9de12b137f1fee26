/** Begins what the product writes beside a cell: two signs that are not seen. */
const mark = '\u2063\u2063';

/** What somebody wrote beside a cell stays; below it stands what is wrong with the cell. */
export function noteWith(theirs: string, problems: string): string {
  return `${theirs === '' ? '' : `${theirs}\n`}${mark}${problems}`;
}

/** What others wrote beside a cell: a marked workbook that is sent in again tells nothing of its own marks. */
export function theirsIn(note: string): string {
  return (note.split(mark)[0] ?? '').trimEnd();
}
