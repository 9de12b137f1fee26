import type { ColumnName, DatasetName } from '@changming/domain/analytics';

const ofUnits = { closedOn: '单位撤销的日期；没有撤销为空', kind: '单位类型：集团、公司、工厂、车间等' };

/** Where a column means something else in a dataset than elsewhere. */
export const ownMeanings: Readonly<Partial<Record<DatasetName, Partial<Record<ColumnName, string>>>>> = {
  units: ofUnits,
  unitHistory: ofUnits,
  lookBacks: { reason: '为什么要回头看' },
};
