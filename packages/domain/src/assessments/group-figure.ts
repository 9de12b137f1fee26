import { count, decimal, dividedBy, plus, nothing, times, type Exact, written } from './exact.ts';

/** A direct child that was assessed; its people as far as anybody has told them. */
export type ChildFigure = {
  readonly unitId: string;
  readonly unit: string;
  readonly final: string | null;
  readonly grade: string | null;
  readonly headcount: number | null;
};

export type GroupFigure = {
  /** Σ(final × headcount) / Σ headcount over the children that have a total; null without anybody, or while people of one are not known. */
  readonly final: string | null;
  readonly headcount: number;
  /** How many children have each grade; those without one stand under `null`. */
  readonly grades: readonly { readonly grade: string | null; readonly count: number }[];
  /** 数据不足: children with a total whose people nobody has told, so that nothing can be weighed. Absent when there is none. */
  readonly missing?: readonly { readonly unitId: string; readonly unit: string }[];
};

/** The figure of a unit above (11.2.13): its assessed direct children, weighed by their people. Not a score of its own. */
export function groupFigure(children: readonly ChildFigure[]): GroupFigure {
  const scored = children.filter(({ final }) => final !== null);
  const missing = scored.flatMap(({ unitId, unit, headcount }) => (headcount === null ? [{ unitId, unit }] : []));
  const heads = scored.reduce((sum, { headcount }) => sum + (headcount ?? 0), 0);
  const grades = [...Map.groupBy(children, ({ grade }) => grade)].map(([grade, those]) => ({ grade, count: those.length }));
  return {
    final: missing.length > 0 || heads === 0 ? null : average(scored, heads),
    headcount: heads,
    grades: grades.toSorted((a, b) => ((a.grade ?? '') < (b.grade ?? '') ? -1 : 1)),
    ...(missing.length > 0 && { missing }),
  };
}

function average(scored: readonly ChildFigure[], heads: number): string | null {
  const weighed = scored.reduce<Exact>(
    (sum, { final, headcount }) => plus(sum, times(decimal(final ?? '0'), count(headcount ?? 0))),
    nothing,
  );
  return written(dividedBy(weighed, count(heads)));
}
