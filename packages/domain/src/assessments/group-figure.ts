import { count, decimal, dividedBy, isNothing, plus, nothing, times, type Exact, written } from './exact.ts';

/** A direct child that was assessed. */
export type ChildFigure = { readonly final: string | null; readonly grade: string | null; readonly headcount: number };

export type GroupFigure = {
  /** Σ(final × headcount) / Σ headcount over the children that have a total; null without anybody. */
  readonly final: string | null;
  readonly headcount: number;
  /** How many children have each grade; those without one stand under `null`. */
  readonly grades: readonly { readonly grade: string | null; readonly count: number }[];
};

/** The figure of a unit above (11.2.13): its assessed direct children, weighed by their people. Not a score of its own. */
export function groupFigure(children: readonly ChildFigure[]): GroupFigure {
  const scored = children.filter(({ final }) => final !== null);
  const heads = scored.reduce((sum, { headcount }) => sum + headcount, 0);
  const weighed = scored.reduce<Exact>((sum, { final, headcount }) => plus(sum, times(decimal(final ?? '0'), count(headcount))), nothing);
  const grades = [...Map.groupBy(children, ({ grade }) => grade)].map(([grade, those]) => ({ grade, count: those.length }));
  return {
    final: isNothing(count(heads)) ? null : written(dividedBy(weighed, count(heads))),
    headcount: heads,
    grades: grades.toSorted((a, b) => ((a.grade ?? '') < (b.grade ?? '') ? -1 : 1)),
  };
}
