import type { BesideField } from '@changming/domain/imports';

/** Two tellings of one hazard beside each other; the error workbook has the same sentences. */
export const beside = {
  differs: '{field}：原有“{ours}”，这一行“{theirs}”',
  nothing: '没有写',
  closes: '系统里这条还未验收；按台账它已于 {day} 验收。选“是同一条，按这份台账更新办理情况”会关闭它',
  closesByFile: '系统里这条还未验收；按台账它已于 {day} 验收。选“按文件更新”会关闭它',
  closesOne: '“{label}”在系统里还未验收；按台账它已于 {day} 验收。选它是同一条会关闭它',
};

export const besideFields = {
  stage: '办理环节',
  level: '等级',
  dueOn: '整改期限',
  doneOn: '完成日期',
  acceptedOn: '验收日期',
  responsible: '责任人',
  funds: '整改资金（元）',
  place: '部位',
} satisfies Record<BesideField, string>;
