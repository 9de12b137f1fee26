import type { Point } from '@changming/contract/points';
import type { PlateSheet } from '@changming/documents/plates';
import { en, type Language, zhCN } from '@changming/phrases';

type How = {
  /** `https://cm.example.com`: where phones reach the product. */
  readonly origin: string;
  readonly language: Language;
  readonly madeAt: Date;
};

/** 点位铭牌 of these points. The link on a plate is a plain one: every camera opens it. */
export function plateSheet(
  points: readonly Pick<Point, 'name' | 'unit' | 'kind' | 'code'>[],
  { origin, language, madeAt }: How,
): PlateSheet {
  const { points: words, shell } = language === 'en' ? en : zhCN;
  const base = origin.replace(/\/+$/u, '');
  return {
    plates: points.map(({ name, unit, kind, code }) => ({
      name,
      unit,
      kind: kind === 'other' ? null : words.kinds[kind],
      code: `${code.slice(0, 5)} ${code.slice(5)}`,
      address: `${base}/m/p/${code}`,
    })),
    words: { product: shell.product.name, call: words.desk.plates.call, title: words.desk.plates.title },
    madeAt,
  };
}
