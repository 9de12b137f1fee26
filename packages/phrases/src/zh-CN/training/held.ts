import type {
  ChangeKind,
  DedicatedCause,
  SessionRefusal,
  SessionState,
  TrainingCategory,
  TrainingCause,
  TrainingLevel,
  TrainingRole,
} from '@changming/domain/training';

export { held } from './held-desk.ts';
export { heldPhone } from './held-phone.ts';

export const sessionRefusals = {
  'training.session_not_found': '未找到该培训，或它不在您的管辖范围内',
  'training.course_not_found': '未找到该课程，或它已停用、不在您的管辖范围内',
  'training.plan_not_found': '未找到该培训计划，或它不在您的管辖范围内',
  'training.plan_line_not_found': '未找到计划里的这一项，或它已取消',
  'training.plan_exists': '该单位 {year} 年的培训计划已经有了，请打开它修改',
  'training.plan_approved': '该计划已批准，不能再改',
  'training.plan_empty': '计划里还没有内容，请先添加',
  'training.level_needed': '三级教育、转岗、复岗培训请选厂级、车间级或班组级',
  'training.level_unwanted': '这一类培训不分级，请不要选级别',
  'training.times_reversed': '结束时间必须晚于开始时间',
  'training.not_planned': '“{title}”已结束或已取消，不能再改；学时有误请在名单里更正',
  'training.not_begun': '“{title}”还没有到开始时间，不能结束',
  'training.nobody_present': '还没有人签到，不能结束；没有举办请取消',
  'training.result_missing': '还有 {count} 人没有填考核结果',
  'training.hours_above_time': '起止时间不够 {hours} 学时（1 学时 45 分钟），请核对',
  'training.audience_too_large': '一次最多选 {most} 人，请按单位分开安排',
  'training.person_not_found': '有 {count} 人未找到，或已离职、不在您的管辖范围内',
  'training.person_not_expected': '您不在这次培训的名单里，请告诉组织人把您加上',
  'training.sign_in_first': '还没有签到，不能签退',
  'training.code_unknown': '未找到这个签到码，请重新扫描现场的二维码',
  'training.code_stale': '签到码已经换了，请重新扫描现场屏幕上正在显示的二维码',
  'training.too_early': '“{title}”开始前半小时才能签到',
  'training.credit_not_found': '未找到这条学时记录，或它不在您的管辖范围内',
  'training.credit_superseded': '这条学时记录已经更正过，请刷新后再试',
  'training.hours_above_session': '学时不能超过这次培训的 {most} 学时',
  'training.result_unwanted': '没有参加的人不能有学时或考核结果',
  'training.document_too_large': '超过 {most} 条，请按单位分开导出',
  'training.joined_company_owed': '三级安全教育厂级还没有通过（{on} 入职，已有 {done}/{owed} 学时），学时和考核都合格后才能上岗',
  'training.joined_workshop_owed': '三级安全教育车间级还没有通过（{on} 入职，已有 {done}/{owed} 学时），学时和考核都合格后才能上岗',
  'training.joined_team_owed': '三级安全教育班组级还没有通过（{on} 入职，已有 {done}/{owed} 学时），学时和考核都合格后才能上岗',
  'training.moved_workshop_owed': '转岗培训车间级还没有通过（{on} 转岗，已有 {done}/{owed} 学时），学时和考核都合格后才能上岗',
  'training.moved_team_owed': '转岗培训班组级还没有通过（{on} 转岗，已有 {done}/{owed} 学时），学时和考核都合格后才能上岗',
  'training.returned_workshop_owed': '复岗培训车间级还没有通过（{on} 复岗，已有 {done}/{owed} 学时），学时和考核都合格后才能上岗',
  'training.returned_team_owed': '复岗培训班组级还没有通过（{on} 复岗，已有 {done}/{owed} 学时），学时和考核都合格后才能上岗',
  'training.dust_owed': '粉尘防爆专项培训还没有通过（已有 {done}/{owed} 学时），学时和考核都合格后才能上岗',
  'training.fourNew_owed': '四新培训还没有完成（{on} 起使用，已有 {done}/{owed} 学时），学完才能上岗',
  'training.change_not_found': '未找到这条四新登记，或它不在您的管辖范围内',
  'training.change_withdrawn': '“{title}”的登记已经撤销',
  'training.change_too_old': '启用日期不能早于三个月前',
  'training.change_hours_few': '四新培训不少于 {least} 学时',
  'training.before_start': '启用日期不能早于今天之前一年',
  'training.headquarters_only': '启用培训准入要由集团办理',
} satisfies Record<SessionRefusal, string>;

export const categories = {
  principal: '主要负责人培训',
  safetyManager: '安全管理人员培训',
  threeLevel: '新员工三级安全教育',
  transfer: '转岗培训',
  return: '复岗培训',
  fourNew: '四新培训',
  dust: '粉尘防爆培训',
  annual: '年度再培训',
  specialOperator: '特种作业人员培训',
  specialEquipment: '特种设备作业人员培训',
  fire: '消防培训',
  emergency: '应急培训',
  antiViolation: '反三违教育',
  accidentCase: '事故警示教育',
  partyStudy: '党委理论学习',
  contractorEntry: '相关方入场教育',
  safetyMonth: '安全生产月活动',
  shiftMeeting: '班前会',
} satisfies Record<TrainingCategory, string>;

export const levels = { company: '厂级', workshop: '车间级', team: '班组级' } satisfies Record<TrainingLevel, string>;

export const roles = { principal: '主要负责人', safetyManager: '安全管理人员', worker: '从业人员' } satisfies Record<TrainingRole, string>;

export const causes = { joined: '新入职', moved: '转岗', returned: '复岗' } satisfies Record<TrainingCause, string>;

export const dedicatedCauses = { fourNew: '四新', dust: '粉尘岗位', review: '复审前学时' } satisfies Record<DedicatedCause, string>;

export const changeKinds = {
  process: '新工艺',
  technology: '新技术',
  material: '新材料',
  equipment: '新设备',
} satisfies Record<ChangeKind, string>;

export const states = { planned: '待举办', closed: '已结束', cancelled: '已取消' } satisfies Record<SessionState, string>;

/** 学时台账 as it is handed out. */
export const hours = {
  sheet: '学时台账',
  columns: {
    unit: '单位',
    name: '姓名',
    staffNo: '工号',
    title: '岗位',
    role: '类别',
    span: '初训/再训',
    owed: '全年应训学时',
    owedNow: '截至目前应训',
    had: '已有学时',
    met: '是否达标',
  },
  spans: { first: '初训', again: '再培训' },
  yes: '是',
  no: '否',
};
