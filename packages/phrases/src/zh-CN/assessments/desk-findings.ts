/** 裁定申诉 */
export const appeals = {
  answer: '裁定',
  title: '裁定{{unit}}的申诉',
  decision: '结论',
  decisionEmpty: '请选择成立或不成立',
  reason: '理由',
  note: '裁定本身不改得分：成立的，随后登记更正，或者重新计算。',
  done: '申诉已裁定',
};
