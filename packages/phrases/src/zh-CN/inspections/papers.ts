/** 检查表、计划、应查台账、覆盖 as workbooks. */
export const sheets = {
  checklist: '检查表',
  plans: '排查计划',
  occurrences: '应查台账',
  coverage: '排查覆盖',
};

export const columns = {
  code: '编号',
  text: '检查内容',
  guide: '检查方法',
  starred: '★',
  basis: '依据',
  factor: '因素',
  category: '异常时的隐患类别',
  answer: '作答方式',
  unitOfReading: '计量单位',
  least: '下限',
  most: '上限',
  photo: '拍照',
  mayNotApply: '可不适用',
  name: '名称',
  kind: '用途',
  unit: '单位',
  checklist: '检查表',
  cadence: '频次',
  points: '点位',
  doer: '检查人',
  restDays: '休息日',
  grace: '宽限（分钟）',
  from: '开始',
  until: '截止',
  on: '应查日期',
  shift: '班次',
  plan: '计划',
  point: '点位',
  state: '状态',
  timing: '时限',
  doneAt: '检查时间',
  doneBy: '检查人',
  byHand: '未扫码',
  failed: '异常项',
  missReason: '漏查原因',
  recordedAt: '提交时间',
  owed: '应查',
  done: '已查',
  late: '其中超时',
  missed: '漏查',
  madeUp: '其中已补查',
  open: '待查',
  rate: '完成率（%）',
  pointsOwed: '应查点位',
  pointsChecked: '已查点位',
  pointRate: '点位覆盖率（%）',
  verdict: '结果',
  reading: '读数',
  note: '备注',
  hazard: '隐患编号',
  photos: '照片',
};

export const answers = { passFail: '正常/异常', reading: '读数', meter: '表底数' };
export const yes = '是';
/** The unit without those below it. */
export const itself = '{unit}（本级）';
export const total = '合计';
export const wholeBranch = '全部点位';
export const unitItself = '本单位';
export const pointCount = '{count} 个点位';

/** 检查记录, as it is printed and signed. */
export const paper = {
  title: '{checklist}检查记录',
  unit: '单位：{unit}',
  point: '点位：{point}',
  plan: '计划：{plan}',
  doneAt: '检查时间：{at}',
  doneBy: '检查人：{by}',
  version: '检查表第 {number} 版',
  scanned: '到位方式：扫码',
  byHand: '到位方式：手动（{reason}）',
  reckoning: '共 {items} 项：正常 {pass} 项，异常 {fail} 项，不适用 {notApplicable} 项。',
  corrected: '本记录已被更正，以更正后的记录为准。',
  corrects: '本记录为更正，原因：{reason}。',
  signatures: ['检查人：', '点位责任人：', '日期：'],
  empty: '没有检查内容',
  pages: '第 {page} 页，共 {pages} 页',
};
