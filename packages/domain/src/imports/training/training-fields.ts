import type { Kind } from '../fields.ts';

export type TrainingField = 'number' | 'staffNo' | 'name' | 'unit' | 'signature' | 'result' | 'remark';

/** 培训签到表: a form whose title tells the session, and below it one line a person, often in two columns side by side. */
export const trainingKind: Kind<TrainingField> = {
  name: 'training',
  numbering: ['number'],
  suffices: (found) => found.has('name') && (found.has('signature') || found.has('result')),
  fields: [
    { name: 'number', synonyms: ['no', '序号', '编号', '序'] },
    { name: 'staffNo', synonyms: ['staff no', '工号', '员工号', '员工编号'] },
    { name: 'name', synonyms: ['name', '姓名', '参训人员', '培训人员', '参加人员', '签到人'] },
    { name: 'unit', synonyms: ['unit', '部门/班组', '部门', '单位', '班组', '车间', '所在部门', '所在单位', '车间/班组', '部门班组'] },
    { name: 'signature', synonyms: ['signature', '签名', '签到', '签字', '本人签名', '本人签字', '出勤', '是否到场'] },
    { name: 'result', synonyms: ['result', '成绩', '考核成绩', '考核结果', '考试成绩', '得分', '分数', '是否合格'] },
    { name: 'remark', synonyms: ['remark', '备注', '说明'] },
  ],
};
