import { type Reading, read, unread, type Written } from './reading.ts';
import { plain } from './text-keys.ts';

const counted = /^(约|大约|近)?(\d{1,3}(?:,\d{3})+|\d{1,9})(\.0+)?\s?(人|名|个|台|具|家|间|人左右|左右|余人)?$/u;

/** A whole number that is not negative: `23`, `２３`, `207人`, `1,200`; `约8` is read with a warning. Anything else is refused. */
export function countFrom(cell: Written): Reading<number> {
  if (cell.kind === 'error') return unread('cell_error');
  const parts = counted.exec(plain(cell.text));
  if (parts === null) return unread('number_unreadable');
  const [, about, digits = '', , unit = ''] = parts;
  const approximate = about !== undefined || /左右|余/u.test(unit);
  return read(Number(digits.replaceAll(',', '')), approximate ? 'number_approximate' : undefined);
}

const yes = new Set(['√', '✓', '✔', '☑', '●', '■', '是', '有', '对', 'y', 'yes', 'v', 't', 'true', '1']);
const no = new Set([
  '×',
  '✗',
  '✘',
  '☒',
  'x',
  '否',
  '无',
  '没有',
  '不是',
  '-',
  '--',
  '—',
  '——',
  '–',
  '―',
  '−',
  '/',
  '\\',
  'n',
  'no',
  'f',
  'false',
  '0',
]);

/** √、是、有 are true; ×、否、无、－ are false; anything else (○, words) is refused and not guessed. */
export function markFrom(cell: Written): Reading<boolean> {
  if (cell.kind === 'error') return unread('cell_error');
  const mark = plain(cell.text).toLowerCase();
  if (yes.has(mark)) return read(true);
  return no.has(mark) ? read(false) : unread('mark_unreadable');
}
