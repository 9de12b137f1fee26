import { type Post, posts } from '../workforce/index.ts';

/** A post that somebody holds on a day. `lo` and `hi` are the labels of its unit. */
export type HeldPost = {
  readonly appointmentId: string | null;
  readonly personId: string;
  readonly post: Post;
  readonly unitId: string;
  readonly lo: number;
  readonly hi: number;
  /** The first day on which it has been held. */
  readonly since: string;
};

/** The one post for which a person signs: the highest, then the one nearest to the top, then the one held longest. */
export function principalOf(held: readonly HeldPost[]): HeldPost | null {
  return held.toSorted(before)[0] ?? null;
}

function before(a: HeldPost, b: HeldPost): number {
  const rank = posts.indexOf(a.post) - posts.indexOf(b.post);
  if (rank !== 0) return rank;
  const width = b.hi - b.lo - (a.hi - a.lo);
  if (width !== 0) return width;
  return a.since < b.since ? -1 : 1;
}

/** Who may issue: heads, from the first responsible person down. */
const heads = ['firstResponsible', 'unitHead', 'workshopHead', 'teamLeader'] as const satisfies readonly Post[];

function rankOf(post: Post): number {
  const at = (heads as readonly Post[]).indexOf(post);
  return at === -1 ? heads.length : at;
}

export type Heads = { readonly lo: number; readonly hi: number; readonly held: readonly HeldPost[] };

/**
 * 上一级: who issues the letter of `signer`. In his own unit a head of higher rank, else the first head of the nearest unit above that has
 * one; never himself. Several heads of one rank: the one who has held it longest. Null: nobody stands above, he declares.
 */
export function issuerOf(signer: HeldPost, headsAbove: readonly Heads[]): HeldPost | null {
  const upwards = headsAbove.filter(({ lo, hi }) => lo <= signer.lo && signer.lo <= hi).toSorted((a, b) => b.lo - a.lo);
  for (const { lo, held } of upwards) {
    const own = lo === signer.lo;
    const above = held.filter(({ personId, post }) => personId !== signer.personId && (!own || rankOf(post) < rankOf(signer.post)));
    const first = above.toSorted((a, b) => rankOf(a.post) - rankOf(b.post) || (a.since < b.since ? -1 : 1))[0];
    if (first !== undefined) return first;
  }
  return null;
}

export const issuingPosts: readonly Post[] = heads;
