import type { PointKind, PointRefusal } from '@changming/domain/points';

export const refusals = {
  'points.not_found': '未找到该点位，或它不在您的管辖范围内；也可能铭牌已停用',
  'points.changed_meanwhile': '该点位刚被他人修改，请刷新后再试',
  'points.closed': '“{name}”已停用，不能再修改',
  'points.id_taken': '该点位编号已被使用',
  'points.keeper_not_found': '未找到此人，或他已离职、不在您的管辖范围内',
  'points.keeper_before_opening': '责任起始日不能早于点位设立日（{on}）',
  'points.keeper_before_last': '责任起始日不能早于现任责任人的起始日（{on}）',
  'points.too_many_tries': '操作过于频繁，请一分钟后再试',
} satisfies Record<PointRefusal, string>;

export const kinds = {
  fire: '消防',
  electricity: '用电',
  gas: '燃气',
  chemicals: '危险化学品',
  hotWork: '动火作业',
  confinedSpace: '有限空间',
  specialEquipment: '特种设备',
  contractors: '外包外租',
  pumpRoom: '消防泵房',
  powerRoom: '配电室',
  downFilling: '充绒间',
  warehouse: '仓库',
  sewing: '缝制车间',
  dormitory: '宿舍',
  dust: '除尘',
  other: '其他',
} satisfies Record<PointKind, string>;
