import type { Permission } from '@changming/domain/access';
import type { UseQueryOptions } from '@tanstack/react-query';

/** The parts of the home page. Which of them a person sees, and in what order, follows from his roles (`home-sections.ts`). */
export const homeSections = ['mine', 'decide', 'watch', 'data', 'administer'] as const;
export type HomeSection = (typeof homeSections)[number];

export type TodoItem = {
  readonly id: string;
  readonly title: string;
  /** Where, or who has it. */
  readonly note?: string;
  /** A business day, or null when there is no deadline. */
  readonly dueOn: string | null;
  /** The instant of a deadline that counts by the hour: once it has passed, how long it is over. */
  readonly dueAt?: string;
  /** A number that stands at the right instead of a deadline: a score, how many. */
  readonly figure?: string;
  /** The page of the record. */
  readonly href: string;
};

/** What a card counts row by row goes no further than this; more than anybody works off in a morning. */
export const mostCounted = 200;

/** `count` is how many rows the list behind the card has, and `more` says that it has more than were counted; `items` are the first few. */
export type Todo = {
  readonly count: number;
  readonly more?: boolean;
  readonly items: readonly TodoItem[];
  /** The list behind the number, where only the answer says which that is. */
  readonly href?: string;
};

/** One card of the home page. A context offers its own in `contexts/<context>/todo.ts`; `todo-sources.ts` gathers them. */
export type TodoSource = {
  readonly id: string;
  readonly section: HomeSection;
  readonly needs: Permission | null;
  /** People may come to harm while it waits: it stands before the rest and is never folded away. */
  readonly lives?: true;
  readonly title: () => string;
  /** What to say when there is nothing, and when something will be. */
  readonly empty: () => { readonly title: string; readonly next: string };
  /** The list behind the number: every number opens its records, those that it counts and no others. */
  readonly href: string;
  readonly query: UseQueryOptions<Todo>;
};
