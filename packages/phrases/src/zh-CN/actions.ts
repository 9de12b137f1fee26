import type { ActionRefusal } from '@changming/domain/actions';

export { desk } from './actions/desk.ts';
export { sheet } from './actions/sheet.ts';

export const refusals = {
  'actions.not_found': '未找到该整改措施，或它不在您的管辖范围内',
  'actions.id_taken': '该编号已用于另一项整改措施，请重新下达',
  'actions.wrong_state': '整改措施当前的状态不能进行此操作',
  'actions.changed_meanwhile': '整改措施刚被别人更新，请刷新后再试',
  'actions.no_person': '当前账号没有对应人员，不能办理整改措施',
  'actions.person_not_found': '未找到该人员，或其不在您的管辖范围内、已离职',
  'actions.self_verification': '验证人不能是做这项措施的人',
  'actions.not_owner': '只有责任人可以提交',
  'actions.not_verifier': '这项措施指定了另一位验证人',
  'actions.own_action': '自己负责的措施要由别人决定',
  'actions.photo_missing': '工程技术和个体防护类措施要有完成后的照片',
  'actions.photos_awaited': '还有照片没有传到，传齐后才能验证',
  'actions.reason_missing': '请填写原因',
  'actions.deadline_past': '完成期限不能早于今天，效果评估日期不能早于完成期限',
  'actions.nothing_changed': '责任人和验证人都没有变化',
  'actions.extension_used': '期限已经延过一次，不能再延',
  'actions.extension_pending': '已有一份延期申请等待审批',
  'actions.extension_too_late': '期限已过，不能再申请延期',
  'actions.extension_not_later': '新的期限要晚于原期限',
  'actions.extension_not_found': '没有等待审批的延期申请',
  'actions.needs_level_up': '延期由上一级单位审批',
  'actions.effect_known': '效果已经评估过',
  'actions.too_many': '超过一次能下载的 {most} 条',
  'actions.document_too_large': '共 {count} 条以上，一份文件最多 {most} 条，请缩小范围',
  'actions.documents_in_making': '您已有 {most} 份文件在生成，请等其中一份完成',
  'actions.document_not_found': '没有这份导出文件，或者已经过期清理',
} satisfies Record<ActionRefusal, string>;

export const states = {
  assigned: '整改中',
  submitted: '待验证',
  returned: '已退回',
  done: '已完成',
  cancelled: '已取消',
};

export const kinds = { engineering: '工程技术', management: '管理', training: '培训教育', ppe: '个体防护', emergency: '应急处置' };
export const origins = { incidents: '事件', drills: '演练', meetings: '会议', inspections: '检查', actions: '自行下达' };
export const effects = { effective: '有效', ineffective: '无效' };
