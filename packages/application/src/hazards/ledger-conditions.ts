import type { Slots, Tables } from '@changming/database';
import type { HazardFilter, QueueFilter } from '@changming/domain/hazards';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';

import { isLacking } from './before-lack.ts';

export type Hazards = ExpressionBuilder<Tables & { h: Tables['hazards'] }, 'h'>;

/** Conditions beyond the query bar, for the queues. */
export type Queue = 'triage' | 'accept' | 'own';

/** The query bar as it travels: a name that is there is a condition, and its value fills the slot. */
export type LedgerValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The values themselves, or the slots that they will fill. */
type Given = Slots<LedgerValues> | LedgerValues;

/** What makes another statement of it. */
export type LedgerShape = {
  readonly sort: QueueFilter['sort'];
  readonly limit: number;
  readonly queue: Queue | undefined;
  readonly overdue: boolean | undefined;
  readonly recurrence: boolean | undefined;
  readonly suggested: boolean | undefined;
  readonly supervised: boolean | undefined;
  readonly beforeLack: boolean | undefined;
};

export type Asked = {
  readonly filter: QueueFilter;
  readonly today: string;
  /** The hazards that carry the words, when words were asked for. */
  readonly found: readonly string[] | null;
  readonly queue: Queue | undefined;
  readonly personId: string | null;
};

const among = { stage: 'stage', level: 'level', category: 'category', source: 'source', keyArea: 'key_area' } as const;
const equal = { factor: 'factor', pointId: 'point_id', responsibleId: 'responsible_id', foundById: 'found_by_id' } as const;
const bounds = {
  foundFrom: ['found_on', '>='],
  foundTo: ['found_on', '<='],
  dueFrom: ['due_on', '>='],
  dueTo: ['due_on', '<='],
  closedFrom: ['closed_on', '>='],
  closedTo: ['closed_on', '<='],
} as const;

/** One value of a list stays an equation, which walks an index in its order. */
export function valuesOf({ filter, today, found, queue, personId }: Asked): LedgerValues {
  const lists = keysOf(among).map((name) => [name, onlyOf(filter[name])] as const);
  const single = [...keysOf(equal), ...keysOf(bounds)].map((name) => [name, filter[name]] as const);
  return {
    ...Object.fromEntries([...lists, ...single]),
    today: filter.overdue === undefined ? undefined : today,
    me: queue === undefined || queue === 'triage' ? undefined : (personId ?? ''),
    afterDay: filter.after?.[0],
    afterId: filter.after?.[1],
    found: found ?? undefined,
  };
}

function onlyOf(values: readonly string[] | undefined): string | readonly string[] | undefined {
  return values?.length === 1 ? values[0] : values;
}

export function shapeOf({ filter, queue }: Asked): LedgerShape {
  const { sort, limit, overdue, recurrence, suggested, supervised, beforeLack } = filter;
  // A list of several values is compared in another way than a single one.
  const several = keysOf(among).filter((name) => (filter[name]?.length ?? 1) !== 1);
  return {
    sort,
    limit,
    queue,
    overdue,
    recurrence,
    suggested,
    supervised,
    beforeLack,
    ...Object.fromEntries(several.map((name) => [name, 'several'])),
  };
}

/** The query bar as conditions on a hazard. */
export function conditions(eb: Hazards, given: Given, shape: LedgerShape): Expression<SqlBool>[] {
  return [...listed(eb, given, shape), ...dated(eb, given), ...flagged(eb, given, shape), ...queued(eb, given, shape.queue)];
}

/** The same for a statement that is made on the spot. */
export function conditionsNow(eb: Hazards, filter: HazardFilter, today: string): Expression<SqlBool>[] {
  const asked: Asked = { filter, today, found: null, queue: undefined, personId: null };
  return conditions(eb, valuesOf(asked), shapeOf(asked));
}

function listed(eb: Hazards, given: Given, shape: LedgerShape): Expression<SqlBool>[] {
  const lists = keysOf(among).flatMap((name) => {
    const value = given[name];
    if (value === undefined) return [];
    const column = eb.ref(`h.${among[name]}`);
    return [name in shape ? sql<SqlBool>`${column} = any(${value}::text[])` : sql<SqlBool>`${column} = ${value}`];
  });
  const single = keysOf(equal).flatMap((name) =>
    given[name] === undefined ? [] : [sql<SqlBool>`${eb.ref(`h.${equal[name]}`)} = ${given[name]}`],
  );
  const worded = given['found'] === undefined ? [] : [sql<SqlBool>`h.id = any(${given['found']}::uuid[])`];
  return [...lists, ...single, ...worded];
}

function dated(eb: Hazards, given: Given): Expression<SqlBool>[] {
  return keysOf(bounds).flatMap((name) => {
    const [column, operator] = bounds[name];
    return given[name] === undefined ? [] : [sql<SqlBool>`${eb.ref(`h.${column}`)} ${sql.raw(operator)} ${given[name]}`];
  });
}

function flagged(eb: Hazards, given: Given, shape: LedgerShape): Expression<SqlBool>[] {
  const { overdue, recurrence, suggested, supervised, beforeLack } = shape;
  const flags = [
    [overdue, () => eb.and([eb('h.stage', 'in', ['assigned', 'rectifying']), sql<SqlBool>`h.due_key < ${given['today']}`])],
    [recurrence, () => eb('h.recurrences', '>', 0)],
    [suggested, () => eb('h.suggestion', 'in', ['open', 'denialProposed'])],
    [supervised, () => eb('h.supervised', '=', true)],
    [beforeLack, () => isLacking],
  ] as const;
  return flags.flatMap(([wanted, condition]) => (wanted === undefined ? [] : [wanted ? condition() : eb.not(condition())]));
}

function queued(eb: Hazards, given: Given, queue: Queue | undefined): Expression<SqlBool>[] {
  const me = given['me'];
  if (queue === 'triage') return [eb('h.stage', 'in', ['reported', 'registered'])];
  if (queue === 'own') return [sql<SqlBool>`h.found_by_id = nullif(${me}, '')::uuid`];
  if (queue === undefined) return [];
  return [
    eb('h.stage', '=', 'submitted'),
    sql<SqlBool>`h.responsible_id is distinct from nullif(${me}, '')::uuid`,
    sql<SqlBool>`not (nullif(${me}, '')::uuid = any(h.rectifier_ids))`,
  ];
}

function keysOf<Names extends string>(named: Readonly<Record<Names, unknown>>): Names[] {
  return Object.keys(named) as Names[];
}
