type Cause = { readonly factor: 'human' | 'machine' | 'environment' | 'management'; readonly text: string };

/** How far a case has come: reported just now, being investigated, or closed. */
type Reached = 'reported' | 'investigating' | 'closed';

export type IncidentTale = {
  /** The name of the workshop it happened in. */
  readonly workshop: string;
  readonly daysAgo: number;
  /** Minutes after midnight in Asia/Shanghai. */
  readonly minute: number;
  /** Minutes until the leader was told, and until somebody put it into the product. */
  readonly toldAfter: number;
  readonly recordedAfter: number;
  readonly place: string;
  readonly text: string;
  readonly minor?: number;
  readonly firstAid?: number;
  readonly fire?: boolean;
  readonly lossYuan?: number;
  /** The type by the edition before 2026-07-01 and since. */
  readonly type: readonly [before: 'oldVehicle' | 'oldMachinery' | 'oldFire' | 'oldOther' | 'oldStruckByObject', since: string];
  readonly reached: Reached;
  readonly directCause: string;
  readonly indirectCauses: readonly Cause[];
  readonly measure: string;
  readonly handling: 'talk' | 'notice' | 'economic' | null;
  readonly lesson: string;
  readonly responsibility: 'unit' | 'none';
};

/** Two quarters of a garment group: mostly near misses, at least one in every company, a few small injuries, one fire, two reports that came late. */
export const incidentTales: readonly IncidentTale[] = [
  {
    workshop: '中心仓库',
    daysAgo: 128,
    minute: 9 * 60 + 40,
    toldAfter: 8,
    recordedAfter: 20,
    place: '收货口',
    text: '叉车倒车时险些碰到推货的员工，紧急停住，无人受伤',
    type: ['oldVehicle', 'siteVehicle'],
    reached: 'closed',
    directCause: '叉车司机倒车未鸣笛，未确认后方',
    indirectCauses: [{ factor: 'environment', text: '人车通道没有分开，转角没有广角镜' }],
    measure: '转角加装广角镜，地面重新划出人行通道',
    handling: 'talk',
    lesson: '倒车先鸣笛、再确认；人走人道，车走车道',
    responsibility: 'unit',
  },
  {
    workshop: '缝制一车间',
    daysAgo: 76,
    minute: 14 * 60 + 25,
    toldAfter: 6,
    recordedAfter: 15,
    place: '缝制一组 12 号机',
    text: '平缝机断针，针尖弹出划伤员工手指，送医缝合两针',
    minor: 1,
    lossYuan: 1_860,
    type: ['oldMachinery', 'machinery'],
    reached: 'closed',
    directCause: '护针罩被拆下未装回，断针弹出',
    indirectCauses: [
      { factor: 'management', text: '换针后没有检查护罩的规定' },
      { factor: 'human', text: '为穿线方便自行拆除护罩' },
    ],
    measure: '逐台恢复护针罩，换针后由班组长确认',
    handling: 'notice',
    lesson: '护罩不是碍事的，是保命的；换针必装回、装回必确认',
    responsibility: 'unit',
  },
  {
    workshop: '整烫车间',
    daysAgo: 51,
    minute: 19 * 60 + 12,
    toldAfter: 3,
    recordedAfter: 9,
    place: '整烫 6 号台',
    text: '熨斗未断电引燃垫布，员工用灭火器扑灭，同时报 119，过火约 1 平方米',
    fire: true,
    lossYuan: 8_600,
    type: ['oldFire', 'fire'],
    reached: 'closed',
    directCause: '下班未关熨斗电源，高温引燃垫布',
    indirectCauses: [{ factor: 'management', text: '班后断电确认流于形式，漏查 6 号台' }],
    measure: '整烫台加装定时总控，班后断电拍照确认',
    handling: 'economic',
    lesson: '人走电断；断电要到现场看、要留照片',
    responsibility: 'unit',
  },
  {
    workshop: '成品库',
    daysAgo: 33,
    minute: 10 * 60 + 5,
    toldAfter: 12,
    recordedAfter: 2 * 24 * 60,
    place: '3 号货架',
    text: '货架层板一端脱落，两箱拉链落地，当时附近无人；当班班组长两天后才上报',
    type: ['oldStruckByObject', 'struckByObject'],
    reached: 'closed',
    directCause: '层板挂钩未卡到位，超载变形',
    indirectCauses: [{ factor: 'management', text: '货架没有限载标识和定期检查' }],
    measure: '全部货架挂限载牌，挂钩逐个复紧',
    handling: 'talk',
    lesson: '没伤到人也要当天报：这次的未遂就是下次的事故',
    responsibility: 'unit',
  },
  {
    workshop: '裁剪车间',
    daysAgo: 6,
    minute: 16 * 60 + 30,
    toldAfter: 5,
    recordedAfter: 18,
    place: '裁剪台东侧',
    text: '搬运布卷时滑落砸到脚背，软组织挫伤，休息三天',
    minor: 1,
    lossYuan: 620,
    type: ['oldStruckByObject', 'struckByObject'],
    reached: 'investigating',
    directCause: '一人搬运超重布卷，抓握不稳',
    indirectCauses: [{ factor: 'management', text: '没有规定多重的布卷须两人搬运' }],
    measure: '配布卷车，规定两人搬运的重量',
    handling: null,
    lesson: '',
    responsibility: 'unit',
  },
  {
    workshop: '开松车间',
    daysAgo: 70,
    minute: 11 * 60 + 20,
    toldAfter: 15,
    recordedAfter: 3 * 24 * 60,
    place: '2 号除尘器',
    text: '除尘器卸灰阀卡住，积灰阴燃冒烟，停机后自行熄灭；车间三天后才上报',
    type: ['oldFire', 'fire'],
    reached: 'closed',
    directCause: '卸灰阀锁气失效，积灰过热',
    indirectCauses: [{ factor: 'management', text: '每班清灰只签字，没有人打开检查门看' }],
    measure: '更换卸灰阀，清灰拍照，检查门加装温度报警',
    handling: 'talk',
    lesson: '冒烟就是火灾的前一步：当场停机、当天上报',
    responsibility: 'unit',
  },
  {
    workshop: '染整车间',
    daysAgo: 64,
    minute: 15 * 60 + 10,
    toldAfter: 7,
    recordedAfter: 20,
    place: '助剂间',
    text: '搬运双氧水桶时桶盖松脱，少量泼洒在地面，未溅到人',
    type: ['oldOther', 'other'],
    reached: 'closed',
    directCause: '桶盖没有旋紧就搬运',
    indirectCauses: [{ factor: 'human', text: '为赶时间没有使用推车和防护面罩' }],
    measure: '配桶盖锁紧夹和专用推车，助剂间张贴搬运步骤',
    handling: 'talk',
    lesson: '桶盖先锁紧，再上车；戴好面罩再进助剂间',
    responsibility: 'unit',
  },
  {
    workshop: '缝制车间',
    daysAgo: 44,
    minute: 9 * 60 + 50,
    toldAfter: 9,
    recordedAfter: 25,
    place: '裁片升降机口',
    text: '升降机未到位时门被打开，员工险些踏空，被班长拉住',
    type: ['oldOther', 'other'],
    reached: 'closed',
    directCause: '门机联锁行程开关被短接',
    indirectCauses: [{ factor: 'machine', text: '联锁开关坏后用导线短接，没有报修' }],
    measure: '更换联锁开关，升降机每班试门，短接一律停用',
    handling: 'notice',
    lesson: '门打不开是在救人：联锁不许短接',
    responsibility: 'unit',
  },
  {
    workshop: '包装车间',
    daysAgo: 27,
    minute: 14 * 60 + 5,
    toldAfter: 6,
    recordedAfter: 18,
    place: '封箱机',
    text: '封箱机卡箱时伸手去推，气缸突然动作，手套被夹住，手及时抽出',
    type: ['oldMachinery', 'machinery'],
    reached: 'closed',
    directCause: '没有按停机按钮就处理卡箱',
    indirectCauses: [{ factor: 'management', text: '操作规程没有写卡箱怎样处理' }],
    measure: '增设急停拉绳，规程写明先停机后处理',
    handling: 'talk',
    lesson: '卡住先停机，停稳再伸手',
    responsibility: 'unit',
  },
  {
    workshop: '缝制一车间',
    daysAgo: 0,
    minute: 0,
    toldAfter: 0,
    recordedAfter: 0,
    place: '缝制二组通道',
    text: '吊挂线衣架卡住后突然弹开，从员工头顶擦过，没有人受伤',
    type: ['oldStruckByObject', 'struckByObject'],
    reached: 'reported',
    directCause: '',
    indirectCauses: [],
    measure: '',
    handling: null,
    lesson: '',
    responsibility: 'unit',
  },
];
