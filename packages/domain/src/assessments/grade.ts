import { gradeOf } from './band-faults.ts';
import { decimal, isLess } from './exact.ts';
import { type Scheme, vetoed } from './scheme.ts';

/** A confirmed finding under a veto rule, by the id of its record. */
export type Finding = { readonly rule: string; readonly recordId: string };

export type Graded = {
  readonly grade: string | null;
  readonly gradeBeforeVeto: string | null;
  /** The findings that changed it: 一票否决 or a limit to the best grade. */
  readonly findings: readonly Finding[];
};

/** The grade by the bands, then what confirmed findings make of it (11.6). The total itself never changes. */
export function graded({ bands, vetoes }: Pick<Scheme, 'bands' | 'vetoes'>, final: string | null, found: readonly Finding[]): Graded {
  const gradeBeforeVeto = final === null ? null : gradeOf(bands, final);
  const bestOf = new Map(vetoes.map(({ code, bestGrade }) => [code, bestGrade]));
  const findings = found.filter(({ rule }) => bestOf.has(rule));
  if (findings.some(({ rule }) => bestOf.get(rule) === null)) return { grade: vetoed, gradeBeforeVeto, findings };
  const limits = findings.flatMap(({ rule }) => bestOf.get(rule) ?? []);
  return { grade: limits.reduce<string | null>((grade, limit) => lower(bands, grade, limit), gradeBeforeVeto), gradeBeforeVeto, findings };
}

/** The lower of two grades, by where their bands begin; no grade stays none. */
function lower(bands: Scheme['bands'], grade: string | null, limit: string): string | null {
  const begins = (code: string) => decimal(bands.find((band) => band.grade === code)?.from ?? '0');
  if (grade === null) return null;
  return isLess(begins(limit), begins(grade)) ? limit : grade;
}
