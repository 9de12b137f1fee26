import { lineReasons, runKinds, runStages } from '../../assessments/index.ts';
import { unitKinds } from '../../units/index.ts';
import {
  codeColumn,
  countColumn,
  dayColumn,
  decimalColumn,
  flagColumn,
  idColumn,
  instantColumn,
  nameColumn,
  periodColumn,
  unitColumn,
} from '../column.ts';
import { dataset } from '../dataset.ts';

/** Which run of which scheme for which period, and whether another has taken its place. */
const run = {
  runId: idColumn(),
  schemeCode: nameColumn(),
  schemeVersion: countColumn(),
  period: periodColumn(),
  periodFrom: dayColumn(),
  periodUntil: dayColumn(),
  runKind: codeColumn(runKinds),
  runStage: codeColumn(runStages.filter((stage) => stage !== 'open')),
  current: flagColumn(),
  cutOffAt: instantColumn(),
  computedAt: instantColumn(),
} as const;

const unit = { unitId: unitColumn(), unitCode: nameColumn(), unitName: nameColumn() } as const;
const rowId = { ...nameColumn(), operators: [] } as const;

/** 考核得分: one row a unit and run. */
export const results = dataset({
  columns: {
    resultId: rowId,
    ...run,
    ...unit,
    kind: codeColumn(unitKinds),
    parentId: idColumn({ empty: true }),
    status: codeColumn(['scored', 'notAssessed', 'insufficientData']),
    base: decimalColumn({ empty: true }),
    bonus: decimalColumn(),
    malus: decimalColumn(),
    final: decimalColumn({ empty: true }),
    grade: nameColumn({ empty: true }),
    gradeBeforeVeto: nameColumn({ empty: true }),
    ranking: countColumn({ empty: true }),
    applicableWeight: decimalColumn(),
  },
  key: 'resultId',
  sorts: ['resultId', 'periodFrom', 'computedAt'],
  times: [],
  examples: [
    'select=period,unitCode,unitName,status,final,grade,ranking&current=true&period=2026Q3',
    'select=period,unitName,final,grade&current=true&runStage.in=published,archived&format=csv&heads=zh',
  ],
});

/** 指标得分: one row an indicator, unit and run. */
export const indicators = dataset({
  columns: {
    lineId: rowId,
    ...run,
    ...unit,
    indicator: nameColumn(),
    dimension: nameColumn(),
    weight: decimalColumn(),
    lineStatus: codeColumn(['scored', 'na']),
    reason: codeColumn(lineReasons, { empty: true }),
    expected: decimalColumn({ empty: true }),
    actual: decimalColumn({ empty: true }),
    value: decimalColumn({ empty: true }),
    score: decimalColumn({ empty: true }),
    adjusted: decimalColumn({ empty: true }),
  },
  key: 'lineId',
  sorts: ['lineId', 'periodFrom', 'computedAt'],
  times: [],
  examples: ['select=period,unitCode,indicator,lineStatus,reason,expected,actual,value,score&current=true&indicator.in=D2,D4'],
});
