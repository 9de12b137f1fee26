import type { WatchRefusal } from '@changming/domain/workforce';

export const watchRefusals = {
  'workforce.watch_not_found': '未找到这个班次，或它不在您的管辖范围内',
  'workforce.watch_not_arranged': '该单位还没有值班安排，请先设置',
  'workforce.watch_changed_meanwhile': '这个班次刚被别人改过，请刷新后再试',
  'workforce.watch_not_yours': '这个班不是您值',
  'workforce.watch_checked_in': '这个班已经签到，不能再改',
  'workforce.watch_not_checked_in': '还没有签到，不能交班',
  'workforce.watch_too_early': '还没到时间，开班前一小时可以签到',
  'workforce.watch_over': '这个班已经结束',
  'workforce.watch_same_person': '仍是同一个人，没有变化',
  'workforce.watch_seated_twice': '此人已在同一班次值班',
  'workforce.watch_month_over': '这个月已经过去，不能再排',
  'workforce.watch_list_missing': '上月没有排班可以沿用，请选择人员',
  'workforce.watch_nothing_handed': '上一班还没有填写交班记录',
  'workforce.watch_taken_over': '接班人已经签字，不能再改',
  'workforce.watch_own_hand_over': '不能由交班人自己接班签字',
  'workforce.watch_nobody': '这个班次没有人，无法记录抽查',
} satisfies Record<WatchRefusal, string>;
