import { categoryDefaults, type HazardCategory, type HazardKind, type KeyArea } from '../../hazards/index.ts';
import { plain } from '../text-keys.ts';

/**
 * The key area that the words of a hazard speak of, for ledgers without a column for it: the first line that fits. Offices sort by where
 * the work lies (a fire extinguisher in a switch room is 用电), so the place of work stands above the thing.
 */
export function areaOfWords(text: string): KeyArea {
  const words = plain(text);
  return lines.find(([word]) => word.test(words))?.[1] ?? 'other';
}

const lines: readonly (readonly [RegExp, KeyArea])[] = [
  [/有限空间|受限空间|集水井|污水调节池|清淤|进入染缸|缺氧|硫化氢/u, 'confinedSpace'],
  [/责任书|应急预案|风险分级|台账|例会|劳保发放|护栏|厂区道路|安全投入/u, 'other'],
  [/外来施工|施工方|施工单位|外包|承租|相关方|外来送货|外墙(维修|清洗)|脚手架|装卸工|发包/u, 'contractors'],
  [/动火|切割火花|焊接|电焊|焊工|气割|乙炔|氧气瓶|烟头|吸烟/u, 'hotWork'],
  [/燃气管道|燃气阀|燃气报警|燃气间|液化气|灶前阀|总阀未关闭|熄火保护装置|瓶装气|调压间通风|排油烟/u, 'gas'],
  [/宿舍.*(电热毯|违规电器|电瓶|私拉|演练|烟感|锁闭|值班|卧床)|宿舍无/u, 'dormitory'],
  [/特种设备|电梯|货梯|提升机|叉车|锅炉|储气罐|蒸汽管道|升降平台|压力容器|起重机|(?<!自)行车/u, 'specialEquipment'],
  [/危化品(仓)?库|危险化学|酒精|去渍剂|分装|机油与|保险粉|双氧水|洗眼器|液碱|冰醋酸|围堰|染料称量|油漆与/u, 'chemicals'],
  [/充绒房(?!.*(配电|插座|电源线)).*(爆炸|加湿|绒包|手机|化纤|班后|联锁|照明|更衣)|充绒(工|机)|静电/u, 'fire'],
  [
    /配电|电工|电线|电源线|漏电|用电|电缆|绝缘|验电器|变压器|电容柜|插座|未断电|总开关|充电|饮水机|照明灯具|防雷|接地电阻|(?<!静电)接地线断|预防性试验|低压室|母线|开关箱|线槽盖板|电器|触电/u,
    'electricity',
  ],
  [/切菜机|和面机|食堂(留样|卫生)/u, 'dormitory'],
  [/吸尘口|除尘|积尘|泄爆|粉尘|飞絮/u, 'dust'],
  [
    /灭火|消火栓|消防|安全出口|疏散|应急照明|防火|喷淋|烟感|稳压泵|泵房|值班人员|启泵|货垛|货架|五距|库区|逃生|主通道|净宽|员工宿舍|住宿|防盗网|报警/u,
    'fire',
  ],
  [
    /缝纫机|带刀机|冲床|裁剪工|粘合机|熨斗|断针|急停|光电保护|防护罩|皮带罩|机械|定置|告知卡|警示标志|操作规程|噪声|积絮|夏季温度|降温|三级教育|口罩|防护用品|设备/u,
    'sewing',
  ],
];

/** The category that an area and the words speak of. It only proposes: what the ledger says is kept beside it. */
export function categoryOf(area: KeyArea, text: string): HazardCategory {
  const words = plain(text);
  return nearer[area]?.find(([word]) => word.test(words))?.[1] ?? usual[area];
}

const usual: Readonly<Record<KeyArea, HazardCategory>> = {
  fire: 'fireEquipment',
  electricity: 'electricity',
  gas: 'gas',
  chemicals: 'chemicals',
  hotWork: 'openFlame',
  confinedSpace: 'confinedSpace',
  specialEquipment: 'specialEquipment',
  contractors: 'contractors',
  pumpRoom: 'fireEquipment',
  powerRoom: 'electricity',
  downFilling: 'dust',
  warehouse: 'stacking',
  sewing: 'machinery',
  dormitory: 'other',
  dust: 'dust',
  other: 'other',
};

const nearer: Readonly<Partial<Record<KeyArea, readonly (readonly [RegExp, HazardCategory])[]>>> = {
  fire: [
    [/出口|疏散|通道|楼梯|逃生|防盗网|防火门|卷帘/u, 'exits'],
    [/货垛|货架|堆/u, 'stacking'],
  ],
  sewing: [
    [/标志|告知卡|标识/u, 'signs'],
    [/口罩|手套|耳塞|防护用品/u, 'protection'],
  ],
  other: [
    [/培训|教育|考试/u, 'training'],
    [/无证|证件|证书/u, 'certificates'],
    [/责任书|预案|清单|台账|记录|例会|发放/u, 'records'],
    [/道路|护栏|地面|墙|屋面/u, 'building'],
  ],
};

/** 管理上的缺陷 is of basic management, 物的不安全状态 of the site; otherwise as its category is. */
export function kindFrom(words: string | null, category: HazardCategory): HazardKind {
  if (/管理/u.test(words ?? '') && !/场所|现场/u.test(words ?? '')) return 'basicManagement';
  return /物的|人的|环境|现场/u.test(words ?? '') ? 'site' : categoryDefaults[category].kind;
}
