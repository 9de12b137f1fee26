/** How a number is shown. Only what changes its meaning is kept: that it is a date, and leading zeros of a code. */
export type NumberFormat = { readonly isDate: boolean; readonly digits: number };

const builtInDates = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;

/** Formats 14 to 22, 27 to 36, 45 to 47 and 50 to 58 are dates without being written out, in Chinese Excel too. */
export function builtInFormat(id: number): NumberFormat {
  return { isDate: builtInDates.some(([first, last]) => id >= first && id <= last), digits: 0 };
}

/** A format as it is written out, `yyyy/m/d`, `00000`, `[$-804]yyyy"年"m"月"`. */
export function writtenFormat(code: string): NumberFormat {
  const [positive = ''] = code.slice(0, 500).split(';');
  const bare = positive
    .replace(/"[^"]*"/gu, '')
    .replace(/\[(?:h+|m+|s+)\]/giu, 'h')
    .replace(/\[[^\]]*\]/gu, '')
    .replace(/[\\_*]./gu, '');
  const isDate = !/general|通用格式|[#0]/iu.test(bare.replace(/s\.0+/giu, 's')) && /[ymdhs年月日]/iu.test(bare);
  return { isDate, digits: /^0{2,20}$/u.test(bare) ? bare.length : 0 };
}
