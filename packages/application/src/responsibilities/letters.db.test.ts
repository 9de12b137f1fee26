import { randomUUID } from 'node:crypto';

import type { Database } from '@changming/database';
import { describe, expect } from 'vitest';

import type { House } from '../context.ts';
import { as, given, type Given, houseAt, test } from '../testing/index.ts';
import {
  assessLetters,
  chaseResponsibilities,
  closeCampaign,
  draftCampaign,
  editCampaign,
  exportLetters,
  issueLetters,
  listCampaigns,
  listLetters,
  listOwnLetters,
  openCampaign,
  oweLetters,
  readCoverage,
  readLetter,
  recordSignatures,
  signLetter,
} from './index.ts';

let units: Given;
let people: Record<'chairman' | 'manager' | 'mill' | 'shop' | 'leader' | 'worker' | 'second' | 'stranger', { id: string }>;
let campaignId: string;

const appointed = (
  owner: Database,
  rows: { person_id: string; unit_id: string; post: string; from_on?: string; to_on?: string | null }[],
) =>
  given.arranged(owner, (tx) =>
    tx
      .insertInto('appointments')
      .values(rows.map((row) => ({ id: randomUUID(), point_id: null, from_on: '2025-06-01', to_on: null, ...row })) as never)
      .execute(),
  );

const hq = (house: House) => as(house, 'hqSafety', units.root, people.chairman.id);
const letterOf = async (house: House, personId: string) => {
  const { items } = await listLetters(hq(house), { limit: 200, withBelow: true, ended: true });
  return items.filter((letter) => letter.personId === personId);
};
const signAs = async (house: House, personId: string) => {
  const caller = as(house, 'worker', units.root, personId);
  const [mine] = (await listOwnLetters(caller, {})).items.filter(({ state }) => state === 'issued');
  const letter = await readLetter(caller, { letterId: mine?.id ?? '' });
  return signLetter(caller, { letterId: letter.id, sha256: letter.sha256 ?? '' });
};

describe('responsibility letters', () => {
  test('a campaign is headquarters’ alone, and its text knows only what it can fill in', async ({ house, database: { owner } }) => {
    units = await given.group(owner);
    const { root, east, mill, workshop, farMill } = units;
    const team = await given.unit(owner, '一班', 'team', workshop);
    const person = async (where: typeof root, name: string) => given.person(owner, where, { name });
    people = {
      chairman: await person(root, '林董'),
      manager: await person(east, '周总'),
      mill: await person(mill, '孙厂'),
      shop: await person(workshop, '王主任'),
      leader: await person(team, '赵班长'),
      worker: await person(team, '钱工'),
      second: await person(workshop, '李工'),
      stranger: await person(farMill, '郑西'),
    };
    await appointed(owner, [
      { person_id: people.chairman.id, unit_id: root.id, post: 'firstResponsible' },
      { person_id: people.manager.id, unit_id: east.id, post: 'firstResponsible' },
      { person_id: people.mill.id, unit_id: mill.id, post: 'unitHead' },
      { person_id: people.shop.id, unit_id: workshop.id, post: 'workshopHead' },
      { person_id: people.leader.id, unit_id: team.id, post: 'teamLeader' },
    ]);
    const wanted = { year: 2026, name: '2026 年度安全生产责任书', fromOn: '2026-01-05', signByOn: '2026-01-31' };

    campaignId = (await draftCampaign(hq(house), wanted)).id;

    await expect(draftCampaign(as(house, 'hqSafety', east), { ...wanted, year: 2027 })).rejects.toMatchObject({
      code: 'responsibilities.only_headquarters',
    });
    await expect(draftCampaign(hq(house), wanted)).rejects.toMatchObject({ code: 'responsibilities.year_taken' });
    const [drafted] = (await listCampaigns(as(house, 'safetyOfficer', mill), {})).items;
    const { version, template } = drafted ?? { version: 0, template: '' };
    const { year: _year, ...days } = wanted;
    const edit = { campaignId, ...days, version };
    const strange = editCampaign(hq(house), { ...edit, template: `${template}{salary}` });
    await expect(strange).rejects.toMatchObject({ code: 'responsibilities.placeholder_unknown' });
    await expect(editCampaign(hq(house), { ...edit, template: '{year}' })).rejects.toMatchObject({
      code: 'responsibilities.placeholder_missing',
    });
    await editCampaign(hq(house), { ...edit, template: `${template}（集团总部印制）` });
    await openCampaign(hq(house), { campaignId });
    await expect(openCampaign(hq(house), { campaignId })).rejects.toMatchObject({ code: 'responsibilities.campaign_opened' });
    await expect(closeCampaign(hq(house), { campaignId })).rejects.toMatchObject({ code: 'responsibilities.campaign_unfinished' });
  });

  test('go down level by level: nobody hands down what he has not signed himself', async ({ house, database: { owner } }) => {
    expect(await oweLetters(house.clockwork(), {})).toEqual({ made: 8, ended: 0, more: false });
    expect(await oweLetters(house.clockwork(), {})).toEqual({ made: 0, ended: 0, more: false });
    const levels = [];
    for (let level = 0; level < 6; level += 1) {
      levels.push((await issueLetters(hq(house), {})).issued);
      for (const person of Object.values(people).filter(({ id }) => id !== people.stranger.id))
        if ((await letterOf(house, person.id))[0]?.state === 'issued') await signAs(house, person.id);
    }

    expect(levels).toEqual([1, 2, 1, 1, 2, 1]);
    expect((await readCoverage(as(house, 'unitHead', units.mill), {})).total).toEqual({
      required: 5,
      signed: 5,
      issued: 0,
      draft: 0,
      overdue: 0,
    });
    const kept = await owner.selectFrom('letter_texts').select('text').execute();
    expect(kept.find(({ text }) => text.includes('责 任 人：孙厂'))?.text).toContain('下 达 人：周总（主要负责人（第一责任人））');
  });

  test('are read and signed by the person named, as they stand, and by nobody else', async ({ house }) => {
    const [letter] = await letterOf(house, people.stranger.id);
    const letterId = letter?.id ?? '';
    const own = as(house, 'worker', units.farMill, people.stranger.id);
    const { sha256 } = await readLetter(own, { letterId });

    const other = signLetter(as(house, 'worker', units.farMill, people.worker.id), { letterId, sha256: sha256 ?? '' });
    await expect(other).rejects.toMatchObject({ code: 'responsibilities.not_own_letter' });
    await expect(readLetter(as(house, 'worker', units.farMill, people.worker.id), { letterId })).rejects.toMatchObject({ kind: 'missing' });
    await expect(signLetter(as(house, 'worker', units.mill, people.mill.id), { letterId, sha256: sha256 ?? '' })).rejects.toMatchObject({
      kind: 'missing',
    });
    await expect(signLetter(own, { letterId, sha256: '0'.repeat(64) })).rejects.toMatchObject({ code: 'responsibilities.text_changed' });
    expect(await signLetter(own, { letterId, sha256: sha256 ?? '' })).toEqual({ id: letterId, signedOn: '2026-01-20' });
    expect(await signLetter(own, { letterId, sha256: sha256 ?? '' })).toEqual({ id: letterId, signedOn: '2026-01-20' });
    await expect(issueLetters(as(house, 'teamLeader', units.mill), { letterIds: [letterId] })).rejects.toMatchObject({ kind: 'missing' });
    await expect(issueLetters(hq(house), { letterIds: [letterId] })).rejects.toMatchObject({ code: 'responsibilities.wrong_state' });
  });

  test('whoever moves owes a new one within fifteen days, and the old one is superseded', async ({ database }) => {
    const { owner } = database;
    await given.arranged(owner, (tx) =>
      tx.updateTable('persons').set({ unit_id: units.farMill.id }).where('id', '=', people.worker.id).execute(),
    );
    await appointed(owner, [{ person_id: people.second.id, unit_id: units.farMill.id, post: 'safetyOfficer', from_on: '2026-02-03' }]);
    const later = houseAt(database, '2026-02-05T02:00:00Z');

    expect(await oweLetters(later.clockwork(), {})).toEqual({ made: 2, ended: 2, more: false });

    const told = async (personId: string) =>
      (await letterOf(later, personId)).map(({ state, owedFrom, dueOn, cause }) => [state, owedFrom, dueOn, cause].join(' ')).toSorted();
    expect(await told(people.second.id)).toEqual(['draft 2026-02-03 2026-02-18 moved', 'superseded 2026-01-05 2026-01-31 campaign']);
    expect(await told(people.worker.id)).toEqual(['draft 2026-02-05 2026-02-20 moved', 'superseded 2026-01-05 2026-01-31 campaign']);
    await issueLetters(hq(later), {});
    const letterId = (await letterOf(later, people.worker.id)).find(({ state }) => state === 'issued')?.id ?? '';
    const stillThere = as(later, 'worker', units.workshop, people.worker.id);
    expect((await listOwnLetters(stillThere, {})).items.find(({ id }) => id === letterId)).toMatchObject({
      unit: '西岭一厂',
      state: 'issued',
    });
    const { sha256 } = await readLetter(stillThere, { letterId });
    expect(await signLetter(stillThere, { letterId, sha256: sha256 ?? '' })).toMatchObject({ signedOn: '2026-02-05' });
    await later.close();
  });

  test('an unsigned one climbs from the person to the head to the unit above, each told once', async ({ database }) => {
    const days = ['2026-02-14', '2026-02-15', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-21', '2026-02-25'];
    const told = [];
    for (const day of days) {
      const then = houseAt(database, `${day}T02:00:00Z`);
      told.push((await chaseResponsibilities(then.clockwork(), { what: 'letters' })).told);
      expect((await chaseResponsibilities(then.clockwork(), { what: 'letters' })).told).toBe(0);
      await then.close();
    }

    // The person on the 15th and the 19th; the unit has no head of its own, so whoever is next above hears on the 21st and the 25th.
    expect(told).toEqual([0, 1, 0, 1, 0, 1, 1]);
  });

  test('those signed before the product kept them come in as acts of whom they name, each once', async ({ database }) => {
    const later = houseAt(database, '2026-02-26T02:00:00Z');
    const letterId = (await letterOf(later, people.second.id)).find(({ state }) => state === 'issued')?.id ?? '';
    const signature = { letterId, at: new Date('2026-02-17T17:00:00Z') };

    expect(await recordSignatures(later.clockwork(), { signatures: [{ ...signature, at: new Date('2026-02-04T02:00:00Z') }] })).toEqual({
      signed: 0,
    });
    expect(await recordSignatures(later.clockwork(), { signatures: [signature] })).toEqual({ signed: 1 });
    expect(await recordSignatures(later.clockwork(), { signatures: [signature] })).toEqual({ signed: 0 });
    expect((await letterOf(later, people.second.id)).find(({ id }) => id === letterId)).toMatchObject({ signedOn: '2026-02-18' });
    const told = await database.owner.selectFrom('past_acts').select(['verb', 'person_id', 'at']).execute();
    expect(told).toEqual([{ verb: 'responsibilities.sign', person_id: people.second.id, at: signature.at }]);
    await later.close();
  });

  test('are assessed from December on, never by oneself, and end with their year or whoever leaves', async ({ database }) => {
    const { owner } = database;
    const december = houseAt(database, '2026-12-01T02:00:00Z');
    await given.arranged(owner, (tx) =>
      tx.updateTable('persons').set({ left_on: '2026-11-30' }).where('id', '=', people.leader.id).execute(),
    );
    expect(await oweLetters(december.clockwork(), {})).toEqual({ made: 0, ended: 1, more: false });
    const ids = [(await letterOf(december, people.manager.id))[0]?.id ?? ''];
    const head = (personId = people.chairman.id) => as(december, 'unitHead', units.east, personId);

    await expect(assessLetters(head(people.manager.id), { letterIds: ids, verdict: 'met' })).rejects.toMatchObject({
      code: 'responsibilities.own_assessment',
    });
    const outside = assessLetters(as(december, 'unitHead', units.west), { letterIds: ids, verdict: 'met' });
    await expect(outside).rejects.toMatchObject({ kind: 'missing' });
    expect(await assessLetters(head(), { letterIds: ids, verdict: 'met' })).toEqual({ assessed: 1 });
    const november = houseAt(database, '2026-11-30T02:00:00Z');
    const early = assessLetters(as(november, 'unitHead', units.east), {
      letterIds: [(await letterOf(november, people.mill.id))[0]?.id ?? ''],
      verdict: 'met',
    });
    await expect(early).rejects.toMatchObject({ code: 'responsibilities.assessed_early' });
    const january = houseAt(database, '2027-01-01T02:00:00Z');
    await closeCampaign(hq(january), { campaignId });
    expect((await letterOf(january, people.manager.id))[0]?.state).toBe('assessed');
    expect((await letterOf(january, people.mill.id))[0]).toMatchObject({ state: 'expired', endWhy: 'yearOver', endedOn: '2027-01-01' });
    await Promise.all([december.close(), november.close(), january.close()]);
  });

  test('the list is handed out whole, by the branch of whoever asks', async ({ house }) => {
    const rows = async (caller: ReturnType<typeof as>) => (await exportLetters(caller, { withBelow: true, ended: true })).rows.length;

    expect([await rows(hq(house)), await rows(as(house, 'safetyOfficer', units.west))]).toEqual([10, 3]);
  });
});
