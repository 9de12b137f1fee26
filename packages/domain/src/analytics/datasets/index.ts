import { dueMonths } from './due-months.ts';
import { hazards } from './hazards.ts';
import { lookBacks } from './look-backs.ts';
import { indicators, results } from './results.ts';
import { unitHistory, units } from './units.ts';

/** The catalogue: contract, SQL, documentation and tests are made from it. */
export const datasets = { units, unitHistory, hazards, lookBacks, dueMonths, results, indicators } as const;
export type DatasetName = keyof typeof datasets;
export const datasetNames = Object.keys(datasets) as readonly DatasetName[];

/** The columns of a dataset, by name. */
export type ColumnName<Name extends DatasetName = DatasetName> = Name extends DatasetName
  ? keyof (typeof datasets)[Name]['columns']
  : never;
