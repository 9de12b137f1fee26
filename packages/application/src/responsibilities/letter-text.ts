import { createHash } from 'node:crypto';

import type { Tx } from '@changming/database';
import { renderLetter } from '@changming/domain/responsibilities';
import type { Post } from '@changming/domain/workforce';
import { sql } from 'kysely';

import type { StoredCampaign } from './campaigns.ts';
import type { StoredLetter } from './letter-store.ts';

type DutyOfPost = {
  readonly posts: Post[];
  readonly unitKinds: string[];
  readonly text: string;
  readonly standard: string | null;
  readonly lo: number | null;
  readonly hi: number | null;
};

type Names = {
  readonly id: string;
  readonly unit: string;
  readonly kind: string;
  readonly lo: number;
  readonly person: string;
  readonly issuer: string | null;
};

/** The text of each letter with its hash, by the names and duties of today. */
export async function textsOf(
  tx: Tx,
  { campaign, letters, today }: { readonly campaign: StoredCampaign; readonly letters: readonly StoredLetter[]; readonly today: string },
): Promise<{ readonly letter: StoredLetter; readonly text: string; readonly sha256: string }[]> {
  const duties = await dutiesOn(tx, today);
  const names = new Map((await namesOf(tx, letters)).map((each) => [each.id, each]));
  return letters.flatMap((letter) => {
    const named = names.get(letter.id);
    if (named === undefined) return [];
    const text = renderLetter(campaign.template, {
      year: String(campaign.year),
      unit: named.unit,
      post: campaign.post_names[letter.post],
      person: named.person,
      issuer: named.issuer ?? named.person,
      issuerPost: campaign.post_names[letter.issuer_post ?? letter.post],
      signBy: letter.due_on,
      duties: duties.filter((duty) => binds(duty, letter.post, named)),
    });
    return [{ letter, text, sha256: createHash('sha256').update(text, 'utf8').digest('hex') }];
  });
}

function binds({ posts, unitKinds, lo, hi }: DutyOfPost, post: Post, unit: Names): boolean {
  const here = lo === null || hi === null || (lo <= unit.lo && unit.lo <= hi);
  return here && posts.includes(post) && (unitKinds.length === 0 || unitKinds.includes(unit.kind));
}

async function dutiesOn(tx: Tx, day: string): Promise<DutyOfPost[]> {
  const { rows } = await sql<DutyOfPost>`
    select d.posts, d.unit_kinds as "unitKinds", d.text, d.standard, u.lo, u.hi
    from duties d left join units u on u.id = d.unit_id
    where d.from_on <= ${day}::date and (d.to_on is null or d.to_on > ${day}::date)
    order by d.unit_id is not null, u.lo,
      array_position(array['mainPerson', 'safetyBody', 'onePost', 'threeMusts', 'lead'], d.kind), d.code`.execute(tx);
  return rows;
}

/** Who signs and who issues may belong to another branch. */
async function namesOf(tx: Tx, letters: readonly StoredLetter[]): Promise<Names[]> {
  const ids = letters.map(({ id }) => id);
  const { rows } = await sql<Names>`
    select l.id, u.name as unit, u.kind, u.lo, n.person, n.issuer
    from letters l join units u on u.id = l.unit_id join house.letter_parties(${ids}::uuid[]) as n on n.letter_id = l.id
    where l.id = any(${ids}::uuid[])`.execute(tx);
  return rows;
}
