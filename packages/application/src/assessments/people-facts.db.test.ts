import type { Database } from '@changming/database';
import { comprehensiveV1, factTables, type FactRow, type FactTable, measured, prepare, windowOf } from '@changming/domain/assessments';
import { periodNamed, startOf } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { given, test } from '../testing/index.ts';
import { factSources } from './fact-sources.ts';
import { measureAll } from './measure-all.ts';
import { measurePass } from './measure-pass.ts';
import { recordsOf } from './record-query.ts';
import type { Scope } from './scope-rows.ts';
import { peopleRowsOf } from './testing/given-people-rows.ts';
import { rowsOf } from './testing/given-prevention-rows.ts';

const known = { knownAt: startOf('2026-04-09'), openingAt: startOf('2026-09-01') };
const window = windowOf(periodNamed('2026Q1') ?? { from: '', until: '' }, '2026-04-08');
const { measures, indicators, suggestions } = prepare(comprehensiveV1);

/** The factory with its workshop has a score, as have the companies above. */
async function arrange(owner: Database) {
  const units = await given.group(owner);
  const { east, west, mill, workshop, farMill } = units;
  const scopes: Scope[] = [
    { unitId: east.id, headId: east.id, aboveId: null },
    { unitId: mill.id, headId: mill.id, aboveId: east.id },
    { unitId: workshop.id, headId: mill.id, aboveId: east.id },
    { unitId: west.id, headId: west.id, aboveId: null },
    { unitId: farMill.id, headId: farMill.id, aboveId: west.id },
  ];
  return { ...units, scopes, people: peopleRowsOf(owner), rows: rowsOf(owner) };
}
type Arranged = Awaited<ReturnType<typeof arrange>>;

/** What each measure of an indicator comes to over a scope. */
async function sumsOf(owner: Database, { scopes }: Pick<Arranged, 'scopes'>, [headId, code]: readonly [string, string]) {
  const slots = indicators.find(({ of }) => of.code === code)?.slots ?? [];
  const mine = slots.flatMap(([, at]) => measures[at] ?? []);
  const { units } = await measureAll(owner as never, { measures: mine, window, known, scopes });
  const members = scopes.flatMap((scope) => (scope.headId === headId ? [scope.unitId] : []));
  const total = (at: number) => members.reduce((sum, id) => sum + (units.get(id)?.amounts[at] ?? 0), 0);
  return Object.fromEntries(slots.map(([name], at) => [name, total(at)]));
}

async function factsOf(owner: Database, table: FactTable, scopes: readonly Scope[]): Promise<FactRow[]> {
  const columns = new Set(Object.keys(factTables[table]));
  const { rows } = await sql<Record<string, never>>`select * from (${factSources[table]({ ...known, window, columns, scopes })}) f`.execute(
    owner,
  );
  return rows.map(({ unit_id: unitId, ...row }) => ({ ...row, unitId }) as unknown as FactRow);
}

const peopleTables = [
  'scopes',
  'scopeMonths',
  'incidents',
  'accidentsBelow',
  'letters',
  'leaderDuties',
  'ledInspections',
  'newcomers',
] as const;
const otherTables = ['transfers', 'trainingYears', 'certifiedPersons', 'certifiedLows', 'violations', 'reporters'] as const;

describe('people and events as they were known at the cut-off', () => {
  test('come to what a person counts by hand', async ({ database: { owner } }) => {
    const world = await arrange(owner);
    await events(owner, world);
    await responsibilities(owner, world);
    await staffing(owner, world);
    await learning(owner, world);
    await certificates(owner, world);
    await violations(owner, world);
  });

  test('are counted alike row by row, in one pass, and for one scope alone', async ({ database: { owner } }) => {
    const scopes = await scopesNow(owner);
    for (const table of [...peopleTables, ...otherTables]) {
      const mine = measures.filter((measure) => measure.table === table);
      const facts = await factsOf(owner, table, scopes);
      expect([table, facts.length > 0, new Set(facts.map(({ id }) => id)).size]).toEqual([table, true, facts.length]);
      const { units: found } = await measurePass(owner as never, table, { measures: mine, window, known, scopes });
      for (const { headId } of scopes) {
        const own = scopes.filter((scope) => scope.headId === headId).map((scope) => ({ ...scope, aboveId: null }));
        const unitIds = own.map(({ unitId }) => unitId);
        const rows = facts.filter(({ unitId }) => unitIds.includes(unitId));
        const amounts = mine.map((_, at) => unitIds.reduce((sum, id) => sum + (found.get(id)?.[at]?.amount ?? 0), 0));
        expect(amounts).toEqual(mine.map((measure) => measured(measure, rows, window)));
        if (table === 'accidentsBelow') continue;
        const { rows: records } = await recordsOf(table, mine, { ...known, window, unitIds, scopes: own }).execute(owner);
        expect(records.map((record) => record.id).toSorted()).toEqual(
          rows
            .filter((row) => mine.some((measure) => measured({ table, where: measure.where }, [row], window) > 0))
            .map((row) => row.id)
            .toSorted(),
        );
        for (const unitId of unitIds) {
          const { rows: alone } = await recordsOf(table, mine, { ...known, window, unitIds: [unitId], scopes: own }).execute(owner);
          const there = records.filter((record) => record.unit_id === unitId);
          expect(alone.map(({ id }) => id).toSorted()).toEqual(there.map(({ id }) => id).toSorted());
          expect(found.get(unitId)?.some(({ print }) => print !== 0) ?? false).toBe(there.length > 0);
        }
      }
    }
  });
});

/** The scopes of the first test, from the units it left. */
async function scopesNow(owner: Database): Promise<Scope[]> {
  const units = await owner.selectFrom('units').select(['id', 'kind', 'parent_id']).where('kind', '<>', 'group').execute();
  return units.map(({ id, kind, parent_id: parentId }) => {
    if (kind === 'subsidiary') return { unitId: id, headId: id, aboveId: null };
    const headId = kind === 'workshop' ? (parentId ?? id) : id;
    return { unitId: id, headId, aboveId: kind === 'workshop' ? (units.find((each) => each.id === headId)?.parent_id ?? null) : parentId };
  });
}

async function events(owner: Database, world: Arranged): Promise<void> {
  const { mill, workshop, farMill, west, people } = world;
  const minor = await people.incident(workshop.id, '2026-02-03', { event_class: 'minorInjury', minor: 2, responsibility: 'unit' });
  await people.clock(minor, workshop.id, ['hqPhone', '2026-02-04', '2026-02-03']);
  const fire = await people.incident(mill.id, '2026-02-10', { event_class: 'realFire', fire: true, loss_fen: 1_000_000 });
  await people.clock(fire, mill.id, ['hqRecord', '2026-02-11', '2026-02-12']);
  await people.incident(mill.id, '2026-02-11', { event_class: 'property', loss_fen: 10_000_000, responsibility: 'shared' });
  await people.incident(mill.id, '2026-02-12', { event_class: 'property', loss_fen: 9_999_999, responsibility: 'unit' });
  await people.incident(mill.id, '2026-03-01', { state: 'reclassifiedNonProduction', deaths: 1, responsibility: 'unit' });
  await people.incident(mill.id, '2026-03-02', { state: 'cancelledDuplicate', duplicate_of_id: fire });
  await people.incident(mill.id, '2026-03-03', { minor: 1, responsibility: 'unit' }, '2026-04-10');
  await people.incident(mill.id, '2025-05-01', { event_class: 'statutory', serious: 1, responsibility: 'none' });
  await people.incident(mill.id, '2026-03-04', { state: 'reported' });
  const death = await people.incident(farMill.id, '2026-03-05', { event_class: 'statutory', deaths: 1, grade: 'ordinary' });
  await people.update('2026-03-20', 'incidents', { id: death, responsibility: 'unit' });
  await people.clock(death, farMill.id, ['county', '2026-03-06', null]);
  await people.finding(death, 'late', false, '2026-03-21');

  expect(await sumsOf(owner, world, [mill.id, 'A1'])).toEqual({
    accidents: 5,
    undecided: 2,
    minor: 2,
    serious: 0,
    deaths: 0,
    fires: 1,
    properties: 1,
    harmful: 3,
  });
  expect(await sumsOf(owner, world, [farMill.id, 'A1'])).toMatchObject({ deaths: 1, undecided: 0 });
  expect(await sumsOf(owner, world, [mill.id, 'A2'])).toMatchObject({ minor: 2, serious: 1, hurting: 2, months: 12 });
  expect(await sumsOf(owner, world, [mill.id, 'A3'])).toEqual({ reportable: 4, inTime: 3, late: 1, falsified: 0 });
  expect(await suggestedFor(owner, world, farMill.id)).toEqual(['V1']);
  expect(await suggestedFor(owner, world, west.id)).toEqual(['childFatality']);
  expect(await suggestedFor(owner, world, mill.id)).toEqual([]);
  await people.finding(death, 'concealed', true, '2026-03-22');
  expect(await suggestedFor(owner, world, farMill.id)).toEqual(['V1', 'V3']);
  expect(await sumsOf(owner, world, [farMill.id, 'A3'])).toEqual({ reportable: 1, inTime: 0, late: 1, falsified: 1 });
}

async function suggestedFor(owner: Database, { scopes }: Arranged, headId: string): Promise<string[]> {
  const mine = suggestions.map(({ at }) => measures[at]).flatMap((measure) => measure ?? []);
  const { units } = await measureAll(owner as never, { measures: mine, window, known, scopes });
  return suggestions.filter((_, at) => (units.get(headId)?.amounts[at] ?? 0) > 0).map(({ code }) => code);
}

async function responsibilities(owner: Database, world: Arranged): Promise<void> {
  const { root, mill, workshop, people, rows } = world;
  const [head, worker, fresh, late, gone] = [
    await given.person(owner, mill),
    await given.person(owner, workshop),
    await given.person(owner, workshop, { hired_on: '2026-03-17' }),
    await given.person(owner, workshop, { hired_on: '2026-03-16' }),
    await given.person(owner, workshop, { left_on: '2026-03-31' }),
  ];
  const campaign = await people.campaign(root.id, 2026);
  const signed = (on: string) => ({ state: 'signed', signed_on: on, signed_at: startOf(on) });
  await people.letter(campaign, mill.id, head.id, signed('2026-01-10'));
  await people.letter(campaign, workshop.id, worker.id, signed('2026-04-01'));
  await people.letter(campaign, workshop.id, gone.id, signed('2026-01-10'));
  const moved = { state: 'superseded', ended_on: '2026-03-20', ended_at: startOf('2026-03-20'), end_why: 'moved' };
  await people.letter(campaign, workshop.id, late.id, {
    ...signed('2026-03-18'),
    ...moved,
    cause: 'joined',
    owed_from: '2026-03-16',
    due_on: '2026-03-31',
  });
  await people.letter(campaign, mill.id, late.id, { cause: 'moved', owed_from: '2026-03-20', due_on: '2026-04-04' });
  /** The head has signed; the worker did so after the last day; whoever came or moved within 15 days of it owes none yet. */
  expect(await sumsOf(owner, world, [mill.id, 'B1'])).toEqual({ required: 2, signed: 1, unsigned: 1 });
  expect((await factsOf(owner, 'letters', world.scopes)).find(({ id }) => id === fresh.id)).toMatchObject({ requiredOn: '2026-04-01' });

  const of = { unitId: mill.id, personId: head.id, appointmentId: await people.appointment(head.id, mill.id, 'unitHead') };
  await people.duty(of, ['2026-01-31', '2026-01-31']);
  await people.duty(of, ['2026-02-28', '2026-03-02']);
  await people.duty(of, ['2026-03-31', '2026-03-31', '2026-04-10']);
  await people.duty(of, ['2026-03-30', null], { waived_at: startOf('2026-03-20'), waived_on: '2026-03-20', waived_why: 'away' });
  await people.duty(of, ['2026-03-29', null], { post: 'teamLeader' });
  expect(await sumsOf(owner, world, [mill.id, 'B2'])).toEqual({ due: 3, onTime: 1, late: 1, open: 0, missed: 2, opened: 0 });

  const plan = await rows.plan(mill.id, 'inspection');
  const made = (on: string) => rows.occurrence(plan, workshop.id, on);
  await people.result(await made('2026-02-01'), workshop.id, [head.id, '2026-02-01'], true);
  await people.result(await made('2026-02-02'), workshop.id, [head.id, '2026-02-02'], false);
  await people.result(await made('2026-02-03'), workshop.id, [worker.id, '2026-02-03'], true);
  expect(await sumsOf(owner, world, [mill.id, 'B3'])).toEqual({ led: 1, unproven: 1, months: 3, highRiskMonths: 0 });
}

async function staffing(owner: Database, world: Arranged): Promise<void> {
  const { east, mill, workshop, people } = world;
  for (const [monthEnd, over] of [
    ['2026-01-31', {}],
    ['2026-02-28', { compliant: false, high_risk: true }],
    ['2026-03-31', { recorded_at: startOf('2026-04-10') }],
  ] as const)
    await people.staffing(mill.id, monthEnd, over);
  await people.staffing(east.id, '2026-01-31', { headcount: 900 });
  expect(await sumsOf(owner, world, [mill.id, 'B4'])).toEqual({ months: 2, staffed: 1, unstaffed: 1 });
  expect(await sumsOf(owner, world, [mill.id, 'B3'])).toMatchObject({ months: 3, highRiskMonths: 1 });
  const months = await factsOf(owner, 'scopeMonths', world.scopes);
  const peopleOf = (unitId: string, monthOn: string) =>
    months.find((row) => row.unitId === unitId && row['monthOn'] === monthOn)?.['headcount'];
  /** Those of the factory do not count with the company above it; where nobody has told, the persons there are counted. */
  expect([peopleOf(east.id, '2026-01-31'), peopleOf(mill.id, '2026-01-31'), peopleOf(mill.id, '2026-03-31')]).toEqual([420, 480, 4]);

  const [one, other] = [await given.person(owner, workshop), await given.person(owner, workshop)];
  await people.hazard(workshop.id, one.id, '2026-02-01');
  await people.hazard(mill.id, one.id, '2026-02-02');
  await people.hazard(mill.id, other.id, '2026-02-03', { stage: 'void' });
  await people.hazard(mill.id, null, '2026-02-04', { anonymous: true });
  await people.hazard(mill.id, other.id, '2026-02-05', { source: 'selfCheck' });
  expect(await sumsOf(owner, world, [mill.id, 'H4'])).toMatchObject({ reporters: 1, months: 3, monthly: 0 });
}

async function learning(owner: Database, world: Arranged): Promise<void> {
  const { mill, farMill, people } = world;
  const [trained, half, left, moved, veteran, newcomer] = [
    await given.person(owner, farMill, { hired_on: '2026-02-02' }),
    await given.person(owner, farMill, { hired_on: '2026-02-02' }),
    await given.person(owner, farMill, { hired_on: '2026-02-02', left_on: '2026-02-05' }),
    await given.person(owner, farMill, { hired_on: '2019-01-01' }),
    await given.person(owner, farMill, { hired_on: '2019-01-01' }),
    await given.person(owner, farMill, { hired_on: '2026-03-01' }),
  ];
  await people.owed(trained.id, farMill.id, ['joined', '2026-02-02', '2026-02-05'], ['2026-02-03', '2026-02-04', '2026-02-05']);
  await people.owed(half.id, farMill.id, ['joined', '2026-02-02', '2026-02-05'], ['2026-02-03', null, null]);
  await people.owed(left.id, farMill.id, ['joined', '2026-02-02', '2026-02-05'], [null, null, null]);
  await people.owed(moved.id, mill.id, ['moved', '2026-03-02', '2026-03-04'], ['2026-03-04', '2026-03-05']);
  expect(await sumsOf(owner, world, [farMill.id, 'E1'])).toEqual({ joined: 2, trained: 1, untrained: 1 });
  expect(await sumsOf(owner, world, [mill.id, 'E2'])).toEqual({ moved: 1, trained: 0, untrained: 1 });

  await people.terms(farMill.id, [24, 8]);
  const session = await people.session(farMill.id);
  /** A quarter of 8 hours for those who have been there, all 24 for those who came this year. */
  await people.credit(session, farMill.id, [veteran.id, '2026-03-31', 2]);
  const wrong = await people.credit(session, farMill.id, [moved.id, '2026-03-01', 2]);
  await people.credit(session, farMill.id, [moved.id, '2026-03-01', 1.5], {
    corrects_id: wrong,
    reason: '早退',
    recorded_at: startOf('2026-03-02'),
  });
  await people.credit(session, farMill.id, [newcomer.id, '2026-03-02', 23]);
  await people.credit(session, farMill.id, [trained.id, '2026-02-05', 24]);
  await people.credit(session, farMill.id, [half.id, '2026-02-05', 24], { recorded_at: startOf('2026-04-10') });
  expect(await sumsOf(owner, world, [farMill.id, 'E3'])).toEqual({ required: 5, met: 2, short: 3 });
  /** What is asked from May on changes nothing for a run that was read before, and a good deal for one that is read later. */
  await people.terms(farMill.id, [24, 80], '2026-09-02');
  expect(await sumsOf(owner, world, [farMill.id, 'E3'])).toMatchObject({ met: 2 });
}

async function certificates(owner: Database, world: Arranged): Promise<void> {
  const { mill, workshop, people } = world;
  const [a, b, c] = [await given.person(owner, mill), await given.person(owner, mill), await given.person(owner, workshop)];
  await people.certifiedPost(a.id, mill.id, '2025-01-01');
  await people.certifiedPost(b.id, mill.id, '2026-02-01', '2026-03-01');
  await people.certifiedPost(c.id, workshop.id, '2026-03-10');
  await people.certificate(a.id, ['2023-01-01', '2026-02-14']);
  await people.certificate(a.id, ['2026-02-16', '2030-02-15']);
  await people.certificate(b.id, ['2023-01-01', '2028-12-31'], { revoked_on: '2026-02-28', revoked_why: '伪造' });
  await people.certificate(c.id, ['2023-01-01', '2028-12-31', '2026-04-10']);
  /** On 15 February one of two was certified; from 10 March on too, and on the last of February: the first such day tells. */
  expect(await sumsOf(owner, world, [mill.id, 'E4'])).toEqual({ rostered: 2, certified: 1, persons: 3, kept: 0, lapsed: 3 });
  expect(await factsOf(owner, 'certifiedLows', world.scopes)).toMatchObject([{ unitId: mill.id, onDay: '2026-02-15' }]);
}

async function violations(owner: Database, world: Arranged): Promise<void> {
  const { mill, workshop, people } = world;
  const person = await given.person(owner, workshop);
  const handled = (on: string) => ({ handling: 'education', handled_on: on, re_educated_on: on, re_educated_how: 'talk' });
  await people.violation(workshop.id, person.id, '2026-02-01', handled('2026-02-16'));
  await people.violation(workshop.id, person.id, '2026-02-02', handled('2026-02-18'));
  await people.violation(workshop.id, person.id, '2026-02-03', { voided_at: startOf('2026-02-04'), void_reason: '误记' });
  await people.violation(workshop.id, person.id, '2026-03-17');
  for (const on of ['2026-01-31', '2026-03-01']) await people.behaviourCheck(workshop.id, on);
  await people.behaviourCheck(mill.id, '2026-02-10', '2026-04-10');
  expect(await sumsOf(owner, world, [mill.id, 'E5'])).toEqual({ due: 2, closed: 1, missed: 1, unchecked: 1 });
  await violationsOfLeavers(owner, world);
}

/** Once each, where they belonged when it was found: who left on the next day or went elsewhere counts on, who had left by then does not. */
async function violationsOfLeavers(owner: Database, world: Arranged): Promise<void> {
  const { mill, farMill, workshop, people } = world;
  const closed = { handling: 'education', handled_on: '2026-02-11', re_educated_on: '2026-02-11', re_educated_how: 'talk' };
  const leaver = await given.person(owner, workshop, { left_on: '2026-02-11' });
  const mover = await given.person(owner, farMill);
  await people.violation(workshop.id, leaver.id, '2026-02-10', closed);
  await people.violation(workshop.id, leaver.id, '2026-02-10');
  await people.violation(workshop.id, mover.id, '2026-02-10', closed);
  const after = await people.violation(workshop.id, leaver.id, '2026-02-11');
  const learntLate = await people.violation(workshop.id, leaver.id, '2026-02-11');
  await people.doubt(workshop.id, after, '2026-04-08');
  await people.doubt(workshop.id, learntLate, '2026-04-10');
  expect(await sumsOf(owner, world, [mill.id, 'E5'])).toMatchObject({ due: 6, closed: 3, missed: 3 });
  expect(await sumsOf(owner, world, [farMill.id, 'E5'])).toMatchObject({ due: 0, closed: 0, missed: 0 });
}
