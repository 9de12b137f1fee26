const numerals = '零一二三四五六七八九';
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 三千二百 is 3200, 一万五千 is 15000, 两百 is 200. */
export function numberInWords(words: string): number {
  const digits = words.replaceAll('两', '二').replaceAll('〇', '零');
  const [high = '', low] = digits.includes('万') ? digits.split('万', 2) : ['', digits];
  return belowTenThousand(high) * 10_000 + belowTenThousand(low ?? '');
}

function belowTenThousand(digits: string): number {
  let sum = 0;
  let figure = 0;
  for (const sign of digits) {
    const place = places[sign];
    if (place === undefined) {
      figure = numerals.indexOf(sign);
    } else {
      sum += place * Math.max(figure, 1);
      figure = 0;
    }
  }
  return sum + figure;
}
