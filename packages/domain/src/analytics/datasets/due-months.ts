import { codeColumn, countColumn, dayColumn, decimalColumn, nameColumn, unitColumn } from '../column.ts';
import { dataset } from '../dataset.ts';

/** 应完成与按期: of each unit and month what was due, what was done, and what was done in time; a month in which nothing was due has no row. */
export const dueMonths = dataset({
  columns: {
    monthId: { ...nameColumn(), operators: [] },
    unitId: unitColumn(),
    unitCode: nameColumn(),
    unitName: nameColumn(),
    duty: codeColumn(['rectification', 'lookBack']),
    monthOn: dayColumn(),
    expected: countColumn(),
    actual: countColumn(),
    inTime: countColumn(),
    inTimeRate: decimalColumn(),
  },
  key: 'monthId',
  sorts: ['monthId', 'monthOn'],
  times: [],
  examples: ['select=unitCode,unitName,duty,monthOn,expected,actual,inTime,inTimeRate&monthOn.gte=2026-01-01&sort=monthOn&limit=20'],
});
