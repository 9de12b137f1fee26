/** 整改措施台账 as a workbook. */
export const sheet = {
  name: '整改措施台账',
  yes: '是',
  no: '否',
  columns: {
    number: '编号',
    unit: '责任单位',
    origin: '来源',
    kind: '类别',
    title: '措施',
    owner: '责任人',
    verifier: '验证人',
    openedOn: '下达日期',
    dueOn: '完成期限',
    extendedFromOn: '延期前期限',
    state: '状态',
    submittedOn: '提交日期',
    doneOn: '完成日期',
    onTime: '按期',
    returns: '退回次数',
    effect: '效果',
  },
};
