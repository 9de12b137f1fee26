import type { HazardCategory, HazardLevel, HazardSource, KeyArea } from '../../hazards/index.ts';
import { matchKey, plain } from '../text-keys.ts';

/** The level a word of the ledger names; `general` where it says 一般 and no more. Null for words of another scale (A、B、C). */
export function levelFrom(text: string): HazardLevel | 'general' | null {
  const key = matchKey(text)
    .replace(/(事故)?隐患$/u, '')
    .replace(/级$/u, '');
  return levels.find(([word]) => word.test(key))?.[1] ?? null;
}

const levels: readonly (readonly [RegExp, HazardLevel | 'general'])[] = [
  [/^(重大|major)$/u, 'major'],
  [/^(公司|厂|单位|企业|g1|unit|较大)$/u, 'unit'],
  [/^(车间|部门|g2|workshop)$/u, 'workshop'],
  [/^(班组|岗位|g3|team)$/u, 'team'],
  [/^(一般|普通|general)$/u, 'general'],
];

/** How a hazard was found, by the words of 检查形式; the unit's own check where nothing else is said. */
export function sourceFrom(text: string | null): HazardSource {
  const words = plain(text ?? '');
  return sources.find(([word]) => word.test(words))?.[1] ?? 'selfCheck';
}

const sources: readonly (readonly [RegExp, HazardSource])[] = [
  [/集团|总部|上级(单位|公司)/u, 'groupInspection'],
  [/政府|安监|应急(管理)?(局|厅|部)|消防(部门|大队|救援|支队)|街道|市场监管|执法|监察|督导组|住建|环保局/u, 'authority'],
  [/专家|第三方|中介/u, 'expert'],
  [/随手拍|员工(上报|举报)|举报|职工/u, 'employeeReport'],
  [/事故/u, 'accidentFollowup'],
  [/专项(整治|行动|治理)/u, 'campaign'],
];

/** The key area a word of the ledger names (消防、用电、动火动焊); null when it names none (物的不安全状态). */
export function areaFrom(text: string): KeyArea | null {
  const words = plain(text);
  return areas.find(([word]) => word.test(words))?.[1] ?? null;
}

const areas: readonly (readonly [RegExp, KeyArea])[] = [
  [/^(消防)?泵房$/u, 'pumpRoom'],
  [/^配电[室房间]$/u, 'powerRoom'],
  [/^充绒[室房间]$/u, 'downFilling'],
  [/^仓(库|储|储物流)$/u, 'warehouse'],
  [/^(基础|综合|其他|其它|管理类|基础管理|安全管理)/u, 'other'],
  [/宿舍/u, 'dormitory'],
  [/燃气|天然气|液化气/u, 'gas'],
  [/粉尘|除尘/u, 'dust'],
  [/有限空间|受限空间/u, 'confinedSpace'],
  [/特种设备|锅炉|压力容器|电梯|叉车/u, 'specialEquipment'],
  [/动火|动焊|焊接/u, 'hotWork'],
  [/危化|危险化学|化学品/u, 'chemicals'],
  [/相关方|外包|承包|承租|出租/u, 'contractors'],
  [/消防|防火/u, 'fire'],
  [/用电|电气|电器/u, 'electricity'],
  [/机械|设备|定置|缝制/u, 'sewing'],
];

/** The category that a ledger of this product names; other offices sort by other words. */
export function categoryFrom(text: string): HazardCategory | null {
  return categories[plain(text)] ?? null;
}

const categories: Readonly<Record<string, HazardCategory>> = {
  通道出口: 'exits',
  消防设施: 'fireEquipment',
  用电: 'electricity',
  动火吸烟: 'openFlame',
  机械防护: 'machinery',
  乱堆乱放: 'stacking',
  危化品: 'chemicals',
  粉尘飞絮: 'dust',
  燃气: 'gas',
  特种设备: 'specialEquipment',
  有限空间: 'confinedSpace',
  登高作业: 'height',
  建筑结构: 'building',
  标志标识: 'signs',
  劳动防护: 'protection',
  违章行为: 'behaviour',
  相关方管理: 'contractors',
  持证上岗: 'certificates',
  教育培训: 'training',
  台账制度: 'records',
};
