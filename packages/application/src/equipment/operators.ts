import { endOperatorInput, nameOperatorInput } from '@changming/domain/equipment';
import { refuse } from '@changming/domain/kernel';
import { maskCertificate } from '@changming/domain/workforce';

import { command } from '../context.ts';
import { openSpecial, refuseStranger, specialInScope } from './store.ts';

/** 指定作业人员, with the certificate that allows it. An expired certificate is refused: nobody operates without one (特种设备安全法 art. 14). */
export const nameOperator = command({
  permission: 'equipment.edit',
  name: 'equipment.nameOperator',
  input: nameOperatorInput,
  async run(work, { equipmentId, id = work.newId(), personId, certificateKind, certificateNo, validTo, from }) {
    const { tx, scope, today, secrets, trail } = work;
    const equipment = await openSpecial(tx, scope, equipmentId);
    await refuseStranger(work, personId);
    if (validTo !== null && validTo < today) refuse('invalid', 'equipment.certificate_expired', { on: validTo });
    const written = await tx
      .insertInto('special_operators')
      .values({
        id,
        equipment_id: equipmentId,
        person_id: personId,
        certificate_kind: certificateKind,
        certificate_sealed: certificateNo === null ? null : secrets.seal(certificateNo),
        certificate_masked: certificateNo === null ? null : maskCertificate(certificateNo),
        valid_to: validTo,
        from_on: from,
        to_on: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) return refuse('conflict', 'equipment.operator_twice');
    const after = { operatorId: personId, certificateKind, validTo, from };
    return trail({ subjectId: equipmentId, unitId: equipment.unit_id, before: null, after }, { id });
  },
});

export const endOperator = command({
  permission: 'equipment.edit',
  name: 'equipment.endOperator',
  input: endOperatorInput,
  async run({ tx, scope, trail }, { equipmentId, operatorId, on }) {
    const equipment = await specialInScope(tx, scope, equipmentId);
    const ended = await tx
      .updateTable('special_operators')
      .set({ to_on: on })
      .where('id', '=', operatorId)
      .where('equipment_id', '=', equipmentId)
      .where('to_on', 'is', null)
      .where('from_on', '<=', on)
      .returning('person_id')
      .executeTakeFirst();
    if (ended === undefined) refuse('missing', 'equipment.operator_not_found');
    const told = { before: { operatorId: ended.person_id }, after: { endedOn: on } };
    return trail({ subjectId: equipmentId, unitId: equipment.unit_id, ...told }, null);
  },
});
