import type { WatchPost } from './watch.ts';
import { whoIsOnDuty } from './watch-standing.ts';

/** Who may answer at a unit: from the roster, or as its deputy or head. `keeps`: the unit keeps a watch. A seat without a person is empty. */
export type DutyCandidate = {
  readonly unitId: string;
  readonly unit: string;
  readonly unitPos: number;
  readonly keeps: boolean;
  readonly post: DutyPost;
  readonly personId: string | null;
  readonly checkedInAt: Date | null;
  readonly away: boolean;
};

export const dutyPosts = ['leader', 'keeper', 'deputy', 'head'] as const;
export type DutyPost = (typeof dutyPosts)[number];

/**
 * 此刻找谁, the nearest unit first: of every unit that keeps a watch those who stand it, or, while nobody does, the one who answers in their
 * place; where no unit keeps a watch, who answers for the nearest one.
 */
export function onDutyAbove<Row extends DutyCandidate>(
  rows: readonly Row[],
): { readonly unitId: string; readonly people: readonly Row[] }[] {
  const units = [...Map.groupBy(rows, ({ unitId }) => unitId)].toSorted(([, [a]], [, [b]]) => (b?.unitPos ?? 0) - (a?.unitPos ?? 0));
  const answers = units.map(([unitId, found]) => ({ unitId, keeps: found.some(({ keeps }) => keeps), people: answersOf(found) }));
  const told = answers.filter(({ people }) => people.length > 0);
  const keeping = told.filter(({ keeps }) => keeps);
  return (keeping.length > 0 ? keeping : told.slice(0, 1)).map(({ unitId, people }) => ({ unitId, people }));
}

function answersOf<Row extends DutyCandidate>(rows: readonly Row[]): Row[] {
  const seats = rows.flatMap((row) => (isSeat(row.post) ? [{ ...row, post: row.post }] : []));
  const standing = rows.filter(({ post, personId, away }) => isSeat(post) && personId !== null && !away);
  if (standing.length > 0) return standing.toSorted((a, b) => dutyPosts.indexOf(a.post) - dutyPosts.indexOf(b.post));
  const answer = whoIsOnDuty(seats, { deputies: holding(rows, 'deputy'), heads: holding(rows, 'head') });
  return rows.filter(({ post, personId }) => !isSeat(post) && answer !== null && personId === answer.personId).slice(0, 1);
}

function isSeat(post: DutyPost): post is WatchPost {
  return post === 'leader' || post === 'keeper';
}

function holding(rows: readonly DutyCandidate[], post: DutyPost) {
  return rows.flatMap(({ post: held, personId, away }) => (held === post && personId !== null ? [{ personId, away }] : []));
}
