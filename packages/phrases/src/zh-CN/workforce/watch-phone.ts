/** 我的值班 on the phone. */
export const watch = {
  title: '我的值班',
  today: '今天值班',
  none: '两周内没有您的值班',
  noneNext: '排到您的班会列在这里，开班前一小时可以签到。',
  posts: { leader: '带班领导', keeper: '值班员' },
  standings: {
    uncovered: '空岗',
    ahead: '未到时间',
    awaited: '待签到',
    late: '未签到',
    checkedIn: '在岗',
    stood: '已值守',
    missed: '缺勤',
  },
  checkIn: '到岗签到',
  signedIn: '{{at}} 已签到',
  before: '上一班交接',
  nothingHanded: '上一班没有留下交班记录',
  takeOver: '接班签字',
  taken: '{{name}} 已接班',
  handOver: '交班',
  notes: '交给下一班的事项',
  notesEmpty: '请写明交接事项，没有事项写“一切正常”',
  hand: '交班',
  handAgain: '更新交班记录',
};

/** 此刻谁值班 on the phone. */
export const onDuty = {
  title: '此刻谁值班',
  lead: '本单位和上级单位的值班人',
  posts: { leader: '带班领导', keeper: '值班员', deputy: '代理负责人', head: '单位负责人' },
  call: '拨打电话',
  dial: '拨打 {{number}}',
  noPhone: '未登记电话',
  none: '此刻没有可联系的值班人',
  noneNext: '本单位和上级单位没有值班安排，也没有登记负责人。请直接联系安全部门。',
};
