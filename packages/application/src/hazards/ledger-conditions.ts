import type { Tables } from '@changming/database';
import type { HazardFilter } from '@changming/domain/hazards';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';

export type Hazards = ExpressionBuilder<Tables & { h: Tables['hazards'] }, 'h'>;

/** A condition beyond the query bar, for the queues. */
export type Extra = (eb: Hazards) => Expression<SqlBool>;

/** What one page of the ledger is asked for. */
export type Asked = {
  readonly filter: HazardFilter;
  readonly today: string;
  /** The hazards that carry the words, when words were asked for. */
  readonly found: readonly string[] | null;
  readonly extra: Extra | undefined;
};

/** The query bar as conditions on a hazard. */
export function conditions(eb: Hazards, { filter, today, found, extra }: Asked): Expression<SqlBool>[] {
  return [
    ...listed(eb, filter),
    ...dated(eb, filter),
    ...flagged(eb, filter, today),
    ...(found === null ? [] : [sql<SqlBool>`h.id = any(${found}::uuid[])`]),
    ...(extra === undefined ? [] : [extra(eb)]),
  ];
}

function listed(eb: Hazards, filter: HazardFilter): Expression<SqlBool>[] {
  const among = { stage: filter.stage, level: filter.level, category: filter.category, source: filter.source, key_area: filter.keyArea };
  const equal = {
    factor: filter.factor,
    point_id: filter.pointId,
    responsible_id: filter.responsibleId,
    found_by_id: filter.foundById,
  };
  return [
    ...Object.entries(among).flatMap(([column, values]) =>
      values === undefined ? [] : [eb(sql.ref<string>(`h.${column}`), 'in', values)],
    ),
    ...Object.entries(equal).flatMap(([column, value]) => (value === undefined ? [] : [eb(sql.ref<string>(`h.${column}`), '=', value)])),
  ];
}

function dated(eb: Hazards, filter: HazardFilter): Expression<SqlBool>[] {
  const bounds = [
    ['found_on', '>=', filter.foundFrom],
    ['found_on', '<=', filter.foundTo],
    ['due_on', '>=', filter.dueFrom],
    ['due_on', '<=', filter.dueTo],
    ['closed_on', '>=', filter.closedFrom],
    ['closed_on', '<=', filter.closedTo],
  ] as const;
  return bounds.flatMap(([column, operator, day]) => (day === undefined ? [] : [eb(sql.ref<string>(`h.${column}`), operator, day)]));
}

function flagged(eb: Hazards, { overdue, recurrence, suggested, supervised }: HazardFilter, today: string): Expression<SqlBool>[] {
  const late = eb.and([eb('h.stage', 'in', ['assigned', 'rectifying']), eb('h.due_key', '<', today)]);
  const flags = [
    [overdue, late],
    [recurrence, eb('h.recurrences', '>', 0)],
    [suggested, eb('h.suggestion', 'in', ['open', 'denialProposed'])],
    [supervised, eb('h.supervised', '=', true)],
  ] as const;
  return flags.flatMap(([wanted, condition]) => (wanted === undefined ? [] : [wanted ? condition : eb.not(condition)]));
}
