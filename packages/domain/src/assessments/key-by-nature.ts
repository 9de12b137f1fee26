import type { PointKind } from '../points/index.ts';

/** 重点部位 by what they are, whether anybody has determined them as such or not (rule book C3: 消防泵房、配电房、充绒房、仓储). */
export const keyByNature = ['pumpRoom', 'powerRoom', 'downFilling', 'warehouse'] as const satisfies readonly PointKind[];
