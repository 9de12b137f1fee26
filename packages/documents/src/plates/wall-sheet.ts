/** A sheet as it hangs on the wall. */
export type WallSheet = {
  readonly title: string;
  /** 疏散图 · 东城一厂. */
  readonly subtitle: string;
  readonly jpeg: Uint8Array;
  readonly product: string;
  /** 第 2 版 · 2026-03-01 起用, and what the QR is for. */
  readonly stamp: readonly string[];
  /** What the QR leads to: the answer whether this print still holds. */
  readonly address: string;
  readonly madeAt: Date;
};
