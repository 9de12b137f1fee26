import type { Post } from './post.ts';

/** One appointment in force at the asked time. `level` counts upwards: 0 at the place itself, 1 at its parent. */
export type Holding = {
  readonly personId: string;
  readonly post: Post;
  readonly deputy: boolean;
  readonly level: number;
  /** 请假、离岗 at that time. */
  readonly away: boolean;
};

/** Who answers. `standIn`: deputies, because everybody whom they stand in for is away or nobody is appointed. */
export type Answer<Held extends Holding> = {
  readonly post: Post;
  readonly level: number;
  readonly standIn: boolean;
  readonly persons: readonly Held[];
};

/**
 * Who was responsible: the nearest level with a holder of one of `ladder`, its first post there. Those present answer; when all are
 * away, their deputies who are present; when nobody stands in, those appointed, for leave alone relieves nobody. Null: nobody at all.
 */
export function whoAnswers<Held extends Holding>(holdings: readonly Held[], ladder: readonly Post[]): Answer<Held> | null {
  const levels = [...new Set(holdings.map(({ level }) => level))].toSorted((a, b) => a - b);
  for (const level of levels) {
    for (const post of ladder) {
      const held = holdings.filter((each) => each.level === level && each.post === post);
      if (held.length > 0) return { post, level, ...standing(held) };
    }
  }
  return null;
}

function standing<Held extends Holding>(held: readonly Held[]): Pick<Answer<Held>, 'standIn' | 'persons'> {
  const appointed = held.filter(({ deputy }) => !deputy);
  const present = appointed.filter(({ away }) => !away);
  if (present.length > 0) return { standIn: false, persons: present };
  const deputies = held.filter(({ deputy, away }) => deputy && !away);
  if (deputies.length > 0) return { standIn: true, persons: deputies };
  return appointed.length > 0 ? { standIn: false, persons: appointed } : { standIn: true, persons: held };
}
