import type {
  CadenceName,
  ChaseTarget,
  MissReason,
  OccurrenceState,
  PhotoDuty,
  RoundKind,
  Shift,
  Timing,
  Verdict,
  WaiverReason,
} from '@changming/domain/inspections';

export const roundKinds = { inspection: '排查', lightsOut: '班后断电断气', dust: '除尘' } satisfies Record<RoundKind, string>;
export const states = { open: '待查', done: '已查', missed: '漏查', waived: '不需查' } satisfies Record<OccurrenceState, string>;
export const timings = { onTime: '按时', late: '超时', afterMiss: '漏查后补查' } satisfies Record<Timing, string>;
export const verdicts = { pass: '正常', fail: '异常', notApplicable: '不适用' } satisfies Record<Verdict, string>;
export const shifts = { day: '日班', early: '早班', middle: '中班', night: '夜班' } satisfies Record<Shift, string>;
export const cadences = {
  shift: '每班',
  day: '每日',
  week: '每周',
  month: '每月',
  quarter: '每季',
  halfYear: '每半年',
  year: '每年',
  dates: '指定日期',
} satisfies Record<CadenceName, string>;
export const restDays = { skip: '休息日不查', keep: '休息日照查' };
export const photoDuties = { onFailure: '异常时拍照', always: '必须拍照', never: '不用拍照' } satisfies Record<PhotoDuty, string>;
export const missReasons = {
  noProduction: '未生产',
  shortStaffed: '人手不足',
  forgotten: '忘记',
  noAccess: '无法进入',
  equipmentDown: '设备停用',
  network: '手机或网络故障',
  other: '其他',
} satisfies Record<MissReason, string>;
export const waiverReasons = {
  pointClosed: '点位停用',
  unitClosed: '单位撤销',
  planEnded: '计划结束',
} satisfies Record<WaiverReason, string>;
export const chaseTargets = { person: '检查人', unitHead: '单位负责人', parent: '上级负责人' } satisfies Record<ChaseTarget, string>;
