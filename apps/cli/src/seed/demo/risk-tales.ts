import type { createRisk } from '@changming/application/risks';

type Given = Parameters<typeof createRisk>[1];

/** One risk as the offices of the demo group would write it. `at` is the point it belongs to. */
export type RiskTale = Pick<Given, 'name' | 'kind' | 'source' | 'measures'> & {
  readonly consequences: string;
  readonly at: '东侧安全出口' | '配电室' | '消火栓箱';
  readonly values: readonly [likelihood: string, exposure: string, consequence: string];
  readonly controlPlan?: string;
};

const exits: RiskTale = {
  name: '疏散通道与安全出口',
  kind: 'place',
  at: '东侧安全出口',
  source: '布料、成品占道，出口被锁或被挡',
  consequences: '火灾时人员不能及时撤离',
  values: ['3', '6', '7'],
  measures: [
    { kind: 'engineering', text: '通道划线，净宽不小于 1.4 米，出口装推杠锁' },
    { kind: 'management', text: '生产期间出口不锁闭，每班开工前看一遍' },
    { kind: 'training', text: '每半年疏散演练一次' },
    { kind: 'emergency', text: '发现堵塞立即清理，清不了的停产清理' },
  ],
};

const power: RiskTale = {
  name: '配电柜',
  kind: 'equipment',
  at: '配电室',
  source: '接头松动发热、绝缘老化，柜前堆物',
  consequences: '触电、电气火灾',
  values: ['3', '3', '15'],
  measures: [
    { kind: 'engineering', text: '柜体接地，漏电保护每月试跳一次' },
    { kind: 'management', text: '红外测温每月一次，柜前 0.8 米内不堆物' },
    { kind: 'ppe', text: '绝缘手套、绝缘鞋在检验期内' },
    { kind: 'emergency', text: '配二氧化碳灭火器，先断电后灭火' },
  ],
};

const hydrant: RiskTale = {
  name: '消火栓系统',
  kind: 'equipment',
  at: '消火栓箱',
  source: '水压不足、水带缺失、箱前遮挡',
  consequences: '初起火灾不能控制',
  values: ['1', '6', '7'],
  measures: [
    { kind: 'engineering', text: '末端静压不低于 0.15 MPa' },
    { kind: 'management', text: '每月点检：水带、水枪、阀门、封条' },
  ],
};

const down: RiskTale = {
  name: '充绒机',
  kind: 'equipment',
  at: '东侧安全出口',
  source: '绒毛积聚遇静电或明火燃烧',
  consequences: '火灾、爆燃',
  values: ['3', '6', '15'],
  controlPlan: '分管副厂长每月检查一次，车间每周一次；充绒间禁火，非当班人员不得进入；湿度低于 60% 停机；每班清绒并留影像。',
  measures: [
    { kind: 'engineering', text: '设备、风管、人体接地，湿度不低于 60%' },
    { kind: 'management', text: '每班清绒，顶棚、灯具、风管、电机无积绒' },
    { kind: 'ppe', text: '防静电服、防尘口罩' },
    { kind: 'training', text: '专项培训合格后上岗' },
    { kind: 'emergency', text: '先断电撤人，处置时不扬尘' },
  ],
};

const ironing: RiskTale = {
  name: '熨烫台与蒸汽管',
  kind: 'equipment',
  at: '消火栓箱',
  source: '人离不断电，蒸汽管隔热破损',
  consequences: '火灾、烫伤',
  values: ['3', '6', '3'],
  measures: [
    { kind: 'engineering', text: '蒸汽管隔热完好，熨斗定点放置' },
    { kind: 'management', text: '班后断电断气，由专人确认' },
  ],
};

const confined: RiskTale = {
  name: '污水池、地坑作业',
  kind: 'activity',
  at: '配电室',
  source: '缺氧、硫化氢积聚，盲目施救',
  consequences: '中毒窒息',
  values: ['3', '2', '40'],
  controlPlan: '作业前由公司负责人审批；先通风、再检测、后作业；监护人全程在外；救援装备到位才开工；每季度由集团抽查。',
  measures: [
    { kind: 'engineering', text: '入口加锁挂牌，配通风机与四合一检测仪' },
    { kind: 'management', text: '作业票审批，每 15 分钟记录一次气体' },
    { kind: 'ppe', text: '全身式安全带、救生绳、正压呼吸器' },
    { kind: 'emergency', text: '每年演练一次，禁止盲目施救' },
  ],
};

const storing: RiskTale = {
  name: '成品堆垛',
  kind: 'place',
  at: '消火栓箱',
  source: '堆垛过高、距灯过近，遮挡消火栓',
  consequences: '火灾、坍塌',
  values: ['6', '6', '3'],
  measures: [
    { kind: 'management', text: '垛高不超过 2.5 米，距灯、距墙不小于 0.5 米' },
    { kind: 'engineering', text: '防爆灯具，电源总开关设在库外' },
  ],
};

const common = [exits, power, hydrant] as const;
const special: readonly (readonly [RegExp, RiskTale])[] = [
  [/充绒|开松/u, down],
  [/整烫|缝制|后整/u, ironing],
  [/污水|染整/u, confined],
  [/库|包装|裁剪/u, storing],
];

/** What the risks of a workshop are, by what it does. */
export function riskTalesOf(workshop: string): readonly RiskTale[] {
  const own = special.find(([pattern]) => pattern.test(workshop))?.[1];
  return own === undefined ? common : [...common, own];
}
