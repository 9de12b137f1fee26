import { toPage, type Tx } from '@changming/database';
import type { FactTable, FactValue } from '@changming/domain/assessments';
import { sql } from 'kysely';

import type { Side } from './open-side.ts';
import { factsIn, recordsOf } from './record-query.ts';
import { besideRecord, recordWords } from './record-words.ts';
import { type Spread, unitsInTurn } from './units-in-turn.ts';

/** The last record shown: its unit and its id. */
type Place = readonly [unitId: string, id: string];

export type AskedPage = { readonly after?: Place | undefined; readonly limit: number };

type Found = {
  readonly id: string;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly unitId: string;
  readonly unit: string;
  readonly subjectId: string;
  readonly number: string | null;
  readonly text: string | null;
  readonly place: string | null;
};

/** One page of the records, by unit and id. Units are asked in turn, and none once the page is full. */
export async function recordPage(tx: Tx, side: Spread, { after, limit }: AskedPage) {
  const found: Found[] = [];
  for (const unitIds of unitsInTurn(side, { from: after?.[0], wanted: limit + 1 })) {
    found.push(...(await recordsIn(tx, { side, unitIds, after, take: limit + 1 - found.length })));
    if (found.length > limit) break;
  }
  return toPage(
    found,
    limit,
    ({ unitId, id }) => `${unitId}~${id}`,
    (record) => ({ ...record, table: side.table, hazardId: hazardOf(side.table, record) }),
  );
}

type Asked = { readonly side: Side; readonly unitIds: readonly string[]; readonly after: Place | undefined; readonly take: number };

async function recordsIn(tx: Tx, { side: { table, measures, asked }, unitIds, after, take }: Asked): Promise<Found[]> {
  const found = recordsOf(table, measures, { ...asked, unitIds });
  const beyond = after === undefined ? sql`` : sql`where (unit_id, id) > (${after[0]}::uuid, ${after[1]}::uuid)`;
  const { rows } = await sql<Found>`
    with found as materialized (${found}),
      page as (select id, unit_id, subject_id, ${factsIn(table)} as facts from (
        select * from found ${beyond} order by unit_id, id limit ${take}) f)
    select page.id, page.facts, page.unit_id as "unitId", u.name as unit, page.subject_id as "subjectId", ${recordWords(table)}
    from page join units u on u.id = page.unit_id
      ${besideRecord(table)}
    order by page.unit_id, page.id`.execute(tx);
  return rows;
}

/** Only a hazard that lies in the branch has a number to show. */
export function hazardOf(table: FactTable, { subjectId, number }: Pick<Found, 'subjectId' | 'number'>): string | null {
  return (table === 'hazards' || table === 'lookBacks') && number !== null ? subjectId : null;
}
