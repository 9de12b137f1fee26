import type { Column } from './column.ts';

/** Business time (`on`, a day) and the time of knowledge (`knownAt`, an instant) in which a dataset can be asked for. */
export const datasetTimes = ['on', 'knownAt'] as const;
export type DatasetTime = (typeof datasetTimes)[number];

export type Dataset<Name extends string = string> = {
  readonly columns: Readonly<Record<Name, Column>>;
  /** Tells a row from every other one of the same answer; the last word of every order. */
  readonly key: NoInfer<Name>;
  /** What it can be sorted by; the first one is the order when none is asked for. None of them is ever empty. */
  readonly sorts: readonly NoInfer<Name>[];
  readonly times: readonly DatasetTime[];
  /** Queries that are shown with their answer's columns, and run by the tests. */
  readonly examples: readonly string[];
};

export function dataset<Name extends string>(given: Dataset<Name>): Dataset<Name> {
  return given;
}
