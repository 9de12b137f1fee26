import type { Random } from '../random.ts';

/** How far a demo hazard has come, and how it went. */
export type Fate =
  | 'closed'
  | 'closedLate'
  | 'sentBack'
  | 'onTheSpot'
  | 'submitted'
  | 'rectifying'
  | 'overdue'
  | 'assigned'
  | 'reported'
  | 'void'
  | 'extensionAsked'
  | 'voidAsked'
  | 'anonymous'
  | 'major';

export type Tale = { readonly category: string; readonly text: string; readonly measures: string; readonly contingency: string };

export const tales: readonly Tale[] = [
  {
    category: 'exits',
    text: '东侧安全出口前堆放纸箱，通道被占',
    measures: '移走纸箱，划线并张贴禁止堆放标识',
    contingency: '当班安排专人引导疏散',
  },
  { category: 'exits', text: '疏散通道停放周转车，净宽不足', measures: '清走周转车，固定停放区', contingency: '每小时巡查一次通道' },
  {
    category: 'fireEquipment',
    text: '灭火器压力不足，且被布料遮挡',
    measures: '更换灭火器，清走布料',
    contingency: '临时增配手提式灭火器两具',
  },
  { category: 'fireEquipment', text: '消火栓箱内缺水带接口', measures: '补齐接口并试水', contingency: '就近使用相邻消火栓' },
  { category: 'electricity', text: '配电箱门敞开，导线裸露', measures: '整理线路，恢复箱门并上锁', contingency: '停用该回路，挂牌警示' },
  { category: 'electricity', text: '缝纫机电源线绝缘破损', measures: '更换电源线，逐台排查', contingency: '停用该设备' },
  { category: 'machinery', text: '缝纫机皮带轮防护罩缺失', measures: '加装防护罩', contingency: '停机挂牌' },
  { category: 'machinery', text: '裁床急停按钮失灵', measures: '更换急停按钮并测试', contingency: '停用裁床' },
  { category: 'stacking', text: '成品堆垛过高，距灯具不足 0.5 米', measures: '降低堆高，重新划定五距', contingency: '关闭上方照明' },
  { category: 'chemicals', text: '去污剂桶无标签，敞口存放', measures: '补贴标签，移入专用柜', contingency: '现场通风，禁火' },
  { category: 'dust', text: '充绒车间风管及横梁积尘明显', measures: '停机清扫，纳入每班清扫表', contingency: '停止产尘作业' },
];

/** 重大: a dust hazard that the criteria name. */
export const majorTale: Tale = {
  category: 'dust',
  text: '除尘系统未落实粉尘清理制度，作业现场积尘严重',
  measures: '停产清理，更换滤筒，建立清扫台账并每班验证',
  contingency: '停产撤人，断电挂牌，专人值守',
};

/** Older hazards have come to an end; those of the last days are still under way, so that every queue has work in it. */
export function fateOf(random: Random, daysAgo: number): Fate {
  if (daysAgo <= 2) return 'reported';
  if (daysAgo <= 5) return random.pick(['assigned', 'reported', 'onTheSpot']);
  if (daysAgo <= 9) return random.pick(['rectifying', 'submitted', 'assigned', 'closed']);
  if (daysAgo <= 25) return random.pick(['submitted', 'overdue', 'closed', 'closed', 'rectifying']);
  return random.pick(['closed', 'closed', 'closed', 'closed', 'closedLate', 'sentBack', 'onTheSpot', 'closed', 'void', 'closed']);
}

/** What every demo shall have, whatever the dice say: escalated work, a late acceptance, open requests, a report without a name. */
export const planted: readonly { readonly daysAgo: number; readonly fate: Fate }[] = [
  { daysAgo: 21, fate: 'overdue' },
  { daysAgo: 15, fate: 'overdue' },
  { daysAgo: 13, fate: 'submitted' },
  { daysAgo: 4, fate: 'extensionAsked' },
  { daysAgo: 1, fate: 'voidAsked' },
  { daysAgo: 2, fate: 'anonymous' },
];
