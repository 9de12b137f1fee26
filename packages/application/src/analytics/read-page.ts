import { toPage } from '@changming/database';
import { jsonRows as bounds, type Pull } from '@changming/domain/analytics';

import { type Caller, query, type Reading } from '../context.ts';
import { askedOf } from './asked.ts';
import { noteRead } from './note-read.ts';
import { placed } from './place.ts';
import { jsonPage } from './statement.ts';

const page = query({
  permission: 'analytics.read',
  async run(work: Reading, pull: Pull) {
    const limit = pull.limit ?? bounds.usual;
    const { rows } = await jsonPage(await placed(work, pull), limit).execute(work.tx);
    return toPage(
      rows,
      limit,
      ({ cursor }) => cursor,
      ({ row }) => row,
    );
  },
});

/** A page of a dataset; every item is JSON text whose numbers stand as the database wrote them. Leaves its trace. */
export async function readDataset(caller: Caller, pull: Pull) {
  const found = await page(caller, pull);
  await noteRead(caller, { ...askedOf(pull), rows: found.items.length });
  return found;
}
