/** 扫码点检 on the phone. */
export const phone = {
  open: '消防点检',
  title: '消防点检',
  left: '还有 {{count}} 具未点检',
  allDone: '本期都已点检',
  none: '这个点位没有登记消防器材',
  noneNext: '请联系安全员在“消防器材”里给器材选上这个点位。',
  checked: '已点检',
  scrapDue: '{{on}} 前报废',
  itemsOpen: '请逐项检查，再选结果',
  contradiction: '有项目不合格，完好情况不能选“完好”',
  reading: '压力读数（选填）',
  condition: '结果',
  submit: '提交',
  sent: '{{no}} 已点检',
};
