import type { HomeSection } from './todo-source.ts';

/** How many wait of a kind: being asked, not answered, or so many. */
export type Waits = 'asked' | 'failed' | number;

export type Asked<Source> = { readonly source: Source; readonly waits: Waits };
type Ranked = { readonly lives?: true };
type Part<Source> = { readonly section: HomeSection; readonly asked: readonly Asked<Source>[] };

/** A part as it is shown: whole cards, one line each for what else waits, what is folded below them, and what is clear. */
export type ArrangedPart<Source> = {
  readonly section: HomeSection;
  readonly cards: readonly Source[];
  readonly lines: readonly Source[];
  readonly folded: readonly Source[];
  readonly clear: readonly Source[];
};

/** As many cards as one takes in at a glance. */
export const mostCards = 6;
const mostOf = { mine: 3, decide: 2, watch: 3, data: 1, administer: 3 } as const satisfies Record<HomeSection, number>;
/** One row of lines. */
const mostLines = 4;

/**
 * What costs lives first, each rank in the order of the sources: the first kinds of a part as cards, no more than six on the page, so that
 * no part crowds out the next; the next as one line each with its number, a row of them and whatever else costs lives; the rest folded,
 * one tap away. What is clear needs no place of its own. What is still being asked holds the place of a card, not that of a line.
 */
export function arranged<Source extends Ranked>(parts: readonly Part<Source>[]): ArrangedPart<Source>[] {
  let left = mostCards;
  return parts.map(({ section, asked }) => {
    const waiting = livesFirst(asked.filter(({ waits }) => waits !== 0));
    const room = Math.min(left, mostOf[section]);
    const cards = sourcesOf(waiting.slice(0, room));
    left -= cards.length;
    return {
      section,
      cards,
      ...rowOf(sourcesOf(waiting.slice(room).filter(({ waits }) => waits !== 'asked'))),
      clear: sourcesOf(asked.filter(({ waits }) => waits === 0)),
    };
  });
}

function livesFirst<Source extends Ranked>(asked: readonly Asked<Source>[]): Asked<Source>[] {
  return [...asked.filter(({ source }) => source.lives), ...asked.filter(({ source }) => !source.lives)];
}

function sourcesOf<Source>(asked: readonly Asked<Source>[]): Source[] {
  return asked.map(({ source }) => source);
}

/** A fold that would hide a single line saves nothing. */
function rowOf<Source extends Ranked>(rest: readonly Source[]): Pick<ArrangedPart<Source>, 'lines' | 'folded'> {
  const row = Math.max(mostLines, rest.filter(({ lives }) => lives).length);
  const shown = rest.length === row + 1 ? rest.length : row;
  return { lines: rest.slice(0, shown), folded: rest.slice(shown) };
}
