import { describe, expect } from 'vitest';

import { as, given, houseAt, test } from '../testing/index.ts';
import {
  callers,
  givenArrived,
  givenHazard,
  givenTrade,
  newHash,
  newHazardId,
  planOf,
  reportOf,
  type Trade,
} from '../testing/hazard-story.ts';
import {
  acceptHazard,
  askForDelisting,
  askForExtension,
  askToVoid,
  assignHazard,
  assignInspector,
  concludeLookBack,
  confirmMajor,
  countersignDenial,
  decideOnDelisting,
  decideOnExtension,
  decideOnTreatment,
  decideOnVoid,
  draftTreatment,
  evaluateTreatment,
  fixHazardOnTheSpot,
  listHazard,
  listLookBacks,
  noteOnHazard,
  proposeDenial,
  readHazard,
  registerHazard,
  reopenHazard,
  replanHazard,
  reportHazard,
  reportProgress,
  sendBackHazard,
  startHazard,
  submitHazard,
  suggestMajorHazard,
  tellAuthority,
  triageHazard,
  withdrawExtensionRequest,
  withdrawVoidRequest,
} from './index.ts';

let trade: Trade;
const weighty = { level: 'unit', plan: { dueOn: '2026-01-30', contingency: '停机', waived: [] } };

describe('an extension', () => {
  test('is decided over the parent of the unit, once a round, and moves the deadline', async ({ house, database: { owner } }) => {
    trade = await givenTrade(owner);
    const by = callers(house, trade);
    const { hazardId } = await givenHazard(owner, { trade, by }, 'rectifying', weighty);
    const headOfWorkshop = as(house, 'unitHead', trade.workshop);

    await askForExtension(by.leader, { hazardId, toOn: '2026-02-15', reason: '等备件' });
    await expect(askForExtension(by.leader, { hazardId, toOn: '2026-02-16', reason: '等备件' })).rejects.toMatchObject({
      code: 'hazards.request_pending',
    });
    await expect(decideOnExtension(headOfWorkshop, { hazardId, granted: true })).rejects.toMatchObject({ code: 'hazards.needs_level_up' });
    await expect(decideOnExtension(by.officer, { hazardId, granted: true })).rejects.toMatchObject({ kind: 'forbidden' });
    await decideOnExtension(by.millHead, { hazardId, granted: true, note: '同意' });

    const row = await owner.selectFrom('hazards').select(['due_on', 'extended_from_on']).where('id', '=', hazardId).executeTakeFirst();
    expect(row).toEqual({ due_on: '2026-02-15', extended_from_on: '2026-01-30' });
    await expect(decideOnExtension(by.eastHead, { hazardId, granted: true })).rejects.toMatchObject({ code: 'hazards.request_decided' });
    await expect(askForExtension(by.leader, { hazardId, toOn: '2026-02-18', reason: '再等' })).rejects.toMatchObject({
      code: 'hazards.extension_used',
    });
  });

  test('is not asked for after the deadline, nor beyond the longest the rules allow', async ({ house, database }) => {
    const { owner } = database;
    const by = callers(house, trade);
    const { hazardId } = await givenHazard(owner, { trade, by }, 'rectifying', weighty);
    const late = houseAt(database, '2026-01-31T02:00:00Z');

    await expect(askForExtension(by.leader, { hazardId, toOn: '2026-02-20', reason: '等备件' })).rejects.toMatchObject({
      code: 'hazards.deadline_too_late',
    });
    await expect(askForExtension(callers(late, trade).leader, { hazardId, toOn: '2026-02-10', reason: '等备件' })).rejects.toMatchObject({
      code: 'hazards.extension_too_late',
    });
    await late.close();
  });

  test('asked for twice at the same moment is asked for once', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const { hazardId } = await givenHazard(owner, { trade, by }, 'rectifying', weighty);

    const answers = await Promise.allSettled(
      [1, 2, 3].map(() => askForExtension(by.leader, { hazardId, toOn: '2026-02-10', reason: '等备件' })),
    );

    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of answers) if (each.status === 'rejected') expect((each.reason as { kind: string }).kind).toBe('conflict');
  });
});

describe('voiding', () => {
  test('is asked for by one and decided one level up by another; the finder learns of it', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const first = await givenHazard(owner, { trade, by }, 'assigned');
    const { hazardId } = await givenHazard(owner, { trade, by }, 'assigned');

    await expect(askToVoid(by.leader, { hazardId, kind: 'duplicate', reason: '重复', duplicateOfId: hazardId })).rejects.toMatchObject({
      code: 'hazards.duplicate_of_missing',
    });
    await askToVoid(by.officer, { hazardId, kind: 'duplicate', reason: '与前一条重复', duplicateOfId: first.hazardId });
    await expect(decideOnVoid(as(house, 'unitHead', trade.workshop), { hazardId, granted: true })).rejects.toMatchObject({
      code: 'hazards.needs_level_up',
    });
    expect(await decideOnVoid(by.millHead, { hazardId, granted: true })).toMatchObject({ stage: 'void' });

    await expect(startHazard(by.leader, { hazardId })).rejects.toMatchObject({ code: 'hazards.wrong_stage' });
    expect(
      await owner.selectFrom('assignments').select('id').where('subject_id', '=', hazardId).where('ended_at', 'is', null).execute(),
    ).toEqual([]);
  });

  test('denied leaves the hazard where it is, and may be asked for again', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const { hazardId } = await givenHazard(owner, { trade, by }, 'rectifying');
    await askToVoid(by.officer, { hazardId, kind: 'falseAlarm', reason: '看错' });

    expect(await decideOnVoid(by.millHead, { hazardId, granted: false, note: '确有' })).toMatchObject({ stage: 'rectifying' });
    expect(await askToVoid(by.officer, { hazardId, kind: 'falseAlarm', reason: '再看' })).toMatchObject({ stage: 'rectifying' });
  });

  test('is decided before the hazard is accepted, so no request outlives the closing', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const { hazardId, before, after } = await givenHazard(owner, { trade, by }, 'submitted');
    await givenArrived(owner, hazardId, [...before, after]);
    await askToVoid(by.leader, { hazardId, kind: 'falseAlarm', reason: '看错' });

    expect((await readHazard(by.officer, { hazardId })).objections.accept).toBe('hazards.void_undecided');
    await expect(acceptHazard(by.officer, { hazardId })).rejects.toMatchObject({ kind: 'conflict', code: 'hazards.void_undecided' });
    await decideOnVoid(by.millHead, { hazardId, granted: false, note: '确有' });
    expect(await acceptHazard(by.officer, { hazardId })).toMatchObject({ stage: 'closed' });
  });

  test('left open by a closing of earlier times ends when the hazard is reopened', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const { hazardId } = await givenHazard(owner, { trade, by }, 'closed');
    const asked = { stage: 'asked' as const, kind: 'falseAlarm' as const, reason: '看错', asked_by_id: trade.people.leader.id };
    await given.arranged(owner, (tx) =>
      tx
        .insertInto('hazard_voidings')
        .values({ id: newHazardId(), hazard_id: hazardId, asked_on: '2026-01-20', ...asked })
        .execute(),
    );

    await reopenHazard(by.millHead, { hazardId, reason: '又堵了', dueOn: '2026-01-25' });

    await expect(decideOnVoid(by.eastHead, { hazardId, granted: true })).rejects.toMatchObject({ code: 'hazards.request_decided' });
    const told = await owner.selectFrom('hazard_events').select('step').where('hazard_id', '=', hazardId).where('round', '=', 1).execute();
    expect(told.map(({ step }) => step)).toContain('denyVoid');
  });
});

describe('reopening', () => {
  test('begins another round with its own photos after, and its own closing', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const { hazardId } = await givenHazard(owner, { trade, by }, 'closed');
    await expect(reopenHazard(by.officer, { hazardId, reason: '复发', dueOn: '2026-01-25' })).rejects.toMatchObject({ kind: 'forbidden' });
    await reopenHazard(by.millHead, { hazardId, reason: '又堵了', dueOn: '2026-01-25' });
    await startHazard(by.leader, { hazardId });

    await expect(submitHazard(by.leader, { hazardId, photos: [] })).rejects.toMatchObject({ code: 'hazards.after_photo_missing' });
    const again = newHash();
    await submitHazard(by.leader, { hazardId, photos: [again] });
    await givenArrived(owner, hazardId, [again]);
    await acceptHazard(by.officer, { hazardId });

    const closings = await owner.selectFrom('hazard_closings').select('round').where('hazard_id', '=', hazardId).orderBy('round').execute();
    expect(closings).toEqual([{ round: 0 }, { round: 1 }]);
    const known = await owner.selectFrom('hazards_history').select('stage').where('id', '=', hazardId).orderBy('version').execute();
    expect(known.length).toBeGreaterThan(8);
  });
});

describe('naming an inspector', () => {
  test('takes nobody of the same mill, nor whoever rectified or accepted', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const { hazardId } = await givenHazard(owner, { trade, by: { ...by, worker: by.hq } }, 'closed', { source: 'authority' });
    const neighbour = await given.person(owner, await given.unit(owner, '裁剪车间', 'workshop', trade.mill));
    const naming = (inspectorId: string) => assignInspector(by.hq, { hazardId, inspectorId });

    await expect(naming(neighbour.id)).rejects.toMatchObject({ code: 'hazards.look_back_same_unit' });
    await expect(naming(trade.people.leader.id)).rejects.toMatchObject({ code: 'hazards.own_look_back' });
    await expect(naming(trade.people.officer.id)).rejects.toMatchObject({ code: 'hazards.own_look_back' });
    expect(await naming(trade.people.stranger.id)).toMatchObject({ stage: 'closed' });
    expect(await concludeLookBack(by.stranger, { hazardId, result: 'held', photos: [newHash()] })).toMatchObject({ stage: 'closed' });
    await expect(naming(trade.people.stranger.id)).rejects.toMatchObject({ code: 'hazards.looked_back_already' });
  });
});

describe('a look-back', () => {
  test('is owed no more once the hazard was reopened or is void', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const { hazardId } = await givenHazard(owner, { trade, by: { ...by, worker: by.hq } }, 'closed', { source: 'authority' });
    const owed = async (state: 'owed' | 'all') => {
      const { items } = await listLookBacks(by.hq, { state, withBelow: true, limit: 50 });
      return items.map((each) => each.hazardId);
    };
    expect(await owed('owed')).toContain(hazardId);

    await reopenHazard(by.millHead, { hazardId, reason: '又堵了', dueOn: '2026-01-25' });

    expect([await owed('owed'), await owed('all')].flat()).not.toContain(hazardId);
  });
});

describe('every step', () => {
  test('is missing from outside the branch and forbidden without the role', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const { hazardId } = await givenHazard(owner, { trade, by }, 'reported');
    const afar = { officer: by.stranger, head: as(house, 'unitHead', trade.west), hq: as(house, 'hqSafety', trade.west) };
    const plan = planOf(trade);
    const treatment = { goals: 'a', methods: 'b', funds: 1, organisation: 'c', timeLimit: 'd', safetyMeasures: 'e' };
    const listing = { level: 'group' as const, issuer: 'x', mainPersonId: trade.people.hq.id, requirements: 'y', dueOn: '2026-02-01' };
    type By = typeof afar;
    const steps: Record<string, (caller: By) => Promise<unknown>> = {
      register: ({ officer }) => registerHazard(officer, { hazardId, level: 'team' }),
      assign: ({ officer }) => assignHazard(officer, { hazardId, plan }),
      triage: ({ officer }) => triageHazard(officer, { hazardId, level: 'team', plan }),
      replan: ({ officer }) => replanHazard(officer, { hazardId, plan }),
      start: ({ officer }) => startHazard(officer, { hazardId }),
      submit: ({ officer }) => submitHazard(officer, { hazardId, photos: [newHash()] }),
      fixOnTheSpot: ({ officer }) => fixHazardOnTheSpot(officer, { hazardId, measures: 'x', photos: [newHash()] }),
      sendBack: ({ officer }) => sendBackHazard(officer, { hazardId, reason: 'notFixed' }),
      accept: ({ officer }) => acceptHazard(officer, { hazardId }),
      reopen: ({ head }) => reopenHazard(head, { hazardId, reason: 'x', dueOn: '2026-02-01' }),
      askExtension: ({ officer }) => askForExtension(officer, { hazardId, toOn: '2026-02-01', reason: 'x' }),
      withdrawExtension: ({ officer }) => withdrawExtensionRequest(officer, { hazardId }),
      decideExtension: ({ head }) => decideOnExtension(head, { hazardId, granted: true }),
      askVoid: ({ officer }) => askToVoid(officer, { hazardId, kind: 'falseAlarm', reason: 'x' }),
      withdrawVoid: ({ officer }) => withdrawVoidRequest(officer, { hazardId }),
      decideVoid: ({ head }) => decideOnVoid(head, { hazardId, granted: true }),
      suggestMajor: ({ officer }) => suggestMajorHazard(officer, { hazardId, conditions: ['WT10-3-2.a'] }),
      confirmMajor: ({ officer }) => confirmMajor(officer, { hazardId }),
      proposeDenial: ({ officer }) => proposeDenial(officer, { hazardId, reason: 'x' }),
      countersign: ({ officer }) => countersignDenial(officer, { hazardId }),
      tellAuthority: ({ officer }) => tellAuthority(officer, { hazardId, authority: 'x' }),
      draft: ({ officer }) => draftTreatment(officer, { hazardId, ...treatment }),
      decideTreatment: ({ hq }) => decideOnTreatment(hq, { hazardId, granted: true }),
      evaluate: ({ officer }) => evaluateTreatment(officer, { hazardId, evaluation: 'self' }),
      list: ({ hq }) => listHazard(hq, { hazardId, ...listing }),
      progress: ({ officer }) => reportProgress(officer, { hazardId, text: 'x', photos: [] }),
      askDelisting: ({ officer }) => askForDelisting(officer, { hazardId, reason: 'x' }),
      decideDelisting: ({ hq }) => decideOnDelisting(hq, { hazardId, granted: true }),
      assignInspector: ({ hq }) => assignInspector(hq, { hazardId, inspectorId: trade.people.stranger.id }),
      lookBack: ({ officer }) => concludeLookBack(officer, { hazardId, result: 'held', photos: [newHash()] }),
      note: ({ officer }) => noteOnHazard(officer, { hazardId, text: 'x' }),
    };
    const without = { officer: by.analyst, head: by.analyst, hq: by.analyst };
    const outcomes: Record<string, string[]> = {};
    for (const [name, step] of Object.entries(steps)) {
      const kindOf = (caller: By) =>
        step(caller).then(
          () => 'taken',
          (error: { kind?: string }) => error.kind ?? 'fault',
        );
      outcomes[name] = [await kindOf(afar), await kindOf(without)];
    }

    expect(outcomes).toEqual(Object.fromEntries(Object.keys(steps).map((name) => [name, ['missing', 'forbidden']])));
    await expect(reportHazard(by.stranger, reportOf(trade))).rejects.toMatchObject({ kind: 'missing' });
    await expect(reportHazard(by.analyst, reportOf(trade))).rejects.toMatchObject({ kind: 'forbidden' });
    const { stage, version } = await owner
      .selectFrom('hazards')
      .select(['stage', 'version'])
      .where('id', '=', hazardId)
      .executeTakeFirstOrThrow();
    expect([stage, version]).toEqual(['reported', 1]);
  });

  test('is taken from the stages of its table and from no other, on the stored record too', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const at = {
      reported: await givenHazard(owner, { trade, by }, 'reported'),
      registered: await givenHazard(owner, { trade, by }, 'registered'),
      assigned: await givenHazard(owner, { trade, by }, 'assigned'),
      rectifying: await givenHazard(owner, { trade, by }, 'rectifying'),
      submitted: await givenHazard(owner, { trade, by }, 'submitted'),
      closed: await givenHazard(owner, { trade, by }, 'closed'),
    };
    const wrong = {
      register: ['registered', 'assigned', 'rectifying', 'submitted', 'closed'],
      assign: ['reported', 'assigned', 'rectifying', 'submitted', 'closed'],
      start: ['reported', 'registered', 'rectifying', 'submitted', 'closed'],
      submit: ['reported', 'registered', 'assigned', 'submitted', 'closed'],
      sendBack: ['reported', 'registered', 'assigned', 'rectifying', 'closed'],
      accept: ['reported', 'registered', 'assigned', 'rectifying', 'closed'],
      reopen: ['reported', 'registered', 'assigned', 'rectifying', 'submitted'],
      fixOnTheSpot: ['registered', 'assigned', 'rectifying', 'submitted', 'closed'],
    } as const satisfies Record<string, readonly (keyof typeof at)[]>;
    const take: Record<keyof typeof wrong, (hazardId: string) => Promise<unknown>> = {
      register: (hazardId) => registerHazard(by.officer, { hazardId, level: 'team' }),
      assign: (hazardId) => assignHazard(by.officer, { hazardId, plan: planOf(trade) }),
      start: (hazardId) => startHazard(by.officer, { hazardId }),
      submit: (hazardId) => submitHazard(by.officer, { hazardId, photos: [newHash()] }),
      sendBack: (hazardId) => sendBackHazard(by.officer, { hazardId, reason: 'notFixed' }),
      accept: (hazardId) => acceptHazard(by.officer, { hazardId }),
      reopen: (hazardId) => reopenHazard(by.millHead, { hazardId, reason: 'x', dueOn: '2026-02-01' }),
      fixOnTheSpot: (hazardId) => fixHazardOnTheSpot(by.officer, { hazardId, measures: 'x', photos: [newHash()] }),
    };

    for (const step of Object.keys(wrong) as (keyof typeof wrong)[])
      for (const stage of wrong[step])
        await expect(take[step](at[stage].hazardId), `${step} from ${stage}`).rejects.toMatchObject({
          kind: 'conflict',
          code: 'hazards.wrong_stage',
        });

    const stages = await owner
      .selectFrom('hazards')
      .select(['id', 'stage'])
      .where(
        'id',
        'in',
        Object.values(at).map(({ hazardId }) => hazardId),
      )
      .execute();
    expect(Object.fromEntries(stages.map(({ id, stage }) => [id, stage]))).toEqual(
      Object.fromEntries(Object.entries(at).map(([stage, { hazardId }]) => [hazardId, stage])),
    );
  });

  test('tapped twice is taken once', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const { hazardId } = await givenHazard(owner, { trade, by }, 'rectifying');

    const answers = await Promise.allSettled([1, 2].map(() => submitHazard(by.leader, { hazardId, photos: [newHash()] })));

    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(
      await owner.selectFrom('hazard_events').select('id').where('hazard_id', '=', hazardId).where('step', '=', 'submit').execute(),
    ).toHaveLength(1);
  });
});
