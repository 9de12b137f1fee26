import { unitFlags, unitKinds } from '../../units/index.ts';
import { codeColumn, countColumn, dayColumn, idColumn, instantColumn, listColumn, nameColumn, proseColumn, unitColumn } from '../column.ts';
import { dataset } from '../dataset.ts';

const columns = {
  unitId: unitColumn(),
  unitCode: nameColumn(),
  unitName: nameColumn(),
  kind: codeColumn(unitKinds),
  parentId: idColumn({ empty: true }),
  openedOn: dayColumn(),
  closedOn: dayColumn({ empty: true }),
  headcount: countColumn({ empty: true }),
  province: nameColumn({ empty: true }),
  industry: nameColumn({ empty: true }),
  flags: listColumn(unitFlags),
  address: nameColumn({ empty: true }),
  remark: proseColumn(),
  validFrom: dayColumn(),
  validTo: dayColumn({ empty: true }),
  knownFrom: instantColumn(),
  knownTo: instantColumn({ empty: true }),
};

/** The tree as it stands on a day: one row a unit. */
export const units = dataset({
  columns,
  key: 'unitId',
  sorts: ['unitId', 'unitCode'],
  times: ['on', 'knownAt'],
  examples: ['select=unitCode,unitName,kind&sort=unitCode', 'select=unitCode,unitName,validFrom,validTo&on=2026-01-01&format=csv&heads=zh'],
});

/** Every state that a unit was ever in, in both times: one row a state. */
export const unitHistory = dataset({
  columns: { stateId: { ...nameColumn(), operators: [] }, ...columns },
  key: 'stateId',
  sorts: ['stateId'],
  times: [],
  examples: ['select=unitCode,unitName,validFrom,validTo,knownFrom,knownTo&format=csv&heads=zh'],
});
