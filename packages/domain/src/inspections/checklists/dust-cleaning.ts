import { plainItem, type ShippedChecklist } from '../checklist.ts';

/** 每班除尘清扫 (工贸企业粉尘防爆安全规定 art. 18): cleaned and recorded each shift. */
export const dustCleaning = {
  code: 'CLEAN',
  name: '每班除尘清扫',
  nameEn: 'Dust cleaned each shift',
  kind: 'dust',
  keyArea: 'dust',
  edition: 1,
  items: [
    {
      ...plainItem,
      code: 'CLEAN-01',
      text: '地面、设备、横梁、管道、墙面积尘已清扫',
      textEn: 'Dust cleaned off floors, machines, beams, ducts and walls',
      guide: '拍下清扫后的现场',
      clauseIds: ['O6-18'],
      factor: 'environment',
      category: 'dust',
      photo: 'always',
      mayNotApply: false,
    },
    {
      ...plainItem,
      code: 'CLEAN-02',
      text: '没有用压缩空气吹扫',
      textEn: 'No compressed air used for it',
      basis: 'GB 15577',
      factor: 'human',
      category: 'dust',
      mayNotApply: false,
    },
    {
      ...plainItem,
      code: 'CLEAN-03',
      text: '除尘器灰斗已卸灰，锁气卸灰装置正常',
      textEn: 'Hopper emptied, rotary valve working',
      factor: 'material',
      category: 'dust',
    },
    {
      ...plainItem,
      code: 'CLEAN-04',
      text: '除尘风压差在正常范围',
      textEn: 'Pressure difference within its range',
      factor: 'material',
      category: 'dust',
    },
    {
      ...plainItem,
      code: 'CLEAN-05',
      text: '收集的粉尘装袋密封，运离作业区',
      textEn: 'Collected dust bagged, sealed and taken away',
      factor: 'human',
      category: 'dust',
    },
  ],
} as const satisfies ShippedChecklist;
