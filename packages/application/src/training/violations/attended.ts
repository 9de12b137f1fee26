import type { Tx } from '@changming/database';
import type { TrainingCategory } from '@changming/domain/training';
import { sql, type SqlBool } from 'kysely';

const anything = sql<SqlBool>`true`;

type Wanted = { readonly sessionId: string; readonly personId: string; readonly category?: TrainingCategory };

/** The day on which a closed session, perhaps of one category, was held that the person attended; null when he did not. */
export async function attended(tx: Tx, { sessionId, personId, category }: Wanted): Promise<string | null> {
  const row = await tx
    .selectFrom('training_credits as c')
    .select('c.on_day')
    .where('c.session_id', '=', sessionId)
    .where('c.person_id', '=', personId)
    .where('c.attended', '=', true)
    .where((eb) => (category === undefined ? anything : eb('c.category', '=', category)))
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('training_credits as later').select('later.id').whereRef('later.corrects_id', '=', 'c.id'))),
    )
    .executeTakeFirst();
  return row?.on_day ?? null;
}
