import { describe, expect } from 'vitest';

import { as, given, houseAt, test } from '../testing/index.ts';
import { appoint } from '../workforce/index.ts';
import {
  actionsLeft,
  askForMoreTime,
  assessEffect,
  assignAction,
  cancelAction,
  countActions,
  decideOnMoreTime,
  exportActions,
  listActions,
  listOwnActions,
  readAction,
  reassignAction,
  replaceVerifier,
  sendBackAction,
  submitAction,
  sweepActions,
  tellOfAction,
  verifyAction,
} from './index.ts';

const asked = { kind: 'management', title: '完善交接班制度', dueOn: '2026-01-30' } as const;

describe('an action', () => {
  test('goes from its assignment over a return to its proof, is seen in its branch and by its people alone, and climbs when it is late', async ({
    house,
    database,
  }) => {
    const { owner } = database;
    const { root, east, west, mill, workshop } = await given.group(owner);
    const [doer, head, officer, boss, stranger] = await Promise.all([
      given.person(owner, workshop, { staff_no: 'P1' }),
      given.person(owner, mill, { staff_no: 'P2' }),
      given.person(owner, mill, { staff_no: 'P3' }),
      given.person(owner, east, { staff_no: 'P4' }),
      given.person(owner, west, { staff_no: 'P5' }),
    ]);
    const by = {
      doer: as(house, 'worker', workshop, doer.id),
      officer: as(house, 'safetyOfficer', mill, officer.id),
      head: as(house, 'unitHead', mill, head.id),
      boss: as(house, 'unitHead', east, boss.id),
      elsewhere: as(house, 'hqSafety', west, stranger.id),
    };
    const order = { ...asked, unitId: mill.id, ownerId: doer.id };

    await expect(assignAction(by.officer, { ...order, ownerId: stranger.id })).rejects.toMatchObject({ code: 'actions.person_not_found' });
    await expect(assignAction(by.officer, { ...order, verifierId: doer.id })).rejects.toMatchObject({ code: 'actions.self_verification' });
    await expect(assignAction(by.officer, { ...order, dueOn: '2026-01-19' })).rejects.toMatchObject({ code: 'actions.deadline_past' });
    await expect(assignAction(by.elsewhere, order)).rejects.toMatchObject({ kind: 'missing' });
    const { id } = await assignAction(by.officer, order);
    const again = await assignAction(by.officer, { ...order, id });
    expect(again).toEqual({ id });
    await expect(assignAction(by.officer, { ...order, id, title: '另一件' })).rejects.toMatchObject({ code: 'actions.id_taken' });

    expect(await readAction(by.doer, { actionId: id })).toMatchObject({
      unitId: workshop.id,
      state: 'assigned',
      objections: { submit: null },
    });
    expect((await listOwnActions(by.doer, undefined)).items).toMatchObject([{ id, mine: true, owner: doer.name }]);
    const missing = { kind: 'missing', code: 'actions.not_found' };
    const everyStep = [
      () => readAction(by.elsewhere, { actionId: id }),
      () => submitAction(by.elsewhere, { actionId: id, result: '改好' }),
      () => sendBackAction(by.elsewhere, { actionId: id, reason: '不全' }),
      () => verifyAction(by.elsewhere, { actionId: id }),
      () => cancelAction(by.elsewhere, { actionId: id, reason: '重复' }),
      () => reassignAction(by.elsewhere, { actionId: id, ownerId: stranger.id, verifierId: null, reason: '换人' }),
      () => replaceVerifier(by.elsewhere, { actionId: id, verifierId: null, reason: '离职' }),
      () => assessEffect(by.elsewhere, { actionId: id, effect: 'effective', note: '有效' }),
      () => askForMoreTime(by.elsewhere, { actionId: id, toOn: '2026-02-05', reason: '等材料' }),
      () => decideOnMoreTime(by.elsewhere, { actionId: id, granted: true }),
    ];
    for (const step of everyStep) await expect(step()).rejects.toMatchObject(missing);
    await expect(
      readAction(as(house, 'worker', workshop, (await given.person(owner, workshop)).id), { actionId: id }),
    ).rejects.toMatchObject(missing);

    await askForMoreTime(by.doer, { actionId: id, toOn: '2026-02-05', reason: '等材料' });
    await expect(decideOnMoreTime(as(house, 'unitHead', workshop, head.id), { actionId: id, granted: true })).rejects.toMatchObject({
      code: 'actions.needs_level_up',
    });
    await decideOnMoreTime(by.head, { actionId: id, granted: true });
    await submitAction(by.doer, { actionId: id, result: '制度已修订', photos: [] });
    await expect(verifyAction(as(house, 'unitHead', mill, doer.id), { actionId: id })).rejects.toMatchObject({
      code: 'actions.self_verification',
    });
    await sendBackAction(by.officer, { actionId: id, reason: '未签字' });
    await submitAction(by.doer, { actionId: id, result: '已签字', photos: ['a'.repeat(64)] });
    await expect(verifyAction(by.officer, { actionId: id })).rejects.toMatchObject({ code: 'actions.photos_awaited' });
    await owner.deleteFrom('action_photos').execute();
    expect(await verifyAction(by.officer, { actionId: id, opinion: '属实' })).toEqual({ id, state: 'done' });
    await assessEffect(by.head, { actionId: id, effect: 'effective', note: '一个月无复发' });

    const read = await readAction(by.boss, { actionId: id });
    expect(read).toMatchObject({
      dueOn: '2026-02-05',
      extendedFromOn: '2026-01-30',
      returns: 1,
      effect: 'effective',
      verifiedBy: officer.name,
    });
    expect(read.steps.map(({ step }) => step)).toEqual([
      'open',
      'askMoreTime',
      'grantMoreTime',
      'submit',
      'sendBack',
      'submit',
      'verify',
      'assessEffect',
    ]);
    expect(await owner.selectFrom('actions_history').select('state').where('id', '=', id).orderBy('known_from').execute()).not.toHaveLength(
      0,
    );

    const late = await assignAction(by.officer, { ...order, kind: 'training', ownerId: head.id, verifierId: boss.id }).catch(
      (error: unknown) => error,
    );
    expect(late).toMatchObject({ code: 'actions.person_not_found' });
    const { id: open } = await assignAction(as(house, 'hqSafety', root, boss.id), { ...order, ownerId: head.id, verifierId: boss.id });
    const lent = await assignAction(as(house, 'hqSafety', root, boss.id), {
      ...order,
      dueOn: '2026-01-31',
      ownerId: stranger.id,
      verifierId: head.id,
    });
    const theirs = as(house, 'worker', west, stranger.id);
    expect((await listOwnActions(theirs, undefined)).items).toMatchObject([
      { id: lent.id, mine: true, unit: mill.name, owner: stranger.name, verifier: head.name },
    ]);
    expect(await readAction(theirs, { actionId: lent.id })).toMatchObject({ unit: mill.name, objections: { submit: null } });
    const beside = await given.person(owner, west);
    for (const other of [as(house, 'worker', west, beside.id), as(house, 'hqSafety', west, beside.id)]) {
      expect((await listOwnActions(other, undefined)).items).toEqual([]);
      await expect(readAction(other, { actionId: lent.id })).rejects.toMatchObject(missing);
    }
    expect((await listActions(by.elsewhere, { limit: 10 })).items).toEqual([]);
    expect(await countActions(by.elsewhere, {})).toEqual({ open: 0, toVerify: 0, overdue: 0 });
    await submitAction(theirs, { actionId: lent.id, result: '已完善' });
    expect((await listOwnActions(by.head, undefined)).items).toMatchObject([{ id: open }, { id: lent.id, mine: false }]);
    const replacement = { actionId: lent.id, verifierId: officer.id, reason: '原验证人离职' };
    await expect(replaceVerifier(by.officer, replacement)).rejects.toMatchObject({ kind: 'forbidden' });
    expect(await replaceVerifier(by.head, replacement)).toMatchObject({ state: 'submitted' });
    expect(await readAction(by.officer, { actionId: lent.id })).toMatchObject({ verifier: officer.name, objections: { verify: null } });
    await expect(verifyAction(by.head, { actionId: lent.id })).rejects.toMatchObject({ code: 'actions.not_verifier' });
    await cancelAction(as(house, 'hqSafety', root, officer.id), { actionId: lent.id, reason: '并入另一项' });
    expect((await listOwnActions(theirs, undefined)).items).toEqual([]);
    expect(await countActions(by.head, {})).toEqual({ open: 1, toVerify: 0, overdue: 0 });
    const after = houseAt(database, '2026-02-10T02:00:00Z');
    expect(await countActions(as(after, 'unitHead', mill, head.id), {})).toEqual({ open: 1, toVerify: 0, overdue: 1 });
    expect((await listActions(as(after, 'safetyOfficer', mill, officer.id), { limit: 10, overdue: true })).items).toMatchObject([
      { id: open },
    ]);
    expect((await listActions(by.elsewhere, { limit: 10 })).items).toEqual([]);
    expect((await exportActions(by.head, {})).rows).toHaveLength(3);
    await appoint(as(house, 'hqSafety', root, officer.id), { personId: boss.id, unitId: east.id, post: 'unitHead', from: '2026-01-01' });

    expect([await sweepActions(after.clockwork(), {}), await sweepActions(after.clockwork(), {})]).toEqual([
      { told: 1, next: null },
      { told: 0, next: null },
    ]);
    const telling = { actionId: open, about: 'work', once: 'work:7', to: ['parent' as const], notice: 'actions.overdue' as const };
    expect(await tellOfAction(after.clockwork(), telling)).toEqual({ told: 1 });
    await after.close();
    expect(await cancelAction(as(house, 'hqSafety', root, officer.id), { actionId: open, reason: '并入另一项' })).toMatchObject({
      state: 'cancelled',
    });
    expect(await owner.transaction().execute((tx) => actionsLeft(tx, open))).toEqual({
      asked: 0,
      done: 0,
      cancelled: 0,
      open: 0,
      overdue: 0,
    });
  });
});
