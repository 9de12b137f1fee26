import { describe, expect, it } from 'vitest';

import { arranged, mostCards, type Waits } from './arranged.ts';
import type { HomeSection } from './todo-source.ts';

type Source = { readonly id: string; readonly lives?: true };

function part(section: HomeSection, ...waits: readonly Waits[]) {
  return { section, asked: waits.map((each, at) => ({ source: { id: `${section}${at}` } as Source, waits: each })) };
}

/** Kinds that all wait; those with `!` cost lives. */
function waiting(section: HomeSection, ...ids: readonly string[]) {
  const sources = ids.map((id): Source => (id.endsWith('!') ? { id, lives: true } : { id }));
  return { section, asked: sources.map((source) => ({ source, waits: 1 })) };
}

function shown({ cards, lines, folded, clear }: ReturnType<typeof arranged<Source>>[number]) {
  const ids = (sources: readonly Source[]) => sources.map(({ id }) => id);
  return { cards: ids(cards), lines: ids(lines), folded: ids(folded), clear: ids(clear) };
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

  it('puts first what costs lives, each rank in the order in which the contexts stand', () => {
    expect(arranged([waiting('watch', 'letters', 'hazards!', 'exams', 'lifts!', 'units')]).map(shown)).toEqual([
      { cards: ['hazards!', 'lifts!', 'letters'], lines: ['exams', 'units'], folded: [], clear: [] },
    ]);
  });

  it('folds what would make a second row of lines, never what costs lives', () => {
    const [calm] = arranged([waiting('watch', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i')]).map(shown);
    const [grave] = arranged([waiting('watch', 'a', 'b!', 'c!', 'd!', 'e!', 'f!', 'g!', 'h!', 'i!', 'j')]).map(shown);

    expect(calm).toMatchObject({ lines: ['d', 'e', 'f', 'g'], folded: ['h', 'i'] });
    expect(grave).toMatchObject({ cards: ['b!', 'c!', 'd!'], lines: ['e!', 'f!', 'g!', 'h!', 'i!'], folded: ['a', 'j'] });
  });

  it('does not fold a single line', () => {
    expect(arranged([waiting('watch', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')]).map(shown)[0]).toMatchObject({
      lines: ['d', 'e', 'f', 'g', 'h'],
      folded: [],
    });
  });

  it('gives no place to what is clear, but says so', () => {
    expect(arranged([part('watch', 0, 0, 5, 0, 1)]).map(shown)).toEqual([
      { cards: ['watch2', 'watch4'], lines: [], folded: [], clear: ['watch0', 'watch1', 'watch3'] },
    ]);
  });

  it('keeps the place of what is being asked, and shows what could not be', () => {
    expect(arranged([part('mine', 'asked', 'failed', 0)]).map(shown)).toEqual([
      { cards: ['mine0', 'mine1'], lines: [], folded: [], clear: ['mine2'] },
    ]);
  });

  it('names a kind in a line when its number is known, or could not be', () => {
    expect(arranged([part('decide', 1, 1, 'asked', 'failed', 2)]).map(shown)).toEqual([
      { cards: ['decide0', 'decide1'], lines: ['decide3', 'decide4'], folded: [], clear: [] },
    ]);
  });
});
