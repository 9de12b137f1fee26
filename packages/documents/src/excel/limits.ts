/** How much of a workbook is read before it is refused. Sizes in bytes, times in milliseconds. */
export type Limits = {
  readonly fileBytes: number;
  readonly entries: number;
  readonly unpackedBytes: number;
  /** Unpacked against packed size of one entry; entries below `tinyBytes` unpacked are not judged. */
  readonly ratio: number;
  readonly tinyBytes: number;
  /** Rows that have any content, all sheets together. */
  readonly rows: number;
  readonly columns: number;
  readonly merges: number;
  /** Characters of all cells together: one shared string may be shown a million times. */
  readonly characters: number;
  readonly heapMegabytes: number;
  readonly wallTime: number;
};

const mebi = 1024 * 1024;

export const standardLimits: Limits = {
  fileBytes: 20 * mebi,
  entries: 200,
  unpackedBytes: 100 * mebi,
  ratio: 100,
  tinyBytes: mebi,
  rows: 120_000,
  columns: 200,
  merges: 50_000,
  characters: 64 * mebi,
  heapMegabytes: 256,
  wallTime: 60_000,
};
