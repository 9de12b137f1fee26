import type { Tables } from '@changming/database';
import type { Permission } from '@changming/domain/access';
import type { RecordKindOf } from '@changming/domain/audit';
import { type RawBuilder, sql } from 'kysely';

/** How the trail calls the records of one table. */
export type Naming = {
  readonly table: keyof Tables;
  /** Who sees the page of such a record. */
  readonly permission: Permission;
  /** `id`, `name`, `name_en`, `no` and `pos`, where it stands in the tree. */
  readonly rows: RawBuilder<unknown>;
  /** The name as a person says it. */
  readonly said: (name: string | null) => string | null;
  /** They are seen from below as well, as their policy says; one without `pos` has its page seen from below, too. */
  readonly above: boolean;
  /** The fields of a change in which they stand by a code; none where they stand by their id, in whatever field. */
  readonly codeFields: readonly string[];
};

/** What a context hands to the trail. Every table of its own whose rows have an id stands in one of the two. */
export type NamedRecords<Context extends string> = {
  readonly records: { readonly [Kind in RecordKindOf<Context>]: Naming };
  /** Tables whose rows nobody would know by a name. */
  readonly nameless: readonly (keyof Tables)[];
};

/** A column of the table, or an expression over it under the alias `r`. */
type Told<Column extends string> = Column | RawBuilder<unknown>;

type Words<Column extends string> = {
  readonly permission: Permission;
  readonly name?: Told<Column>;
  /** Where the name is not told as it stands there. */
  readonly said?: Naming['said'];
  /** Where it has a name of its own in English. */
  readonly nameEn?: Told<Column>;
  /** 工号, 编号, or the day by which it is called. */
  readonly no?: Told<Column>;
  /** Where it stands in the tree; left out by what belongs to the group as a whole. */
  readonly at?: Told<Column>;
  readonly above?: true;
  readonly byCode?: { readonly column: Column; readonly fields: readonly string[] };
  /** Joins for what other tables tell of it. */
  readonly beside?: RawBuilder<unknown>;
};

/** Says how the records of `table` are called in the trail: a line of a context's `named-records.ts`. */
export function named<Table extends keyof Tables>(table: Table, words: Words<keyof Tables[Table] & string>): Naming {
  const { permission, name, nameEn, no, at, above = false, byCode, beside = sql``, said = (known) => known } = words;
  const id = sql.ref(`r.${byCode?.column ?? 'id'}`);
  const rows = sql`
    select ${id}, ${told(name)}::text, ${told(nameEn)}::text, ${told(no)}::text, ${told(at)}::bigint from ${sql.table(table)} r ${beside}`;
  return { table, permission, rows, said, above, codeFields: byCode?.fields ?? [] };
}

function told(said: string | RawBuilder<unknown> | undefined): RawBuilder<unknown> {
  if (said === undefined) return sql`null`;
  return typeof said === 'string' ? sql.ref(`r.${said}`) : sql`(${said})`;
}
