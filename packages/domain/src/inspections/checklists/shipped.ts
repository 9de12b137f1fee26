import type { ShippedChecklist } from '../checklist.ts';
import { fireSafety } from './fire-safety.ts';
import { electricity } from './elec-electricity.ts';
import { gasSupply } from './gas-supply.ts';
import { chemicals } from './chem-chemicals.ts';
import { hotWork } from './hot-work.ts';
import { confinedSpace } from './conf-confined-space.ts';
import { specialEquipment } from './speq-special-equipment.ts';
import { contractors } from './ctr-contractors.ts';
import { pumpRoom } from './pump-room.ts';
import { powerRoom } from './power-room.ts';
import { downFilling } from './down-filling.ts';
import { warehouse } from './wh-warehouse.ts';
import { sewing } from './sew-sewing.ts';
import { dormitory } from './dorm-dormitory.ts';
import { dustRemoval } from './dust-removal.ts';

/** The starter checklists of the headquarters' library: the eight key areas, then the seven key positions. */
export const shippedChecklists: readonly ShippedChecklist[] = [
  fireSafety,
  electricity,
  gasSupply,
  chemicals,
  hotWork,
  confinedSpace,
  specialEquipment,
  contractors,
  pumpRoom,
  powerRoom,
  downFilling,
  warehouse,
  sewing,
  dormitory,
  dustRemoval,
];
