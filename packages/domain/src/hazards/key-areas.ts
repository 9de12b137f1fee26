/** 重点领域 and 重点部位, by the letters their checklists carry. */
export const keyAreaCodes = {
  fire: 'FIRE',
  electricity: 'ELEC',
  gas: 'GAS',
  chemicals: 'CHEM',
  hotWork: 'HOT',
  confinedSpace: 'CONF',
  specialEquipment: 'SPEQ',
  contractors: 'CTR',
  pumpRoom: 'PUMP',
  powerRoom: 'POWER',
  downFilling: 'DOWN',
  warehouse: 'WH',
  sewing: 'SEW',
  dormitory: 'DORM',
  dust: 'DUST',
  other: 'OTHER',
} as const;

export type KeyArea = keyof typeof keyAreaCodes;
export const keyAreas = Object.keys(keyAreaCodes) as readonly KeyArea[];
