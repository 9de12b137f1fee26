import { type Candidate, confirmationOf, type ImportProblem, openOffers, type PersonField } from '@changming/domain/imports';
import { toPage } from '@changming/database';
import { sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { batchInScope } from './store.ts';
import { mayConfirm, placesOf } from './withheld-rows.ts';

type Asked = {
  readonly batchId: string;
  /** `ready`: what is proposed for rows that go in, or was left out of them. */
  readonly verdict: 'ask' | 'wrong' | 'ready';
  readonly after?: readonly [number, number, string] | undefined;
  readonly limit: number;
};

type Group = {
  /** Stays the same however often the file is judged again. */
  readonly key: string;
  readonly size: number;
  readonly n: number;
  readonly code: ImportProblem;
  readonly field: string | null;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly candidates: readonly Candidate[];
  readonly places: readonly { readonly sheet: string; readonly row: number; readonly cell: string | null }[];
};

/** These wait for the answer to another row: what each of them says makes no difference. */
const waiting = 'unit_parent_pending' satisfies ImportProblem;
const lists = { ask: 'questions', wrong: 'problems', ready: 'warnings' } as const;
/** Masked as it is, the number makes no difference either. */
const masked = 'identity' satisfies PersonField;

/**
 * Questions or problems of a batch that differ in nothing but their place, together: one answer settles them all. Those that
 * settle most come first.
 */
export const listImportGroups = query({
  permission: 'imports.read',
  async run({ tx, scope, may }, { batchId, verdict, after, limit }: Asked) {
    await batchInScope(tx, scope, batchId);
    const list = lists[verdict];
    const { rows } = await sql<Group>`
      with raised as (
        select r.n, r.sheet, r.row, q ->> 'code' as code, q ->> 'field' as field, q ->> 'cell' as cell,
          case when q ->> 'code' = ${waiting} then '{}'::jsonb
            when q ->> 'field' = ${masked} then (q -> 'facts') - 'text' else q -> 'facts' end as facts,
          coalesce(q -> 'candidates', '[]'::jsonb) as candidates
        from import_rows r, jsonb_array_elements(r.detail -> ${list}::text) q
        where r.batch_id = ${batchId} and r.verdict = ${verdict} and (${verdict} <> 'ready' or q ->> 'code' = any(${[...openOffers]}))
      ), grouped as (
        select md5(concat_ws('|', code, field, facts, candidates)) as key, count(*)::integer as size, min(n) as n, code, field, facts, candidates,
          jsonb_agg(jsonb_build_object('sheet', sheet, 'row', row, 'cell', cell) order by n) as places
        from raised group by code, field, facts, candidates
      )
      select * from grouped
      where ${after === undefined ? sql`true` : sql`(-size, n, key) > (-${after[0]}::integer, ${after[1]}::integer, ${after[2]}::text)`}
      order by -size, n, key limit ${limit + 1}`.execute(tx);
    const confirmable = confirmableIn(
      may,
      await placesOf(
        tx,
        rows.flatMap((group) => confirmationOf(group)?.unitId ?? []),
      ),
    );
    return toPage(
      rows,
      limit,
      (group) => `${group.size}~${group.n}~${group.key}`,
      (group) => ({ ...group, ...confirmable(group) }),
    );
  },
});

type Told = Pick<Group, 'code' | 'facts'>;

/** Whether the reader may confirm what somebody else may not do, where it lies; nothing is said of what nobody has to confirm. */
function confirmableIn(may: Reading['may'], places: ReadonlyMap<string, number>) {
  return (group: Told): { readonly mayConfirm?: boolean } => {
    const awaited = confirmationOf(group);
    if (awaited === null || awaited.unitId === '') return {};
    return { mayConfirm: mayConfirm(may, awaited.permission, places.get(awaited.unitId)) };
  };
}
