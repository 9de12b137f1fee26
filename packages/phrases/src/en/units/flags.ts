import type { UnitFlag } from '@changming/domain/units';

/** What marks a unit: the pages, the trail and the columns of an import take their words from here. */
export const flags = {
  isFireKeyUnit: 'Fire-safety key unit',
  isCrowdedPlace: 'Crowded place',
  isHighRisk: 'High-risk industry',
  hasCombustibleDust: 'Combustible dust',
  hasConfinedSpace: 'Confined space',
  hasHazchem: 'Hazardous chemicals',
  hasSpecialEquipment: 'Special equipment',
  hasGas: 'Gas',
  hasDorm: 'Dormitory',
  hasCanteen: 'Canteen',
  hasBoiler: 'Boiler',
  hasDownFilling: 'Down filling',
  hasContractors: 'Contractors',
  hasTenants: 'Tenants',
} satisfies Record<UnitFlag, string>;
