import type { UnitFlag } from '@changming/domain/units';

/** 重点情况, as the law calls them: the pages, the trail and the columns of an import take their words from here. */
export const flags = {
  isFireKeyUnit: '消防安全重点单位',
  isCrowdedPlace: '人员密集场所',
  isHighRisk: '高危行业',
  hasCombustibleDust: '粉尘涉爆',
  hasConfinedSpace: '有限空间',
  hasHazchem: '危险化学品',
  hasSpecialEquipment: '特种设备',
  hasGas: '燃气',
  hasDorm: '宿舍',
  hasCanteen: '食堂',
  hasBoiler: '锅炉',
  hasDownFilling: '充绒',
  hasContractors: '外包单位',
  hasTenants: '外租单位',
} satisfies Record<UnitFlag, string>;
