import { reportDefectInput } from '@changming/domain/equipment';
import { refuse } from '@changming/domain/kernel';

import { command } from '../context.ts';
import { fireDefect, fireReceipt, givePhotosTo, noteDefect } from '../equipment/index.ts';
import { reportFromCheck } from '../hazards/index.ts';
import { numberOf } from './defects-of.ts';

/**
 * 缺陷转隐患: what a check of fire equipment found, as a hazard of its point, with the photos of the check. The same id again is the same
 * hazard; a check becomes one hazard only.
 */
export const reportDefect = command({
  permission: 'equipment.check',
  name: 'inspections.reportDefect',
  input: reportDefectInput,
  async run(work, { checkId, id, text, foundAt }) {
    const { tx, scope, actor, now, trail } = work;
    const defect = await fireDefect(tx, scope, checkId);
    if (defect.hazardId === id) {
      const { photos } = await fireReceipt(tx, checkId);
      return trail([], { hazardId: id, number: await numberOf(tx, id), photos });
    }
    if (defect.hazardId !== null) refuse('conflict', 'equipment.defect_reported', { number: await numberOf(tx, defect.hazardId) });
    if (!work.may('hazards.report', defect.unitPos)) refuse('forbidden', 'equipment.may_not_report');
    const { unitId, unitPos, pointId, equipmentId, recordedAt } = defect;
    const hashes = await givePhotosTo(tx, { checkId, hazardId: id });
    const { number, changed } = await reportFromCheck(work, {
      id,
      unitId,
      unitPos,
      pointId,
      category: 'fireEquipment',
      text,
      photos: hashes,
      source: 'selfCheck',
      checkItemId: null,
      foundAt: foundAt === undefined ? recordedAt : new Date(foundAt),
    });
    await noteDefect(tx, { checkId, equipmentId, hazardId: id, by: actor.personId, at: now });
    const { photos } = await fireReceipt(tx, checkId);
    return trail(changed, { hazardId: id, number, photos });
  },
});
