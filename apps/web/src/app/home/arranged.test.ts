import { describe, expect, it } from 'vitest';

import { arranged, mostCards, type Waits } from './arranged.ts';
import type { HomeSection } from './todo-source.ts';

function part(section: HomeSection, ...waits: readonly Waits[]) {
  return { section, asked: waits.map((each, at) => ({ source: `${section}${at}`, waits: each })) };
}

describe('the home page', () => {
  it('shows at most six cards, and the rest as one line each', () => {
    const all = arranged([part('decide', 2, 4, 1), part('watch', 1, 1, 1, 1, 1), part('data', 3), part('mine', 2, 2)]);

    expect(all.map(({ cards, lines }) => [cards.length, lines.length])).toEqual([
      [2, 1],
      [3, 2],
      [1, 0],
      [0, 2],
    ]);
    expect(all.flatMap(({ cards }) => cards)).toHaveLength(mostCards);
  });

  it('gives no place to what is clear, but says so', () => {
    expect(arranged([part('watch', 0, 0, 5, 0, 1)])).toEqual([
      { section: 'watch', cards: ['watch2', 'watch4'], lines: [], clear: ['watch0', 'watch1', 'watch3'] },
    ]);
  });

  it('keeps the place of what is being asked, and shows what could not be', () => {
    expect(arranged([part('mine', 'asked', 'failed', 0)])).toEqual([
      { section: 'mine', cards: ['mine0', 'mine1'], lines: [], clear: ['mine2'] },
    ]);
  });
});
