import { zhCN } from '@changming/phrases';

const names: Readonly<Record<string, string>> = zhCN.access.roles;

/** The lines of an account file (code of the role, login, password, apart by tabs) with the name of the role in front, in columns. */
export function namedAccounts(text: string): string {
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([role = '', ...rest]) => (role in names ? [names[role] ?? '', role, ...rest] : [role, ...rest]));
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell + ' '.repeat(gapAfter(cell, widths[at])))
        .join('')
        .trimEnd(),
    )
    .join('\n');
}

function gapAfter(cell: string, width = 0): number {
  return Math.max(0, width - widthOf(cell)) + 2;
}

/** In a terminal a Chinese sign is as wide as two others. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0);
}
