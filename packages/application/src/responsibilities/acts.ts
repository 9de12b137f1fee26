import type { Tx } from '@changming/database';
import { sql } from 'kysely';

/** Something that somebody did, to one record. */
export type ActSeen = {
  readonly id: string;
  readonly verb: string;
  readonly personId: string;
  readonly unitId: string | null;
  readonly subjectId: string;
  readonly at: Date;
};

type Asked = { readonly verbs: readonly string[]; readonly from: Date; readonly until: Date };

/** The acts of these verbs in [from, until), as far as the session reads. */
export async function actsBetween(tx: Tx, { verbs, from, until }: Asked): Promise<ActSeen[]> {
  const { rows } = await sql<ActSeen>`
    select id, verb, person_id as "personId", unit_id as "unitId", subject_id as "subjectId", at
    from house.acts(${[...verbs]}::text[], ${from}, ${until}) order by at, id`.execute(tx);
  return rows;
}
