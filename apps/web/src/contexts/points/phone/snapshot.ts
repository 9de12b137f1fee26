import { listPoints, type Point } from '@changming/contract/points';

import { call } from '../../../api/call.ts';
import { mayAnywhere } from '../../../api/may.ts';
import type { SnapshotPart } from '../../../phone/snapshot/part.ts';

/** A plate on the wall and what it names. */
export type KeptPlate = Pick<Point, 'id' | 'code' | 'name' | 'unit'>;

/** As many plates as one phone holds; whoever oversees more scans the rest online. */
const most = 1000;

/** 铭牌 of the own scope: scanning one without a network says where one stands. */
export const plates: SnapshotPart<readonly KeptPlate[]> = {
  name: 'points.plates',
  wanted: (me) => mayAnywhere(me, 'points.read'),
  async read({ signal }) {
    const kept: KeptPlate[] = [];
    for (let after: string | null | undefined; after !== null && kept.length < most; ) {
      const query = { limit: 200, ...(after === undefined ? {} : { after }) };
      const page = await call(listPoints, { query, ...(signal === undefined ? {} : { signal }) });
      kept.push(...page.items.map(({ id, code, name, unit }) => ({ id, code, name, unit })));
      after = page.next;
    }
    return kept;
  },
};
