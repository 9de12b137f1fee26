import { randomUUID } from 'node:crypto';

import type { Database } from '@changming/database';
import { sql } from 'kysely';
import { expect } from 'vitest';

import type { House } from '../context.ts';
import { given, givenAccount, houseAt, test } from '../testing/index.ts';
import {
  type Callers,
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
  askForDelisting,
  askForExtension,
  askToVoid,
  assignHazard,
  confirmMajor,
  decideOnTreatment,
  decideOnVoid,
  draftTreatment,
  evaluateTreatment,
  listHazard,
  proposeDenial,
  readHazard,
  registerHazard,
  reportHazard,
  startHazard,
  submitHazard,
  sweepHazards,
  tellAuthority,
  tellOfHazard,
} from './index.ts';
import type { HazardAct } from './objections-for.ts';

/** What each notice asks whoever gets it to do; of several, one is enough. Any other notice asks nothing. */
const asks: Readonly<Record<string, readonly HazardAct[]>> = {
  'hazards.reported': ['register', 'confirmMajor'],
  'hazards.triageOverdue': ['register', 'confirmMajor'],
  'hazards.assigned': ['start'],
  'hazards.submitted': ['accept'],
  'hazards.acceptanceOverdue': ['accept'],
  'hazards.majorUnconfirmed': ['confirmMajor'],
  'hazards.denialProposed': ['countersignDenial'],
  'hazards.majorConfirmed': ['tellAuthority'],
  'hazards.treatmentDrafted': ['approveTreatment'],
  'hazards.extensionAsked': ['decideExtension'],
  'hazards.voidAsked': ['decideVoid'],
  'hazards.delistingAsked': ['decideDelisting'],
};

let trade: Trade;
let by: Callers;
let leader: string;
const treatment = { goals: '消除', methods: '改造', funds: 5_000_000, organisation: '设备部', timeLimit: '一个月', safetyMeasures: '停产' };
const plan = (dueOn: string) => planOf(trade, { dueOn, contingency: '停产', waived: [] });

type Queued = { readonly name: string; readonly data: Record<string, unknown> };

/** Every telling of the hazard that waits is handed over, as the worker would; what it has delivered, by notice. */
async function toldOf(owner: Database, house: House, hazardId: string): Promise<Record<string, string[]>> {
  const { rows } = await sql<Queued>`
    with taken as (delete from jobs.job where name = 'hazards.tell' and data ->> 'hazardId' = ${hazardId} returning name, data)
    select * from taken`.execute(owner);
  for (const { data } of rows) await tellOfHazard(house.clockwork(), data as never);
  const delivered = await sql<Queued>`
    with taken as (delete from jobs.job where name = 'notices.deliver' and data ->> 'subjectId' = ${hazardId} returning name, data)
    select * from taken`.execute(owner);
  const told = Map.groupBy(delivered.rows, ({ data }) => data['about'] as string);
  return Object.fromEntries([...told].map(([about, rowsOf]) => [about, personsOf(rowsOf.map(({ data }) => data))]));
}

function personsOf(told: readonly Queued['data'][]): string[] {
  return [...new Set(told.flatMap(({ to }) => (to as { personIds: string[] }).personIds))].toSorted();
}

/** Whoever was asked to act and may not. */
async function askedInVain(told: Readonly<Record<string, readonly string[]>>, hazardId: string): Promise<string[]> {
  const asked = Object.entries(told).flatMap(([about, ids]) => ids.map((id) => ({ about, id, acts: asks[about] ?? [] })));
  const wrong: string[] = [];
  for (const { about, id, acts } of asked.filter((each) => each.acts.length > 0)) {
    const [name] = Object.entries(trade.people).find(([, person]) => person.id === id) ?? [];
    const page = name === undefined ? null : await readHazard(by[name as keyof Callers], { hazardId });
    if (page === null || acts.every((act) => page.objections[act] !== null)) wrong.push(`${about} ${name ?? id}`);
  }
  return wrong;
}

const idsOf = (...names: (keyof Trade['people'])[]) => names.map((name) => trade.people[name].id).toSorted();

type Step = readonly [string, () => Promise<unknown>, Readonly<Record<string, readonly string[]>>];

/** Takes the steps one after another: who is told what, and nobody is asked for what he may not do. */
async function walk(owner: Database, house: House, { hazardId, steps }: { hazardId: string; steps: readonly Step[] }): Promise<void> {
  for (const [step, take, expected] of steps) {
    await take();
    const told = await toldOf(owner, house, hazardId);
    expect(told, step).toEqual(expected);
    expect(await askedInVain(told, hazardId), step).toEqual([]);
  }
}

test('every step of a major hazard is asked of those who may take it; the leader of the group is told, and asked for nothing', async ({
  house,
  database: { owner },
}) => {
  trade = await givenTrade(owner);
  await givenGrants(owner, trade);
  by = callers(house, trade);
  const lead = await given.person(owner, trade.root, { name: '总裁' });
  leader = lead.id;
  const appointed = { id: randomUUID(), person_id: leader, unit_id: trade.root.id, post: 'unitHead' as const, point_id: null };
  await given.arranged(owner, (tx) =>
    tx
      .insertInto('appointments')
      .values({ ...appointed, from_on: '2025-06-01', to_on: null })
      .execute(),
  );
  await givenAccount(owner, { person: lead, role: 'hqLeader', at: trade.root });
  const report = reportOf(trade, { checkItemId: 'FIRE-01' });
  const hazardId = report.id;
  const after = newHash();
  const both = idsOf('hq', 'hqSecond');
  const listing = { level: 'group' as const, issuer: '集团安委会', requirements: '限期整改', dueOn: '2026-02-20' };

  await walk(owner, house, {
    hazardId,
    steps: [
      [
        'reported',
        () => reportHazard(by.worker, report),
        { 'hazards.reported': idsOf('officer', 'millHead'), 'hazards.majorUnconfirmed': idsOf('officer', 'millHead') },
      ],
      ['denial', () => proposeDenial(by.officer, { hazardId, reason: '仅堆物' }), { 'hazards.denialProposed': idsOf('millHead') }],
      [
        'confirmed',
        () => confirmMajor(by.millHead, { hazardId }),
        { 'hazards.majorConfirmed': idsOf('officer'), 'hazards.majorKnown': [...both, ...idsOf('leader'), leader].toSorted() },
      ],
      ['drafted', () => draftTreatment(by.officer, { hazardId, ...treatment }), { 'hazards.treatmentDrafted': both }],
      [
        'returned',
        () => decideOnTreatment(by.hq, { hazardId, granted: false, note: '补充' }),
        { 'hazards.treatmentDecided': idsOf('officer') },
      ],
      ['again', () => draftTreatment(by.hq, { hazardId, ...treatment }), { 'hazards.treatmentDrafted': idsOf('hqSecond') }],
      ['approved', () => decideOnTreatment(by.hqSecond, { hazardId, granted: true }), { 'hazards.treatmentDecided': idsOf('hq') }],
      ['authority', () => tellAuthority(by.officer, { hazardId, authority: '区应急局' }), {}],
      ['registered', () => registerHazard(by.officer, { hazardId, level: 'major' }), {}],
      ['assigned', () => assignHazard(by.officer, { hazardId, plan: plan('2026-03-01') }), { 'hazards.assigned': idsOf('leader') }],
      [
        'listed',
        () => listHazard(by.hq, { hazardId, ...listing, mainPersonId: trade.people.millHead.id }),
        { 'hazards.supervised': idsOf('leader', 'millHead') },
      ],
      ['started', () => startHazard(by.leader, { hazardId }), {}],
      ['void', () => askToVoid(by.leader, { hazardId, kind: 'falseAlarm', reason: '看错' }), { 'hazards.voidAsked': both }],
      ['not void', () => decideOnVoid(by.hq, { hazardId, granted: false, note: '属实' }), { 'hazards.voidDenied': idsOf('leader') }],
      [
        'handed in',
        async () => {
          await submitHazard(by.leader, { hazardId, photos: [after] });
          await givenArrived(owner, hazardId, [...report.photos, after]);
          await evaluateTreatment(by.millHead, { hazardId, evaluation: 'self', note: '合格' });
        },
        { 'hazards.submitted': both },
      ],
      ['accepted', () => acceptHazard(by.hqSecond, { hazardId }), { 'hazards.closed': idsOf('worker', 'leader') }],
      ['delisting', () => askForDelisting(by.hq, { hazardId, reason: '已整改' }), { 'hazards.delistingAsked': idsOf('hqSecond') }],
    ],
  });
});

test('a request is asked one level up, of the nearest who may; somebody further up where the nearest is barred', async ({
  house,
  database: { owner },
}) => {
  const weighty = { level: 'unit', plan: { dueOn: '2026-01-30', contingency: '停机', waived: [] } };
  const { hazardId } = await givenHazard(owner, { trade, by }, 'rectifying', weighty);
  await toldOf(owner, house, hazardId);

  await walk(owner, house, {
    hazardId,
    steps: [
      [
        'extension',
        () => askForExtension(by.leader, { hazardId, toOn: '2026-02-10', reason: '等备件' }),
        { 'hazards.extensionAsked': idsOf('millHead') },
      ],
      ['void', () => askToVoid(by.millHead, { hazardId, kind: 'falseAlarm', reason: '看错' }), { 'hazards.voidAsked': idsOf('eastHead') }],
    ],
  });
});

test('the page names whom the notice asks: those who hold the grant, whoever holds the post', async ({ house, database: { owner } }) => {
  const { id: deputy, ...person } = await given.person(owner, trade.mill, { name: '代班员' });
  await givenAccount(owner, { person: { id: deputy, ...person }, role: 'safetyOfficer', at: trade.workshop });
  const post = { id: randomUUID(), person_id: trade.people.worker.id, unit_id: trade.workshop.id, post: 'safetyOfficer' as const };
  await given.arranged(owner, (tx) =>
    tx
      .insertInto('appointments')
      .values({ ...post, point_id: null, from_on: '2025-06-01', to_on: null })
      .execute(),
  );
  const asked = async (hazardId: string, reader = by.officer) => {
    const { holder } = await readHazard(reader, { hazardId });
    return [holder?.duty, holder?.at, holder?.persons.map(({ id }) => id)];
  };
  const { hazardId, before, after } = await givenHazard(owner, { trade, by }, 'submitted');
  const told = await toldOf(owner, house, hazardId);
  await givenArrived(owner, hazardId, [...before, after]);

  expect(told).toMatchObject({ 'hazards.reported': [deputy], 'hazards.submitted': [deputy] });
  expect(await asked(hazardId)).toEqual(['acceptance', 'unit', [deputy]]);

  await askToVoid(by.leader, { hazardId, kind: 'falseAlarm', reason: '看错' });
  expect(await toldOf(owner, house, hazardId)).toEqual({ 'hazards.voidAsked': idsOf('millHead') });
  expect(await asked(hazardId)).toEqual(['voiding', 'above', idsOf('millHead')]);
  expect(await asked(hazardId, by.leader), 'whoever does not see those above reads that it lies with them').toEqual([
    'voiding',
    'above',
    [],
  ]);
  expect((await readHazard(by.leader, { hazardId })).holder?.from, 'and from which unit upwards').toBe('东城一厂');
  expect((await readHazard(by.officer, { hazardId })).holder?.from, 'whom one sees one needs no unit for').toBeNull();
  await owner.updateTable('accounts').set({ disabled_at: new Date() }).where('person_id', '=', deputy).execute();
});

test('what is late is asked of those who may, and those above are told in words that ask nothing', async ({ house, database }) => {
  const { owner } = database;
  const report = reportOf(trade, { checkItemId: 'FIRE-01' });
  await reportHazard(by.worker, report);
  await toldOf(owner, house, report.id);
  const then = houseAt(database, '2026-01-30T02:00:00Z');
  await sweepHazards(then.clockwork(), { rule: 'majorUnanswered' });

  const told = await toldOf(owner, then, report.id);
  await then.close();

  expect(told).toEqual({
    'hazards.majorUnconfirmed': idsOf('officer', 'millHead'),
    'hazards.majorLate': [...idsOf('hq', 'hqSecond', 'millHead'), leader].toSorted(),
  });
  expect(await askedInVain(told, report.id)).toEqual([]);
});

test('where nobody may take a step, those who grant are told, and nobody is asked for it', async ({ house, database: { owner } }) => {
  const grantor = await given.person(owner, trade.root, { name: '授权员' });
  await givenAccount(owner, { person: grantor, role: 'securityAdmin', at: trade.root });
  const { hazardId } = await givenHazard(owner, { trade, by }, 'rectifying');
  await toldOf(owner, house, hazardId);
  await owner
    .updateTable('accounts')
    .set({ disabled_at: new Date('2026-01-19T00:00:00Z') })
    .where('person_id', '!=', grantor.id)
    .execute();

  await askToVoid(by.leader, { hazardId, kind: 'falseAlarm', reason: '看错' });

  expect(await toldOf(owner, house, hazardId)).toEqual({ 'hazards.nobodyMay': [grantor.id] });
});
