import type { Day } from '../kernel/index.ts';
import type { Post } from './post.ts';

/** From the first day in office; `to` is the first day after it, null while it lasts. One that ends on its first day never held. */
export type Term = { readonly from: Day; readonly to: Day | null };

export type Appointment = Term & {
  readonly personId: string;
  readonly unitId: string;
  readonly pointId: string | null;
  readonly post: Post;
  readonly deputy: boolean;
};

/** Whether two terms share a day. */
export function overlap(one: Term, other: Term): boolean {
  const startsBeforeEnd = (a: Term, b: Term) => b.to === null || a.from < b.to;
  return isHeld(one) && isHeld(other) && startsBeforeEnd(one, other) && startsBeforeEnd(other, one);
}

function isHeld({ from, to }: Term): boolean {
  return to === null || from < to;
}

/** Whether both say the same of the same person, so that only one of them may hold on a day. */
export function sameOffice(one: Appointment, other: Appointment): boolean {
  const names = ['personId', 'unitId', 'pointId', 'post', 'deputy'] as const;
  return names.every((name) => one[name] === other[name]);
}

/** The post of a point needs one, no other post has one. */
export function placeObjection({
  post,
  pointId,
}: Pick<Appointment, 'post' | 'pointId'>): 'workforce.point_needed' | 'workforce.point_unwanted' | null {
  if (post === 'pointKeeper') return pointId === null ? 'workforce.point_needed' : null;
  return pointId === null ? null : 'workforce.point_unwanted';
}
