import { type DatasetName, datasets, type Pull } from '@changming/domain/analytics';
import type { Day } from '@changming/domain/kernel';
import { type RawBuilder, sql } from 'kysely';

import { hazardOn } from './hazard-on.ts';
import { literal } from './literal.ts';

type Source = {
  readonly view: RawBuilder<unknown>;
  readonly where: readonly RawBuilder<boolean>[];
  /** Columns that read otherwise on a day of the past. */
  readonly instead: Readonly<Record<string, RawBuilder<unknown>>>;
};

type Times = Pick<Pull, 'on' | 'knownAt'> & { readonly today: Day };

/** Where the rows of a dataset come from, in the two times that were asked for. */
export function sourceOf(name: DatasetName, times: Times): Source {
  return sources[name](times);
}

const sources: Readonly<Record<DatasetName, (times: Times) => Source>> = {
  units: ({ on, knownAt, today }) => {
    const day = literal(on ?? today);
    const inForce = sql<boolean>`v.valid_from <= ${day}::date and (v.valid_to is null or v.valid_to > ${day}::date)`;
    const known = knownAt === null ? sql<boolean>`v.known_to is null` : stillKnown(knownAt, sql`v.known_to is null or`);
    return { view: sql`analytics_unit_states`, where: [inForce, known], instead: {} };
  },
  unitHistory: () => ({ view: sql`analytics_unit_states`, where: [], instead: {} }),
  hazards: ({ on, knownAt }) => ({
    view: knownAt === null ? sql`analytics_hazards` : sql`analytics_hazards_known`,
    where: [
      ...(knownAt === null ? [] : [stillKnown(knownAt, sql``)]),
      ...(on === null ? [] : [sql<boolean>`v.found_on <= ${literal(on)}::date`]),
    ],
    instead: on === null ? {} : hazardOn(on),
  }),
  lookBacks: ({ on, knownAt }) => ({
    view: knownAt === null ? sql`analytics_look_backs` : sql`analytics_look_backs_known`,
    where: [
      ...(knownAt === null ? [] : [stillKnown(knownAt, sql``)]),
      ...(on === null ? [] : [sql<boolean>`v.from_on <= ${literal(on)}::date`]),
    ],
    instead: on === null ? {} : lookBackOn(on),
  }),
  dueMonths: () => ({ view: sql`analytics_due_months`, where: [], instead: {} }),
  results: () => ({ view: sql`analytics_results`, where: [], instead: {} }),
  indicators: () => ({ view: sql`analytics_indicators`, where: [], instead: {} }),
};

function stillKnown(knownAt: string, orOpen: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`v.known_from <= ${literal(knownAt)}::timestamptz and (${orOpen} v.known_to > ${literal(knownAt)}::timestamptz)`;
}

function lookBackOn(on: Day): Source['instead'] {
  const seen = (column: string) => sql`case when v.looked_on <= ${literal(on)}::date then ${sql.ref(`v.${column}`)} end`;
  return { lookedOn: seen('looked_on'), result: seen('result'), onTime: seen('on_time') };
}

/** The shape of a column; every name in a pull has been found in the catalogue. */
export function shapeOf(name: DatasetName, column: string) {
  const columns: Readonly<Record<string, (typeof datasets)['units']['columns']['unitId']>> = datasets[name].columns;
  const shape = columns[column];
  if (shape === undefined) throw new Error(`${name} has no column ${column}`);
  return shape;
}
