import { controlLevels } from '@changming/domain/risks';

import { query } from '../context.ts';
import { rangesOf } from '../units/index.ts';
import { shortfalls } from './frequency.ts';

/** As many points as one plan names. */
const mostNamed = 500;

type Wanted = { readonly unitId?: string | undefined; readonly withBelow: boolean };

/** 频次不足 of a branch, by whose look is missing: how many points, and those that one plan would mend. */
export const listShortfalls = query({
  permission: 'inspections.read',
  async run(work, wanted: Wanted) {
    const all = await shortfalls(work, { ranges: await rangesOf(work, wanted) });
    const items = controlLevels.flatMap((by) => {
      const short = all.filter((each) => each.by === by);
      if (short.length === 0) return [];
      const points = short
        .slice(0, mostNamed)
        .map(({ pointId: id, point: name, unitId, unit, level }) => ({ id, name, unitId, unit, level }));
      return [{ by, days: Math.min(...short.map(({ days }) => days)), count: short.length, points }];
    });
    return { points: new Set(all.map(({ pointId }) => pointId)).size, items };
  },
});
