const figures = '零一二三四五六七八九';
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
/** 大写, as on bills, and other ways to write the same sign. */
const written: Readonly<Record<string, string>> = {
  〇: '零',
  '○': '零',
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  两: '二',
  拾: '十',
  佰: '百',
  仟: '千',
  萬: '万',
};

/** Every sign that a number in words is written with. */
export const numeralSigns = '零〇○一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟萬';

/**
 * 三千二百 is 3200, 三千二 too, 三千零二 is 3002, 两万五 is 25000, 壹仟贰佰 is 1200. Null where the signs are no number, as 两三千.
 */
export function numberInWords(words: string): number | null {
  const signs = Array.from(words, (sign) => written[sign] ?? sign).join('');
  const [high = '', low, ...more] = signs.split('万');
  if (more.length > 0 || signs === '') return null;
  return low === undefined ? belowTenThousand(high, 1) : inTenThousands(high, low);
}

function inTenThousands(high: string, low: string): number | null {
  const many = belowTenThousand(high, 1) ?? 0;
  const rest = low === '' ? 0 : belowTenThousand(low, 10_000);
  return many === 0 || rest === null ? null : many * 10_000 + rest;
}

type Sum = { readonly sum: number; readonly place: number; readonly isClose: boolean };

/** `above` is the place that stands in front: a last figure right behind it counts in the place below, as in 两万五 and 三千二. */
function belowTenThousand(signs: string, above: number): number | null {
  if (signs === '零') return 0;
  let told: Sum = { sum: 0, place: above, isClose: true };
  for (const part of signs.match(/零|[一二三四五六七八九]?十|[一二三四五六七八九][百千]|./gu) ?? []) {
    const next = part === '零' ? { ...told, isClose: false } : added(told, part);
    if (next === null) return null;
    told = next;
  }
  return told.sum === 0 || signs.endsWith('零') ? null : told.sum;
}

/** One part more. Places go down, and nothing follows a figure without a place. */
function added(told: Sum, part: string): Sum | null {
  if (told.place === 1 && told.sum > 0) return null;
  const [figure, place] = figureAndPlace(part);
  if (place !== null) return withPlace(told, place, Math.max(figure, 1));
  return figure < 1 ? null : withFigure(told, figure);
}

/** 三千 is 3 and 1000, 三 is 3 alone, 十 is ten without a figure. */
function figureAndPlace(part: string): readonly [number, number | null] {
  const place = part.length > 1 || part === '十' ? places[part.at(-1) ?? ''] : undefined;
  return [figures.indexOf(part[0] ?? ''), place ?? null];
}

function withFigure({ sum, place, isClose }: Sum, figure: number): Sum {
  return { sum: sum + figure * (isClose && place > 10 ? place / 10 : 1), place: 1, isClose };
}

function withPlace({ sum, place }: Sum, own: number, figure: number): Sum | null {
  return place !== 1 && own >= place ? null : { sum: sum + own * figure, place: own, isClose: true };
}
