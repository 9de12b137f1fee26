import { listMine, type MyInspections } from '@changming/contract/inspections/occurrences';

import { call } from '../../../api/call.ts';
import { mayAnywhere } from '../../../api/may.ts';
import type { SnapshotPart } from '../../../phone/snapshot/part.ts';

/** 今日任务 with their checklists, last readings and plates: enough to do them without a network. */
export const myChecks: SnapshotPart<MyInspections> = {
  name: 'inspections.mine',
  wanted: (me) => mayAnywhere(me, 'inspections.perform'),
  read: ({ signal }) => call(listMine, { query: {}, ...(signal === undefined ? {} : { signal }) }),
};
