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
  { unit: '岚枝物流有限公司', kind: 'bonus', rule: 'standardisationLevel1', matter: '安全生产标准化一级', reason: '取得证书，复印件存档' },
  { unit: '岚枝物流有限公司', kind: 'bonus', rule: 'innovationAdopted', matter: '叉车蓝光警示与限速', reason: '集团发文推广' },
  {
    unit: '云杉制衣有限公司',
    kind: 'bonus',
    rule: 'commendedByProvince',
    matter: '省“安康杯”竞赛优胜',
    reason: '省总工会、应急管理厅通报',
  },
  {
    unit: '云杉制衣有限公司',
    kind: 'bonus',
    rule: 'accidentAvoided',
    matter: '整烫车间蒸汽管爆裂前及时停机',
    reason: '安委会核实，有现场照片',
  },
  {
    unit: '青桥针织有限公司',
    kind: 'malus',
    rule: 'criticisedByGroup',
    matter: '污水站有限空间管理不到位',
    reason: '集团安委会第三季度通报',
  },
  { unit: '青桥针织有限公司', kind: 'malus', rule: 'fined', matter: '危险废物标识不全', reason: '行政处罚决定书复印件存档' },
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
