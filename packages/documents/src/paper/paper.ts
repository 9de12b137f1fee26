/** A small JPEG and its size in pixels. */
export type Picture = { readonly jpeg: Uint8Array; readonly width: number; readonly height: number };

/** Text, an amount of yuan, nothing, or pictures. Days are text: `2026-03-05` reads the same everywhere. */
export type PaperCell = string | number | null | { readonly pictures: readonly Picture[] };

export type PaperColumn = {
  readonly title: string;
  /** How many Chinese characters stand beside each other. */
  readonly width: number;
  /** Words stand at the left, short words and days in the middle, amounts at the right. */
  readonly kind: 'words' | 'short' | 'money' | 'pictures';
};

/** A table as offices hand it in: a title, of whom and when, the rows, their totals, and lines to sign on. */
export type Paper = {
  readonly title: string;
  /** 单位, 期间, 制表日期: one line below the title. */
  readonly lead: readonly string[];
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly (readonly PaperCell[])[];
  readonly totals: readonly PaperCell[];
  /** What the totals mean, in a sentence. */
  readonly reckoning: string;
  readonly signatures: readonly string[];
  /** Instead of rows, when there are none. */
  readonly empty: string;
  /** 第 {page} 页，共 {pages} 页 */
  readonly pages: string;
  /** Name of the sheet. */
  readonly sheet: string;
  readonly madeAt: Date;
};

/** Families by their names in Word; `beside` are tried where the first is missing. */
export const families = {
  heading: { name: '黑体', beside: 'SimHei,STHeiti,Noto Sans CJK SC' },
  body: { name: '仿宋', beside: 'FangSong,仿宋_GB2312,STFangsong' },
  table: { name: '宋体', beside: 'SimSun,STSong,Noto Serif CJK SC' },
} as const;

/** What an XML document cannot hold is left out. */
export function printable(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}

export function isPictures(cell: PaperCell): cell is { readonly pictures: readonly Picture[] } {
  return typeof cell === 'object' && cell !== null;
}

/** An amount of yuan: `1,234.50`. */
export function money(yuan: number): string {
  return yuan.toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
