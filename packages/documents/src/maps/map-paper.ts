import type { RiskLevel } from '@changming/domain/risks';

/** How a point is marked: its colour and form follow from the level, and the letter says the colour; null is not assessed. */
export type MapSign = { readonly level: RiskLevel | null; readonly letter: string };

/** 四色图 as it hangs on the wall. */
export type MapPaper = {
  readonly title: string;
  /** 一层平面图 · 颜色取固有与现状较重者，截至 … */
  readonly subtitle: string;
  readonly jpeg: Uint8Array;
  /** `x` and `y` are ten-thousandths of the picture's width and height. */
  readonly points: readonly (MapSign & { readonly name: string; readonly x: number; readonly y: number })[];
  readonly legend: {
    readonly title: string;
    readonly lines: readonly (MapSign & { readonly words: string; readonly count: string })[];
    /** That form and letter say the same as the colour. */
    readonly note: string;
  };
  /** The points to look at first, worst first. */
  readonly worst: {
    readonly title: string;
    readonly none: string;
    /** `另有 {{count}} 处，见图`, for those that find no room. */
    readonly more: string;
    readonly lines: readonly (MapSign & { readonly name: string; readonly note: string })[];
  };
  /** 单位, 制图人, 制图时间, 编号: one line each. */
  readonly facts: readonly string[];
  /** What the QR leads to, and what it is for; null where this print has no number. */
  readonly check: { readonly address: string; readonly words: string } | null;
  readonly madeAt: Date;
};
