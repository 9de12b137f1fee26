import type { pointNames } from './make-points.ts';

/** What may be found at a place: its words, its photo (by category) and where it is belong together. */
export type Tale = {
  readonly category: string;
  readonly text: string;
  readonly measures: string;
  readonly contingency: string;
  /** Where within the workshop. */
  readonly place: string;
  /** The point it is found at, where there is one. */
  readonly point?: (typeof pointNames)[number];
  /** What is said when it turns out to be none. */
  readonly notSo: string;
};

/** `goods` is what stands about in such a workshop. */
type OfGoods = (goods: string) => Tale;

const exits = {
  category: 'exits',
  contingency: '当班安排专人引导疏散',
  place: '东侧安全出口',
  point: '东侧安全出口',
  notSo: '现场核实，货物正在装车，当场已移走，出口没有被堵',
} as const;

const atExit: readonly OfGoods[] = [
  (goods) => ({ ...exits, text: `东侧安全出口前堆放${goods}，通道被占`, measures: `移走${goods}，划线并张贴禁止堆放标识` }),
  (goods) => ({ ...exits, text: `东侧安全出口被${goods}挡住，门只能开一半`, measures: `清走${goods}，固定存放区，出口前划禁堆区` }),
];

const extinguishers = {
  category: 'fireEquipment',
  contingency: '就近使用相邻灭火器，加密巡查',
  place: '消火栓箱旁',
  point: '消火栓箱',
  notSo: '现场核实，灭火器当天送检，备用的已在位',
} as const;

const atHydrant: readonly OfGoods[] = [
  (goods) => ({ ...extinguishers, text: `消火栓箱旁少一具灭火器，原位堆了${goods}`, measures: `补齐灭火器，移走${goods}` }),
  (goods) => ({
    ...extinguishers,
    text: `消火栓箱旁的灭火器只剩一具，被${goods}遮挡`,
    measures: `补齐灭火器，${goods}移到存放区，地面划线`,
  }),
];

const switchBoxes = {
  category: 'electricity',
  contingency: '停用该回路，挂牌警示',
  place: '配电室',
  point: '配电室',
  notSo: '现场核实，电工正在检修，有人监护并挂牌',
} as const;

const atSwitchBox: readonly Tale[] = [
  { ...switchBoxes, text: '配电箱门敞开，导线裸露', measures: '整理线路，恢复箱门并上锁' },
  { ...switchBoxes, text: '配电箱内接线脱落外挂，箱门关不上', measures: '重新压接并固定线路，关门上锁' },
];

const machine = { category: 'machinery', contingency: '停机挂牌', notSo: '现场核实，该机已报废停用，断电待拆' } as const;

const sewing: readonly Tale[] = [
  { ...machine, place: '缝纫流水线', text: '缝纫机皮带轮防护罩缺失', measures: '加装防护罩，逐台排查' },
  { ...machine, place: '缝纫流水线', text: '平缝机皮带罩拆下未装回，皮带外露', measures: '装回皮带罩，写进开机前点检' },
];

const quilting: readonly Tale[] = [
  { ...machine, place: '绗缝机旁', text: '绗缝机皮带罩拆下未装回，皮带外露', measures: '装回皮带罩并紧固' },
];

const stacked =
  (place: string): OfGoods =>
  (goods) => ({
    category: 'stacking',
    place,
    text: `${goods}堆垛过高并倾斜，距灯具不足 0.5 米`,
    measures: '降低堆高，重新码放，划定五距',
    contingency: '关闭上方照明，拉线隔开',
    notSo: '现场核实，货物正在上架，垛高符合规定',
  });

const drums = (place: string, what: string): Tale => ({
  category: 'chemicals',
  place,
  text: `${what}无标签，敞口存放，地面有洒漏`,
  measures: '盖严并补贴标签，移入专用柜，清理地面',
  contingency: '现场通风，禁火',
  notSo: '现场核实，为已冲洗的空桶，等待回收',
});

const dust = (place: string, what: string): Tale => ({
  category: 'dust',
  place,
  text: `${place}的风管和地面${what}明显`,
  measures: '停机清扫，纳入每班清扫表',
  contingency: '停止产尘作业',
  notSo: '现场核实，当时正在清扫，班后已清理干净',
});

type Kind = { readonly goods: string; readonly own: readonly Tale[] };

const sewn = { goods: '裁片纸箱', own: [...sewing, stacked('半成品暂存区')('半成品包')] } as const satisfies Kind;

/** What each workshop of the demo group has besides exits, hydrants and a switch room. */
const kinds: Readonly<Record<string, Kind>> = {
  裁剪车间: { goods: '面料纸箱', own: [stacked('布料暂存区')('布包')] },
  缝制一车间: sewn,
  缝制二车间: sewn,
  缝制车间: sewn,
  充绒车间: { goods: '绒料纸箱', own: [dust('充绒间', '积绒'), stacked('绒包暂存区')('绒包')] },
  整烫车间: { goods: '成衣纸箱', own: [drums('去污台旁', '去污剂桶'), stacked('成衣暂存区')('成衣包')] },
  包装车间: { goods: '包装纸箱', own: [stacked('装箱区')('成衣包')] },
  织造车间: { goods: '纱筒纸箱', own: [dust('织机区', '飞花积尘'), stacked('原料暂存区')('纱包')] },
  染整车间: { goods: '坯布纸箱', own: [drums('化料间', '染料助剂桶'), drums('染缸旁', '双氧水桶')] },
  污水处理站: { goods: '药剂纸箱', own: [drums('加药间', '絮凝剂桶'), drums('加药间', '次氯酸钠桶')] },
  后整车间: { goods: '成衣纸箱', own: [drums('去污台旁', '去污剂桶'), stacked('成衣暂存区')('成衣包')] },
  开松车间: { goods: '原棉纸箱', own: [dust('开松间', '棉尘堆积'), stacked('原料暂存区')('棉包')] },
  绗缝车间: { goods: '枕芯纸箱', own: [...quilting, stacked('半成品暂存区')('被芯包')] },
  成品库: { goods: '成品纸箱', own: [stacked('2 号货位')('家纺成品包'), stacked('5 号货位')('被芯包')] },
  中心仓库: { goods: '待发纸箱', own: [stacked('收货区')('待检货包'), stacked('发货区')('待发货包')] },
  车队: { goods: '配件纸箱', own: [drums('维修间', '润滑油桶'), drums('维修间', '废油桶')] },
};

/** What may be found in the workshop of that name; what is its own twice as often as what is found everywhere. */
export function talesOf(workshop: string): readonly Tale[] {
  const { goods, own } = kinds[workshop] ?? { goods: '纸箱', own: [] };
  return [...[...atExit, ...atHydrant].map((tale) => tale(goods)), ...atSwitchBox, ...own, ...own];
}
