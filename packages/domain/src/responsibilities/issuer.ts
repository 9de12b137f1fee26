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
  readonly since: string | null;
};

/** Who may issue: heads, from the first responsible person down. */
export const issuingPosts = ['firstResponsible', 'unitHead', 'workshopHead', 'teamLeader'] as const satisfies readonly Post[];

export type Heads = { readonly lo: number; readonly hi: number; readonly held: readonly HeldPost[] };

/**
 * 上一级: who issues the letter of `signer`, `upwards` being his unit and those above it, the nearest first. In his own unit a head of higher
 * rank, else the first head of the nearest unit above that has one; never himself. Of several of one rank the one who has held it longest.
 * Null: nobody stands above, he declares.
 */
export function issuerOf(signer: HeldPost, upwards: readonly Heads[]): HeldPost | null {
  for (const { lo, held } of upwards) {
    const own = lo === signer.lo;
    const above = held.filter(({ personId, post }) => personId !== signer.personId && (!own || rankOf(post) < rankOf(signer.post)));
    const [first] = above.toSorted((a, b) => rankOf(a.post) - rankOf(b.post) || ((a.since ?? '') < (b.since ?? '') ? -1 : 1));
    if (first !== undefined) return first;
  }
  return null;
}

/** Heads stand above everybody who leads nobody. */
function rankOf(post: Post): number {
  const at = issuingPosts.findIndex((head) => head === post);
  return at === -1 ? issuingPosts.length + posts.indexOf(post) : at;
}
