import { parameterOf, type Pull } from '@changming/domain/analytics';

/** What a pull asks, as the trace keeps it: the parameters of the address, without paging. */
export function askedOf({ dataset, format, columns, conditions, sort, on, knownAt }: Pull) {
  const filters = conditions.map(({ column, operator, values }) => [parameterOf(column, operator), values.join(',')]);
  const times = Object.entries({ on, knownAt }).filter((entry): entry is [string, string] => entry[1] !== null);
  const order = `${sort.descending ? '-' : ''}${sort.column}`;
  const asked: Record<string, string> = Object.fromEntries([['select', columns.join(',')], ['sort', order], ...filters, ...times]);
  return { dataset, format, asked };
}
