import { dayIn } from '@changming/domain/kernel';
import { z } from 'zod';
import { sql } from 'kysely';

import { type Changed, command } from '../context.ts';
import { rowsAsTable } from '../rows-as-table.ts';

const signature = z.strictObject({ letterId: z.uuid(), at: z.date() });

/**
 * 期初签订: letters that were signed before the product kept them, many at once, each by the person it names and as the text that was issued
 * stands. What is not issued by then, or signed already, stays as it is. Each is the signer's own act; the trail tells
 * who entered it.
 */
export const recordSignatures = command({
  permission: 'responsibilities.sweep',
  name: 'responsibilities.recordSignatures',
  input: z.strictObject({ signatures: z.array(signature).max(20_000) }),
  async run({ tx, trail }, { signatures }) {
    const rows = signatures.map(({ letterId, at }) => ({ letterId, at, on: dayIn(at) }));
    if (rows.length === 0) return trail([], { signed: 0 });
    const signed = await sql<Signed>`
      update letters l set state = 'signed', signed_at = s.at, signed_on = s."on", version = l.version + 1
      from ${rowsAsTable('s', { letterId: 'uuid', at: 'timestamptz', on: 'date' }, rows)}
      where l.id = s."letterId" and l.state = 'issued' and l.issued_at <= s.at
      returning l.id, l.unit_id as "unitId", l.person_id as "personId", l.year, l.text_sha256 as sha256, l.signed_at as at`.execute(tx);
    return trail(signed.rows.map(told), { signed: signed.rows.length });
  },
});

type Signed = {
  readonly id: string;
  readonly unitId: string;
  readonly personId: string;
  readonly year: number;
  readonly sha256: string;
  readonly at: Date;
};

function told({ id, unitId, personId, year, sha256, at }: Signed): Changed {
  const after = { state: 'signed', year, sha256 };
  return { subjectId: id, unitId, before: { state: 'issued' }, after, did: { verb: 'responsibilities.sign', personId, at } };
}
