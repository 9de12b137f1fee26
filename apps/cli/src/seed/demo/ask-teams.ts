import { pastOf } from '@changming/application/access';
import type { Actor, House } from '@changming/application/context';
import { addDuty } from '@changming/application/responsibilities';

import type { MadeUnit } from './make-units.ts';

type Making = { readonly house: House; readonly editor: Actor; readonly units: readonly MadeUnit[] };

/** What the group asks of its team leaders from this month on, beside the law: nobody has done it yet, so that it stands open on their phones. */
export async function askTeams({ house, editor, units }: Making): Promise<void> {
  const [root] = units;
  if (root === undefined) return;
  const now = house.clock.now();
  const monthBegan = new Date(`${house.clock.today().slice(0, 7)}-01T01:00:00Z`);
  const caller = pastOf(house, monthBegan < now ? monthBegan : now).callerFor(editor);
  await addDuty(caller, {
    unitId: root.id,
    code: 'LZ_TL1',
    kind: 'onePost',
    posts: ['teamLeader'],
    unitKinds: ['team'],
    text: '每月组织一次班组安全活动，人人到场、计入学时',
    standard: '有签到、有学时，缺席的另行补课',
    source: '集团班组安全建设管理办法',
    article: '第六条',
    period: 'month',
    proof: ['training.closeSession'],
    lateDays: 7,
    fromOn: `${house.clock.today().slice(0, 7)}-01`,
  });
}
