import type { Tx } from '@changming/database';

type Wanted = { readonly sessionId: string; readonly personId: string };

/** The day on which a closed session was held that the person attended; null when he did not. */
export async function attended(tx: Tx, { sessionId, personId }: Wanted): Promise<string | null> {
  const row = await tx
    .selectFrom('training_credits as c')
    .select('c.on_day')
    .where('c.session_id', '=', sessionId)
    .where('c.person_id', '=', personId)
    .where('c.attended', '=', true)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('training_credits as later').select('later.id').whereRef('later.corrects_id', '=', 'c.id'))),
    )
    .executeTakeFirst();
  return row?.on_day ?? null;
}
