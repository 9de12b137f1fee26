import type { HomeSection } from './todo-source.ts';

/** How many wait of a kind: being asked, not answered, or so many. */
export type Waits = 'asked' | 'failed' | number;

export type Asked<Source> = { readonly source: Source; readonly waits: Waits };
type Part<Source> = { readonly section: HomeSection; readonly asked: readonly Asked<Source>[] };

/** A part as it is shown: whole cards, one line each for what else waits, and what is clear. */
export type ArrangedPart<Source> = {
  readonly section: HomeSection;
  readonly cards: readonly Source[];
  readonly lines: readonly Source[];
  readonly clear: readonly Source[];
};

/** As many cards as one takes in at a glance. */
export const mostCards = 6;
const mostOf = { mine: 3, decide: 2, watch: 3, data: 1, administer: 3 } as const satisfies Record<HomeSection, number>;

/**
 * The first kinds of each part as cards, no more than six on the page: no part crowds out the next. What else waits is one line, with its
 * number; what is clear needs no place of its own. What is still being asked holds its place.
 */
export function arranged<Source>(parts: readonly Part<Source>[]): ArrangedPart<Source>[] {
  let left = mostCards;
  return parts.map(({ section, asked }) => {
    const waiting = asked.filter(({ waits }) => waits !== 0).map(({ source }) => source);
    const room = Math.min(left, mostOf[section]);
    const cards = waiting.slice(0, room);
    left -= cards.length;
    return {
      section,
      cards,
      lines: waiting.slice(room),
      clear: asked.filter(({ waits }) => waits === 0).map(({ source }) => source),
    };
  });
}
