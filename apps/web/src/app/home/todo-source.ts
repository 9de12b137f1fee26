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
  /** A number that stands at the right instead of a deadline: a score, how many. */
  readonly figure?: string;
  /** The page of the record. */
  readonly href: string;
};

/** `count` is all there are; `items` the first few, the nearest deadline first. */
export type Todo = { readonly count: number; readonly items: readonly TodoItem[] };

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
  /** The list behind the number: every number opens its records. */
  readonly href: string;
  readonly query: UseQueryOptions<Todo>;
};
