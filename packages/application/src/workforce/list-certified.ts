import { toPage, within } from '@changming/database';
import type { CertifiedFilter } from '@changming/domain/workforce';
import { type RawBuilder, sql } from 'kysely';

import { query } from '../context.ts';
import { unitInScope } from '../units/index.ts';

type Row = {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly staffNo: string | null;
  readonly unitId: string;
  readonly unit: string;
  readonly item: string;
  readonly itemName: string;
  readonly itemNameEn: string;
  readonly from: string;
  readonly to: string | null;
  readonly holds: boolean;
  readonly code: string | null;
  readonly onDate: string | null;
  readonly validUntil: string | null;
  readonly nextDueOn: string | null;
  readonly overrideUntil: string | null;
  readonly pos: number;
};

/**
 * 持证岗位 of a branch as of today, in the order of the tree. `blocked`: the certificate does not hold and nobody lifted the gate; the
 * sentence of `code` says why. One that was lifted names until when.
 */
export const listCertified = query({
  permission: 'workforce.read',
  async run({ tx, scope, today }, { unitId, item, blocked, after, limit }: CertifiedFilter) {
    const branch = unitId === undefined ? scope : [await unitInScope(tx, scope, unitId)];
    const conditions: RawBuilder<unknown>[] = [
      within(sql.ref<number>('d.unit_pos'), branch) as never,
      sql`d.from_on <= ${today}::date and (d.to_on is null or d.to_on > ${today}::date)`,
      ...(item === undefined ? [] : [sql`d.item = ${item}`]),
      ...(after === undefined ? [] : [sql`(d.unit_pos, d.item, d.id) > (${after[0]}, ${after[1]}, ${after[2]}::uuid)`]),
    ];
    const { rows } = await sql<Row>`
      with here as materialized (select d.* from certified_posts d where ${sql.join(conditions, sql` and `)} order by d.unit_pos, d.item, d.id
        ${blocked === true ? sql`` : sql`limit ${limit + 1}`}),
      stands as (select * from house.certified_standings(array(select id from here), ${today}::date))
      select h.id, h.person_id as "personId", s.name, s.staff_no as "staffNo", h.unit_id as "unitId", u.name as unit, h.item,
        i.name as "itemName", i.name_en as "itemNameEn", h.from_on as from, h.to_on as to, s.holds, s.code, s.on_date as "onDate",
        s.valid_until as "validUntil", s.next_due_on as "nextDueOn", o.until_on as "overrideUntil", h.unit_pos as pos
      from here h join stands s on s.id = h.id join units u on u.id = h.unit_id join certificate_items i on i.code = h.item
        left join lateral (
          select max(g.until_on) as until_on from gate_overrides g where g.person_id = h.person_id and g.unit_id = h.unit_id
            and g.certified_post = h.item and g.from_on <= ${today}::date and g.until_on >= ${today}::date
            and exists (select from jsonb_array_elements(g.objections) x where x ->> 'code' = s.code)) o on true
      where ${blocked === true ? sql`not s.holds and o.until_on is null` : sql`true`}
      order by h.unit_pos, h.item, h.id limit ${limit + 1}`.execute(tx);
    return toPage(
      rows,
      limit,
      ({ pos, item: code, id }) => `${pos}~${code}~${id}`,
      ({ pos: _pos, ...row }) => ({ ...row, blocked: !row.holds && row.overrideUntil === null }),
    );
  },
});
