import type { Caller, House } from '@changming/application/context';
import { decideFinding, proposeFinding } from '@changming/application/assessments';

import type { MadeUnit } from './make-units.ts';

type Deciding = {
  readonly units: readonly MadeUnit[];
  readonly schemeCode: string;
  /** The day the matters are of. */
  readonly on: string;
  readonly at: House;
  readonly by: (house: House, who: 'safety' | 'leader') => Caller;
};

const matters = [
  { unit: '岚枝物流有限公司', kind: 'bonus', rule: 'standardisationLevel2', matter: '安全生产标准化二级', reason: '取得证书，复印件存档' },
  { unit: '云杉制衣有限公司', kind: 'bonus', rule: 'commendedByCity', matter: '市“安康杯”竞赛优胜', reason: '市总工会、应急管理局通报' },
  {
    unit: '青桥针织有限公司',
    kind: 'malus',
    rule: 'criticisedByGroup',
    matter: '污水站有限空间管理不到位',
    reason: '集团安委会第三季度通报',
  },
] as const;

/** 加分、扣分 of a quarter: recorded by the safety department, approved by the leader. */
export async function commendUnits({ units, schemeCode, on, at, by }: Deciding): Promise<void> {
  for (const { unit, ...said } of matters) {
    const unitId = units.find((each) => each.unit.name === unit)?.id;
    if (unitId === undefined) continue;
    const { id: findingId } = await proposeFinding(by(at, 'safety'), { unitId, schemeCode, on, ...said });
    await decideFinding(by(at, 'leader'), { findingId, approved: true });
  }
}
