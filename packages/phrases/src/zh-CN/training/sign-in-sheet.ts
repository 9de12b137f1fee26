/** 培训签到表: the words on the form, which the import reads. */
export const signInSheet = {
  title: '安全教育培训签到表',
  topic: '培训主题',
  category: '培训类别',
  time: '培训时间',
  hours: '学时',
  place: '地点',
  trainer: '主讲人',
  columns: { number: '序号', name: '姓名', unit: '部门/班组', signature: '签名', result: '成绩' },
};
