import { openDatabase } from '@changming/database/open';
import { scopeSetting } from '@changming/database';
import { hazardFilter, queueFilter } from '@changming/domain/hazards';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { as, given, houseAt, test } from '../testing/index.ts';
import {
  callers,
  givenArrived,
  givenGrants,
  givenHazard,
  givenTrade,
  newHash,
  planOf,
  reportOf,
  type Trade,
} from '../testing/hazard-story.ts';
import {
  acceptHazard,
  assignHazard,
  assignMany,
  countHazards,
  forgetView,
  listHazards,
  listOwnPlaces,
  listOwnReports,
  listOwnTasks,
  listToAccept,
  listToTriage,
  listViews,
  noteOnHazard,
  readHazard,
  registerHazard,
  reportHazard,
  saveView,
  startHazard,
  submitHazard,
} from './index.ts';

let trade: Trade;
const both = expect.arrayContaining(['李强', '孙磊'].map((name) => expect.objectContaining({ name })));
const filter = (over: Record<string, unknown> = {}) => hazardFilter.parse(over);
const queue = (over: Record<string, unknown> = {}) => queueFilter.parse(over);

describe('the page of a hazard', () => {
  test('tells who holds it now and why each act would be refused', async ({ house, database: { owner } }) => {
    trade = await givenTrade(owner);
    await givenGrants(owner, trade);
    const by = callers(house, trade);
    const { hazardId, after, before } = await givenHazard(owner, { trade, by }, 'submitted');
    await givenArrived(owner, hazardId, [...before, after]);

    const toOfficer = await readHazard(by.officer, { hazardId });
    const toLeader = await readHazard(by.leader, { hazardId });
    const toWorker = await readHazard(by.worker, { hazardId });

    expect(toOfficer).toMatchObject({
      stage: 'submitted',
      unit: { name: '缝制一车间' },
      finder: { name: '赵敏' },
      plan: { responsible: { name: '王芳' }, responsibleUnit: '缝制一车间' },
      holder: { duty: 'acceptance', persons: both },
      objections: {
        accept: null,
        sendBack: null,
        start: 'hazards.wrong_stage',
        decideVoid: 'access.not_permitted',
        concludeLookBack: 'hazards.look_back_not_found',
      },
    });
    expect(toLeader.objections).toMatchObject({ accept: 'access.not_permitted', submit: 'hazards.wrong_stage', askVoid: null });
    expect(toWorker.finder?.name).toBe('赵敏');
    expect(toOfficer.timeline.map(({ step, by: who }) => [step, who?.name])).toEqual([
      ['report', '赵敏'],
      ['register', '李强'],
      ['assign', '李强'],
      ['start', '王芳'],
      ['submit', '王芳'],
    ]);
    expect(toOfficer.photos).toMatchObject([
      { kind: 'before', evidenceId: expect.any(String), reuse: null },
      { kind: 'after', evidenceId: expect.any(String) },
    ]);
    expect(toOfficer.doubts).toEqual([]);
  });

  test('proposes level, deadline and person before triage', async ({ house }) => {
    const by = callers(house, trade);
    const report = reportOf(trade, { category: 'electricity' });
    await reportHazard(by.worker, report);

    const page = await readHazard(by.officer, { hazardId: report.id });

    expect(page.proposal).toMatchObject({ level: 'workshop', factor: '2103', dueOn: '2026-01-23', responsibleId: trade.people.leader.id });
    expect(page.holder).toMatchObject({ duty: 'triage', persons: both });
    await noteOnHazard(by.officer, { hazardId: report.id, text: '哪一台？' });
    expect((await readHazard(by.worker, { hazardId: report.id })).timeline.at(-1)).toMatchObject({
      step: 'note',
      note: '哪一台？',
      by: { name: '李强' },
    });
  });

  test('is missing from another branch, and for a worker who has nothing to do with it', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const { hazardId } = await givenHazard(owner, { trade, by: { ...by, worker: by.leader } }, 'reported');

    await expect(readHazard(by.stranger, { hazardId })).rejects.toMatchObject({ kind: 'missing' });
    await expect(readHazard(by.worker, { hazardId })).rejects.toMatchObject({ kind: 'missing' });
    expect((await readHazard(by.analyst, { hazardId })).objections).toMatchObject({
      accept: 'access.not_permitted',
      register: 'access.not_permitted',
    });
  });

  test('shows a photo that was seen before, here by its number and elsewhere by the day alone', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const first = await givenHazard(owner, { trade, by }, 'submitted');
    await givenArrived(owner, first.hazardId, [first.after]);
    const second = await givenHazard(owner, { trade, by }, 'rectifying');
    await submitHazard(by.leader, { hazardId: second.hazardId, photos: [first.after, ...second.before] });
    await givenArrived(owner, second.hazardId, [first.after, ...second.before]);
    const afar = reportOf(trade, { unitId: trade.farMill.id, photos: [first.after] });
    const afarWorker = as(house, 'safetyOfficer', trade.farMill, trade.people.stranger.id);
    await reportHazard(afarWorker, afar);
    await givenArrived(owner, afar.id, [first.after]);

    const near = await readHazard(by.officer, { hazardId: second.hazardId });
    const far = await readHazard(by.stranger, { hazardId: afar.id });

    expect(near.photos.find(({ kind, sha256 }) => kind === 'after' && sha256 === first.after)?.reuse).toMatchObject({
      hazardId: first.hazardId,
      number: expect.stringMatching(/^H-2026-/),
    });
    expect(near.doubts).toEqual(expect.arrayContaining(['sameBeforeAndAfter', 'reusedPhoto']));
    expect(far.photos[0]?.reuse).toEqual({ hazardId: null, number: null, on: '2026-01-20' });
  });
});

describe('a photo used again', () => {
  test('is marked on the later record, and the first has nothing to answer for', async ({ house, database }) => {
    const { owner } = database;
    const by = callers(house, trade);
    const first = await givenHazard(owner, { trade, by }, 'submitted');
    await givenArrived(owner, first.hazardId, [first.after]);
    const second = await givenHazard(owner, { trade, by }, 'rectifying');
    await submitHazard(by.leader, { hazardId: second.hazardId, photos: [first.after] });
    await givenArrived(owner, second.hazardId, [first.after], '2026-01-20T09:00:00Z');

    const reuseOn = async (hazardId: string) =>
      (await readHazard(by.officer, { hazardId })).photos.find(({ sha256 }) => sha256 === first.after)?.reuse?.hazardId ?? null;

    expect([await reuseOn(first.hazardId), await reuseOn(second.hazardId)]).toEqual([null, first.hazardId]);
  });
});

describe('the ledger', () => {
  test('pages by keyset without gap or repeat, in every order', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    for (let n = 0; n < 5; n += 1) await givenHazard(owner, { trade, by }, 'assigned', { plan: { dueOn: '2026-01-20' } });

    for (const sort of ['newest', 'oldest', 'dueSoonest']) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page: Awaited<ReturnType<typeof listHazards>> = await listHazards(
          by.hq,
          filter({ sort, limit: 2, ...(after === undefined ? {} : { after }) }),
        );
        seen.push(...page.items.map(({ id }) => id));
        after = page.next ?? undefined;
        if (after === undefined) expect(page.total.count).toBe(seen.length);
      } while (after !== undefined);
      const all = await owner.selectFrom('hazards').select('id').execute();
      expect(seen.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
    }
  });

  test('shows a branch, a unit alone, and several branches, and nothing else', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const whole = await owner.selectFrom('hazards').select(['id', 'unit_id']).execute();
    const inEast = whole.filter(({ unit_id }) => unit_id === trade.workshop.id).length;

    const mill = await listHazards(by.hq, filter({ unitId: trade.mill.id, limit: 200 }));
    const millAlone = await listHazards(by.hq, filter({ unitId: trade.mill.id, withBelow: 'false' }));
    const far = await listHazards(by.stranger, filter({ limit: 200 }));

    expect(mill.items).toHaveLength(inEast);
    expect(millAlone.items).toEqual([]);
    expect(far.items).toHaveLength(whole.length - inEast);
    expect(mill.items.find(({ responsible }) => responsible !== null)).toMatchObject({ unit: '缝制一车间', responsible: '王芳' });
    await expect(listHazards(by.stranger, filter({ unitId: trade.mill.id }))).rejects.toMatchObject({ code: 'units.not_found' });
    await expect(listHazards(by.worker, filter())).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('filters by what the query bar offers, late ones by the clock', async ({ house, database }) => {
    const by = callers(house, trade);
    const later = houseAt(database, '2026-02-01T02:00:00Z');

    const late = await listHazards(callers(later, trade).officer, filter({ overdue: 'true', limit: 200 }));
    const electric = await listHazards(by.officer, filter({ category: 'electricity', foundFrom: '2026-01-20', foundTo: '2026-01-20' }));
    const nothing = await listHazards(by.officer, filter({ level: ['major'], supervised: 'true', suggested: 'true', recurrence: 'true' }));

    expect(late.items.length).toBeGreaterThan(4);
    expect(late.items.every(({ overdue }) => overdue)).toBe(true);
    expect(electric.items.map(({ category }) => category)).toEqual(['electricity']);
    expect(nothing.items).toEqual([]);
    expect((await countHazards(callers(later, trade).officer, { withBelow: true })).overdue).toBe(late.total.count);
    await later.close();
  });

  test('finds Chinese words, several at once, and numbers', async ({ house }) => {
    const by = callers(house, trade);
    const report = reportOf(trade, { text: '二号 锅炉房压力表失灵', place: '锅炉房东侧' });
    const { number } = await reportHazard(by.worker, report);
    const found = async (text: string) => (await listHazards(by.officer, filter({ text }))).items.map(({ id }) => id);

    expect(await found('压力表')).toEqual([report.id]);
    expect(await found('锅炉 失灵')).toEqual([report.id]);
    expect(await found('东侧')).toEqual([report.id]);
    expect(await found('表')).toEqual([report.id]);
    expect(await found('表压')).toEqual([]);
    expect(await found('压力表 通道')).toEqual([]);
    expect(await found("%_'\\")).toEqual([]);
    expect(await found(number.toLowerCase())).toEqual([report.id]);
    expect((await listHazards(by.stranger, filter({ text: '压力表' }))).items).toEqual([]);
    expect((await listHazards(by.stranger, filter({ text: number }))).items).toEqual([]);
  });

  test('finds words in a wide branch too, newest first and a thousand at most', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    await given.arranged(owner, (tx) =>
      sql`insert into hazards (id, unit_id, stage, category, key_area, kind, source, found_on, found_at, claimed_at, reported_at, text)
        select gen_random_uuid(), ${trade.farMill.id}, 'reported', 'other', 'other', 'site', 'selfCheck', date '2025-01-01' + n % 300,
          now(), now(), now(), '蒸汽管道保温层脱落' || n from generate_series(1, 5200) as n`.execute(tx),
    );
    const find = async (text: string) => listHazards(by.hq, filter({ text, limit: 1 }));

    expect(await find('保温层')).toMatchObject({ items: [{ foundOn: '2025-10-27' }], total: { count: 1000 }, tooMany: true });
    expect(await find('保温 5123')).toMatchObject({ items: [{ text: '蒸汽管道保温层脱落5123' }], total: { count: 1 }, tooMany: false });
    expect((await find('管道脱')).items).toEqual([]);
    const count = (text: string, who = by.hq) => countHazards(who, { withBelow: true, text });
    expect(await count('保温 5123')).toEqual({ counts: [{ stage: 'reported', level: null, count: 1 }], overdue: 0, tooMany: false });
    expect(await count('保温层')).toMatchObject({ counts: [{ stage: 'reported', count: 1000 }], tooMany: true });
    expect(await count('保温层', by.officer)).toEqual({ counts: [], overdue: 0, tooMany: false });
    const ids = async (who: typeof by.hq) => (await listHazards(who, filter({ text: '保温层', limit: 200 }))).items.map(({ id }) => id);
    const gathered = await ids(by.hq);
    await sql`insert into hazard_words select gen_random_uuid(), house.grams('保温层') from generate_series(1, 20001)`.execute(owner);
    expect(await ids(by.hq), 'found the same when the words are too common to gather all').toEqual(gathered);
    expect(await ids(by.officer)).toEqual([]);
  });

  test('has a door for words that opens on no branch but the session’s own', async ({ database: { url, role } }) => {
    const runtime = openDatabase({ url, role, max: 1 });
    const ask = (scope: typeof trade.mill | null, wanted: typeof trade.mill) =>
      runtime.transaction().execute(async (tx) => {
        if (scope !== null) await sql`select set_config('app.read_scope', ${scopeSetting([scope])}, true)`.execute(tx);
        const { rows } =
          await sql`select id from house.search_hazards('表', array[${wanted.lo}]::bigint[], array[${wanted.hi}]::bigint[], 10)`.execute(
            tx,
          );
        return rows.length;
      });

    expect(await ask(trade.mill, trade.mill)).toBe(1);
    expect(await ask(trade.mill, trade.root)).toBe(1);
    expect([await ask(trade.farMill, trade.mill), await ask(trade.farMill, trade.workshop), await ask(null, trade.root)]).toEqual([
      0, 0, 0,
    ]);
    await runtime.destroy();
  });

  test('names people of a record within sight only', async ({ database: { owner, url, role } }) => {
    const runtime = openDatabase({ url, role, max: 1 });
    const ids = (await owner.selectFrom('hazards').select('id').where('unit_id', '=', trade.workshop.id).execute()).map(({ id }) => id);
    const named = (scope: typeof trade.mill | null) =>
      runtime.transaction().execute(async (tx) => {
        if (scope !== null) await sql`select set_config('app.read_scope', ${scopeSetting([scope])}, true)`.execute(tx);
        return (await sql`select name from house.named_on_hazards(${ids}::uuid[])`.execute(tx)).rows.length;
      });

    expect(await named(trade.workshop)).toBeGreaterThan(1);
    expect([await named(trade.farMill), await named(null)]).toEqual([0, 0]);
    await runtime.destroy();
  });
});

describe('one’s own work', () => {
  test('stands in the queues of those whose turn it is', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const own = await givenHazard(owner, { trade, by }, 'submitted', { plan: { responsibleId: trade.people.officer.id } });
    const waiting = await givenHazard(owner, { trade, by }, 'reported');

    const toOfficer = (await listToAccept(by.officer, queue({ limit: 200 }))).items.map(({ id }) => id);
    const toHead = (await listToAccept(by.millHead, queue({ limit: 200 }))).items.map(({ id }) => id);
    const triage = (await listToTriage(by.officer, queue({ limit: 200 }))).items.map(({ id }) => id);

    expect(toOfficer).not.toContain(own.hazardId);
    expect(toHead).toContain(own.hazardId);
    expect(triage).toContain(waiting.hazardId);
    expect((await listOwnReports(by.worker, filter({ limit: 200 }))).items.map(({ id }) => id)).toContain(waiting.hazardId);
    await expect(listToAccept(by.leader, queue())).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('begins at the places where one reported lately, or in one’s own workshop', async ({ house }) => {
    const by = callers(house, trade);
    await reportHazard(by.leader, reportOf(trade, { place: '南门' }));
    await reportHazard(by.leader, reportOf(trade, { place: '南门' }));

    expect(await listOwnPlaces(by.leader, {})).toMatchObject({
      lately: [{ place: '南门', unit: '缝制一车间' }, {}],
      own: { unitId: trade.workshop.id },
    });
    expect((await listOwnPlaces(by.officer, {})).lately).toEqual([]);
  });

  test('reaches a person of a sibling unit by assignment, and ends with the closing', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const repairs = await given.unit(owner, '设备部', 'department', trade.mill);
    const fitter = await given.person(owner, repairs, { name: '何工' });
    const caller = as(house, 'worker', repairs, fitter.id);
    const plan = { responsibleId: fitter.id, responsibleUnitId: repairs.id };
    const { hazardId, before } = await givenHazard(owner, { trade, by }, 'assigned', { plan });

    expect((await listOwnTasks(caller, {})).items).toMatchObject([
      { id: hazardId, unit: '缝制一车间', verb: 'hazards.rectify', photoId: null },
    ]);
    await givenArrived(owner, hazardId, before);
    const [task] = (await listOwnTasks(caller, {})).items;
    expect(task?.photoId).toBe((await readHazard(caller, { hazardId })).photos[0]?.evidenceId);
    expect((await readHazard(caller, { hazardId })).objections).toMatchObject({ start: null, accept: 'access.not_permitted' });
    await startHazard(caller, { hazardId });
    const after = newHash();
    await submitHazard(caller, { hazardId, photos: [after] });
    expect((await listOwnTasks(caller, {})).items).toEqual([]);
    await givenArrived(owner, hazardId, [...before, after]);
    await acceptHazard(by.officer, { hazardId });

    await expect(readHazard(caller, { hazardId })).rejects.toMatchObject({ kind: 'missing' });
    const other = await givenHazard(owner, { trade, by }, 'assigned');
    await expect(startHazard(caller, { hazardId: other.hazardId })).rejects.toMatchObject({ kind: 'missing' });
  });

  test('goes along when whoever leaves hands over, and with it the right to do it', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const successor = await given.person(owner, trade.workshop, { name: '接任' });
    const caller = as(house, 'worker', trade.workshop, successor.id);
    const { hazardId } = await givenHazard(owner, { trade, by }, 'assigned');

    await given.arranged(owner, (tx) =>
      tx
        .updateTable('hazards')
        .set((eb) => ({ responsible_id: successor.id, version: eb('version', '+', 1) }))
        .where('id', '=', hazardId)
        .execute(),
    );

    expect((await listOwnTasks(caller, {})).items.map(({ id }) => id)).toEqual([hazardId]);
    expect((await listOwnTasks(by.leader, {})).items.map(({ id }) => id)).not.toContain(hazardId);
    expect(await startHazard(caller, { hazardId })).toMatchObject({ stage: 'rectifying' });
  });

  test('is kept as views of one’s own, and handed out in one go with a verdict each', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const { id: viewId } = await saveView(by.officer, { name: '消防未销号', filter: { keyArea: 'fire', withBelow: 'true' } });
    const [fresh, closed] = [await givenHazard(owner, { trade, by }, 'reported'), await givenHazard(owner, { trade, by }, 'closed')];
    const registered = await givenHazard(owner, { trade, by }, 'registered');

    expect((await listViews(by.officer, {})).items).toEqual([
      { id: viewId, name: '消防未销号', filter: { keyArea: 'fire', withBelow: 'true' } },
    ]);
    expect((await listViews(by.leader, {})).items).toEqual([]);
    await expect(forgetView(by.leader, { viewId })).rejects.toMatchObject({ code: 'hazards.view_not_found' });
    await expect(saveView(by.officer, { name: 'x', filter: { stage: 'nowhere' } })).rejects.toThrow();
    expect(
      await assignMany(by.officer, { hazardIds: [registered.hazardId, fresh.hazardId, closed.hazardId], plan: planOf(trade) }),
    ).toEqual([
      { id: registered.hazardId, done: true, code: null },
      { id: fresh.hazardId, done: false, code: 'hazards.wrong_stage' },
      { id: closed.hazardId, done: false, code: 'hazards.wrong_stage' },
    ]);
    expect(await assignMany(by.officer, { hazardIds: [fresh.hazardId], plan: planOf(trade), level: 'team' })).toMatchObject([
      { done: true },
    ]);
    await expect(registerHazard(by.leader, { hazardId: fresh.hazardId, level: 'team' })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(assignHazard(by.stranger, { hazardId: fresh.hazardId, plan: planOf(trade) })).rejects.toMatchObject({ kind: 'missing' });
  });
});
