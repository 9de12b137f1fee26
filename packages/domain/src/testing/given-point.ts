import type { RegisteredPoint } from '../imports/points/point-draft.ts';

/** 二号配电室 of the sewing shop, which the product knows and 王芳 keeps. */
export function givenPoint(over: Partial<RegisteredPoint> = {}): RegisteredPoint {
  return {
    id: 'p1',
    code: 'ABCDEFGHJK',
    unitId: 'sew',
    name: '二号配电室',
    kind: 'powerRoom',
    ownNo: 'P-001',
    place: null,
    remark: null,
    keeperId: 'wang',
    key: false,
    closedOn: null,
    rows: [],
    ...over,
  };
}
