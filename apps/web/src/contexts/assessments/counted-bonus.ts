import type { Scheme } from '@changming/domain/assessments';

type BonusLine = { readonly rule: string; readonly times: number };

/** Where a scheme takes the highest bonus only: the rule that counts, and the points that it gives once. Null where all of them count. */
export function countedBonus(
  bonus: Pick<Scheme['bonus'], 'how' | 'rules'> | undefined,
  lines: readonly BonusLine[],
): { readonly rule: string; readonly points: string } | null {
  if (bonus === undefined || bonus.how === 'sum') return null;
  if (lines.length < 2 && lines.every(({ times }) => times < 2)) return null;
  const given = bonus.rules.filter(({ code }) => lines.some(({ rule }) => rule === code));
  const highest = given.toSorted((a, b) => Number(b.points) - Number(a.points))[0];
  return highest === undefined ? null : { rule: highest.code, points: Number(highest.points).toFixed(2) };
}
