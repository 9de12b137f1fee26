import { hazardLevels, lookBackReasons, lookBackResults } from '../../hazards/index.ts';
import { codeColumn, countColumn, dayColumn, flagColumn, idColumn, nameColumn, unitColumn } from '../column.ts';
import { dataset } from '../dataset.ts';

/** 回头看: one row a closing that is or was to be looked back on. */
export const lookBacks = dataset({
  columns: {
    lookBackId: idColumn(),
    hazardId: idColumn(),
    hazardNumber: nameColumn(),
    unitId: unitColumn(),
    unitCode: nameColumn(),
    unitName: nameColumn(),
    level: codeColumn(hazardLevels, { empty: true }),
    round: countColumn(),
    reason: codeColumn(lookBackReasons),
    fromOn: dayColumn(),
    dueOn: dayColumn(),
    lookedOn: dayColumn({ empty: true }),
    result: codeColumn(lookBackResults, { empty: true }),
    onTime: flagColumn({ empty: true }),
  },
  key: 'lookBackId',
  sorts: ['lookBackId', 'dueOn'],
  times: ['on', 'knownAt'],
  examples: ['select=hazardNumber,unitCode,reason,dueOn,lookedOn,result,onTime&dueOn.gte=2026-01-01&sort=dueOn&limit=20'],
});
