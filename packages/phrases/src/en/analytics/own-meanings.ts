import type { ColumnName, DatasetName } from '@changming/domain/analytics';

const ofUnits = {
  closedOn: 'The day the unit was closed; empty while it stands',
  kind: 'What kind of unit: group, company, factory, workshop and so on',
};

/** Where a column means something else in a dataset than elsewhere. */
export const ownMeanings: Readonly<Partial<Record<DatasetName, Partial<Record<ColumnName, string>>>>> = {
  units: ofUnits,
  unitHistory: ofUnits,
  lookBacks: { reason: 'Why it is looked back on' },
};
