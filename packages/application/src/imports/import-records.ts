import { toPage } from '@changming/database';
import { keptWords } from '@changming/domain/imports';
import { sql } from 'kysely';

import { query } from '../context.ts';
import { batchInScope } from './store.ts';

type Asked = { readonly batchId: string; readonly after?: readonly [string] | undefined; readonly limit: number };

/**
 * 来源: the records that a batch made or changed, each with the row it came from, in the order of the rows, and what the row said that no
 * table holds.
 */
export const listImportRecords = query({
  permission: 'imports.read',
  async run({ tx, scope, secrets }, { batchId, after, limit }: Asked) {
    const { kind } = await batchInScope(tx, scope, batchId);
    const rows = await tx
      .selectFrom('import_records as r')
      .leftJoin('units as u', 'u.id', 'r.record_id')
      .leftJoin('persons as p', 'p.id', 'r.record_id')
      .leftJoin('points as point', 'point.id', 'r.record_id')
      .leftJoin('point_details as detail', 'detail.id', 'r.record_id')
      .leftJoin('hazards as h', 'h.id', 'r.record_id')
      .leftJoin('special_equipment as s', 's.id', 'r.record_id')
      .leftJoin('fire_equipment as f', 'f.id', 'r.record_id')
      .leftJoin('risks as risk', 'risk.id', 'r.record_id')
      .leftJoin('training_credits as credit', 'credit.id', 'r.record_id')
      .leftJoin('persons as trainee', 'trainee.id', 'credit.person_id')
      .leftJoin('training_sessions as session', 'session.id', 'credit.session_id')
      .select(['r.record_id as id', 'r.sheet', 'r.row', 'r.remainder_sealed'])
      .select([
        sql<string | null>`coalesce(u.name, p.name, point.name, h.text, s.name, f.name, risk.name, trainee.name)`.as('name'),
        sql<
          string | null
        >`coalesce(u.code, p.staff_no, detail.own_no, point.code, h.number, s.own_no, f.no, risk.number, session.title)`.as('no'),
      ])
      .where('r.batch_id', '=', batchId)
      .$if(after !== undefined, (each) => each.where(isBehind(batchId, after?.[0] ?? '')))
      .orderBy('r.sheet')
      .orderBy('r.row')
      .orderBy('r.record_id')
      .limit(limit + 1)
      .execute();
    return toPage(
      rows,
      limit,
      ({ id }) => id,
      ({ remainder_sealed: sealed, ...record }) => {
        // Of a record out of sight nothing is told.
        const kept = sealed === null || record.name === null ? {} : (JSON.parse(secrets.open(sealed)) as Record<string, unknown>);
        return { ...record, kept: keptWords(kind, kept) };
      },
    );
  },
});

function isBehind(batchId: string, recordId: string) {
  return sql<boolean>`(r.sheet, r.row, r.record_id) > (
    select sheet, row, record_id from import_records where batch_id = ${batchId} and record_id = ${recordId})`;
}
