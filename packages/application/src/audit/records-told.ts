import { within } from '@changming/database';
import { type RecordKind, recordKinds, type ToldRecord } from '@changming/domain/audit';
import { type RawBuilder, sql } from 'kysely';

import type { Reading } from '../context.ts';
import { namings } from '../named-records.ts';

type Row = Omit<ToldRecord, 'opens'> & { readonly pos: number | null };

/** As many as are named for one page of the trail; a list that is longer stays a list of ids. */
const most = 500;

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu;

/** The fields in which a record stands by its code. */
const codeFields = Object.values(namings).flatMap((naming) => naming.codeFields);
const codes = new RegExp(`"(?:${codeFields.join('|')})":"([^"]{1,20})"`, 'gu');

/**
 * The records to which rows of the trail point, by their ids, as they are called today. Named is what lies in the reader's scope and what
 * he may see on its own page or reads the whole trail to see; of anything else nothing is told, not even that it is there.
 */
export async function recordsTold(work: Reading, told: readonly unknown[]): Promise<Map<string, ToldRecord>> {
  const ids = idsIn(told).slice(0, most);
  if (ids.length === 0) return new Map();
  const parts = recordKinds.map((kind) => looked(work, kind, ids));
  const { rows } = await sql<Row>`${sql.join(parts, sql` union all `)}`.execute(work.tx);
  return new Map(rows.flatMap((row) => (isTold(work, row) ? [[row.id, shown(work, row)] as const] : [])));
}

/** The ids that stand anywhere in a value and the codes in the fields of such, each once. */
export function idsIn(told: unknown): string[] {
  const text = JSON.stringify(told);
  return [...new Set([...(text.match(uuid) ?? []), ...[...text.matchAll(codes)].map(([, code = '']) => code)])];
}

function looked({ scope, whole }: Reading, kind: RecordKind, ids: readonly string[]): RawBuilder<unknown> {
  const { rows, above } = namings[kind];
  const place = whole || above ? sql`true` : within(sql<number>`r.pos`, scope);
  return sql`
    select ${sql.lit(kind)} as kind, r.id::text, r.name, r.name_en as "nameEn", r.no, r.pos from (${rows}) as r (id, name, name_en, no, pos)
    where ${isOne(kind, ids)} and ${place}`;
}

function isOne(kind: RecordKind, wanted: readonly string[]): RawBuilder<unknown> {
  const isId = (one: string) => one.length === 36;
  if (namings[kind].codeFields.length > 0) return sql`r.id = any(${wanted.filter((one) => !isId(one))}::text[])`;
  return sql`r.id = any(${wanted.filter(isId)}::uuid[])`;
}

function isTold(work: Reading, { kind, pos }: Row): boolean {
  const { permission, above } = namings[kind];
  return above || pos === null || work.may(permission, pos) || work.may('audit.readTrail', pos);
}

function shown(work: Reading, { pos, ...row }: Row): ToldRecord {
  const { permission, said } = namings[row.kind];
  return {
    ...row,
    name: said(row.name),
    opens: pos === null ? work.scope.some(({ lo }) => work.may(permission, lo)) : work.may(permission, pos),
  };
}
