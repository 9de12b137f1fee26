import type {
  DueKind,
  EquipmentRefusal,
  FireCheckKind,
  FireCondition,
  FireKind,
  FireStanding,
  InspectionKind,
  InspectionResult,
  PlaceCheckKind,
  Registration,
  SpecialCategory,
  SpecialStanding,
  SpecialState,
  SpotItem,
  SpotMissReason,
} from '@changming/domain/equipment';

export { desk } from './equipment/desk.ts';
export { phone } from './equipment/phone.ts';

export const refusals = {
  'equipment.not_found': '未找到该设备，或它不在您的管辖范围内',
  'equipment.changed_meanwhile': '该设备刚被他人修改，请刷新后再试',
  'equipment.number_taken': '该单位已有同样编号的设备在用，请核对编号',
  'equipment.scrapped': '“{name}”已报废，不能再办理',
  'equipment.same_state': '“{name}”已经是这个状态',
  'equipment.state_before_last': '日期不能早于上一次状态变化（{since}）',
  'equipment.day_in_future': '日期不能晚于今天',
  'equipment.not_passed': '检验合格时请填写下次检验日期',
  'equipment.due_before_inspection': '下次检验日期必须晚于本次检验日期（{on}）',
  'equipment.inspection_not_found': '未找到要更正的检验记录',
  'equipment.point_elsewhere': '未找到该点位，或它已停用、不在您的管辖范围内',
  'equipment.person_not_found': '未找到此人，或他已离职、不在您的管辖范围内',
  'equipment.operator_twice': '此人已是该设备的作业人员',
  'equipment.operator_not_found': '未找到该作业人员，或已经解除',
  'equipment.certificate_expired': '证书已于 {on} 过期，不能上岗',
  'equipment.wrong_plate': '扫到的不是这件器材所在的点位，请到现场扫码',
  'equipment.items_open': '还有 {open} 项没有勾选，请逐项检查后再提交',
  'equipment.condition_contradicts': '有项目不合格，完好情况不能选“完好”',
  'equipment.check_not_found': '未找到该检查记录，或它不在您的管辖范围内',
  'equipment.check_id_taken': '这个编号已用于另一次检查，请重新点检',
  'equipment.no_defect': '这次检查没有发现缺陷，不必上报隐患',
  'equipment.defect_reported': '该缺陷已上报为隐患 {number}',
  'equipment.may_not_report': '您没有权限在此上报隐患，请告知安全员',
  'equipment.spot_not_found': '未找到这一期的点检，或它不在您的管辖范围内',
  'equipment.not_missed': '这一期的点检没有漏，不用说明原因',
  'equipment.spots_explained': '这一期漏检的都已说明原因；要改，请打开那一件器材',
  'equipment.scrapped_before_missed': '{on} 到期的点检没有做，报废日期不能早于它',
  'equipment.document_too_large': '超过 {most} 条，请按单位分开导出',
} satisfies Record<EquipmentRefusal, string>;

export const categories = {
  boiler: '锅炉',
  pressureVessel: '压力容器',
  simpleVessel: '简单压力容器',
  pressurePipe: '压力管道',
  lift: '电梯',
  forklift: '叉车',
  crane: '起重机械',
  other: '其他',
} satisfies Record<SpecialCategory, string>;

export const states = { inUse: '在用', outOfUse: '停用', scrapped: '报废' } satisfies Record<SpecialState, string>;

export const registrations = { registered: '已登记', pending: '办理中', unstated: '未填写' } satisfies Record<Registration, string>;

export const inspectionKinds = {
  supervision: '监督检验',
  periodic: '定期检验',
  annual: '年度检查',
  self: '自行检测',
} satisfies Record<InspectionKind, string>;

export const inspectionResults = { passed: '合格', failed: '不合格', underWay: '检验中' } satisfies Record<InspectionResult, string>;

export const specialStandings = {
  inDate: '在检验期内',
  dueSoon: '即将到期',
  overdue: '超期未检',
  failed: '检验不合格',
  undated: '没有检验日期',
  outOfUse: '停用',
  scrapped: '报废',
} satisfies Record<SpecialStanding, string>;

export const fireKinds = {
  powderPortable: '手提式干粉灭火器',
  powderWheeled: '推车式干粉灭火器',
  water: '水基型灭火器',
  foam: '泡沫灭火器',
  co2: '二氧化碳灭火器',
  cleanGas: '洁净气体灭火器',
  indoorHydrant: '室内消火栓',
  outdoorHydrant: '室外消火栓',
  hose: '消防水带',
  emergencyLight: '应急照明灯',
  exitSign: '疏散指示标志',
  breathingApparatus: '空气呼吸器',
  alarm: '火灾报警装置',
  sprinkler: '自动喷水设施',
  pump: '消防水泵',
  waterTank: '消防水池（水箱）',
  fireDoor: '防火门（卷帘）',
  microStation: '微型消防站器材',
  other: '其他',
} satisfies Record<FireKind, string>;

export const conditions = {
  intact: '完好',
  pressureLow: '压力不足',
  damaged: '损坏',
  missing: '缺失',
  awaitingScrap: '待报废',
  scrapped: '已报废',
} satisfies Record<FireCondition, string>;

export const fireStandings = {
  inDate: '正常',
  dueSoon: '即将到期',
  serviceOverdue: '超期未维修',
  expired: '超过报废期限',
  defect: '有缺陷',
  scrapped: '已报废',
} satisfies Record<FireStanding, string>;

export const checkKinds = { spot: '点检', service: '维修（充装）', test: '年度检测' } satisfies Record<FireCheckKind, string>;

export const placeKinds = {
  passage: '疏散通道检查',
  pumpRun: '消防泵运行',
  facilities: '建筑消防设施检测',
} satisfies Record<PlaceCheckKind, string>;

export const spotItems = {
  inPlace: '在位，数量对',
  pressure: '压力指针在绿区',
  seal: '铅封、保险销完好',
  body: '筒体、喷管无损坏',
  label: '铭牌清晰，在有效期内',
  unblocked: '没有被遮挡',
} satisfies Record<SpotItem, string>;

export const spotAnswers = { right: '正常', wrong: '异常', none: '不适用' };

export const spotMissReasons = {
  noProduction: '停产放假',
  shortStaffed: '人手不足',
  forgotten: '忘记',
  noAccess: '无法进入',
  away: '器材送修或借出',
  other: '其他',
} satisfies Record<SpotMissReason, string>;

/** Head of the list of what was missed, as it is handed out. */
export const missedColumns = {
  unit: '单位',
  no: '编号',
  kind: '种类',
  place: '位置',
  from: '本期自',
  dueOn: '本期至',
  reason: '漏检原因',
  note: '说明',
  by: '说明人',
  explainedOn: '说明日期',
};

export const dueKinds = {
  inspection: '特种设备检验',
  service: '灭火器维修',
  scrap: '消防器材报废',
  spotCheck: '消防器材点检',
  certificate: '作业人员证书',
} satisfies Record<DueKind, string>;

/** Names of the workbooks that are handed out. */
export const documents = { special: '特种设备台账', fire: '消防器材台账', missedSpots: '消防点检漏检' };
