import { describe, expect } from 'vitest';

import { as, type Given, given, houseAt, test } from '../testing/index.ts';
import {
  approvePlan,
  cancelSession,
  closeSession,
  correctCredit,
  createSession,
  dismissPeople,
  draftPlan,
  editSession,
  expectPeople,
  exportAttendance,
  exportSessions,
  keepCourse,
  listCourses,
  listPlans,
  listSessions,
  markAttendance,
  readMyTraining,
  readPlan,
  readSession,
  recordQuickSession,
  retireCourse,
  setPlanLines,
  signIn,
} from './index.ts';

const page = { withBelow: true, limit: 50 } as const;
const fire = {
  category: 'fire' as const,
  title: '消防器材使用',
  topics: ['灭火器'],
  startsAt: '2026-01-20T00:00:00Z',
  endsAt: '2026-01-20T01:30:00Z',
  classHours: 2,
  place: '培训室',
  trainer: '李安',
};

let stage: Given & { readonly people: Record<'officer' | 'leader' | 'one' | 'two' | 'far', string> };

async function arrange(owner: Parameters<typeof given.group>[0]) {
  const group = await given.group(owner);
  const at = async (where: (typeof group)['mill'], name: string, no: string) =>
    (await given.person(owner, where, { name, staff_no: no })).id;
  const { mill, workshop, farMill } = group;
  const people = {
    officer: await at(mill, '李安', 'A001'),
    leader: await at(workshop, '王班', 'A002'),
    one: await at(workshop, '张一', 'A003'),
    two: await at(workshop, '赵二', 'A004'),
    far: await at(farMill, '钱外', 'B001'),
  };
  stage = { ...group, people };
  return stage;
}

describe('a session', () => {
  test('is arranged for people picked by unit and by 工号, signed in to, ticked and closed; then it stands as it is', async ({
    house,
    database,
  }) => {
    const { mill, workshop, people, west } = await arrange(database.owner);
    const officer = as(house, 'safetyOfficer', mill, people.officer);
    const audience = { unitIds: [workshop.id], staffNos: ['A001'] };
    const { id, expected } = await createSession(officer, { unitId: mill.id, ...fire, assessed: true, audience });
    expect(expected).toBe(4);
    await expect(expectPeople(officer, { sessionId: id, audience: { staffNos: ['B001'] } })).rejects.toMatchObject({
      code: 'training.person_not_found',
    });
    expect(await dismissPeople(officer, { sessionId: id, personIds: [people.officer] })).toEqual({ dismissed: 1 });

    const atDoor = (at: string, person: string) => as(houseAt(database, at), 'worker', workshop, person);
    const shownAt = async (at: string) =>
      (await readSession(as(houseAt(database, at), 'safetyOfficer', mill, people.officer), { sessionId: id })).code ?? '';
    const scan = async (at: string, person: string, over: { out?: boolean; code?: string } = {}) =>
      signIn(atDoor(at, person), { code: await shownAt(at), ...over });
    await expect(scan('2026-01-19T23:29:00Z', people.one)).rejects.toMatchObject({ code: 'training.too_early' });
    await expect(scan('2026-01-20T00:00:00Z', people.one, { out: true })).rejects.toMatchObject({ code: 'training.sign_in_first' });
    // What was shown until a moment ago still serves a slow phone; a picture that was passed on does not.
    const passedOn = await shownAt('2026-01-19T23:53:15Z');
    await expect(scan('2026-01-19T23:54:45Z', people.one, { code: passedOn })).rejects.toMatchObject({ code: 'training.code_stale' });
    await expect(scan('2026-01-19T23:53:15Z', people.one, { code: `${passedOn.slice(0, -1)}_` })).rejects.toMatchObject({
      code: 'training.code_unknown',
    });
    await scan('2026-01-19T23:54:44Z', people.one, { code: passedOn });
    await scan('2026-01-20T00:46:00Z', people.one, { out: true });
    const stranger = houseAt(database, '2026-01-20T00:00:00Z').callerFor({ personId: people.far, accountId: null, grants: [] });
    const shown = await shownAt('2026-01-20T00:00:00Z');
    await expect(signIn(stranger, { code: shown })).rejects.toMatchObject({ kind: 'forbidden', code: 'training.person_not_expected' });
    await expect(signIn(stranger, { code: 'not-a-code' })).rejects.toMatchObject({ code: 'training.code_unknown' });
    expect((await readMyTraining(as(house, 'worker', workshop, people.one), {})).upcoming).toMatchObject([{ id, title: fire.title }]);

    const passed = { present: true, result: 'passed', score: 92 } as const;
    await markAttendance(officer, {
      sessionId: id,
      marks: [
        { personId: people.leader, ...passed },
        { personId: people.two, present: false },
      ],
    });
    await expect(closeSession(officer, { sessionId: id })).rejects.toMatchObject({ code: 'training.result_missing' });
    await markAttendance(officer, { sessionId: id, marks: [{ personId: people.one, present: true, result: 'failed', score: 60 }] });
    await markAttendance(officer, { sessionId: id, marks: [{ personId: people.one, present: true, result: 'failed', score: 61 }] });
    const marked = await database.owner
      .selectFrom('trail')
      .select(['before', 'after'])
      .where('subject_id', '=', id)
      .where('verb', '=', 'training.mark')
      .execute();
    const one = marked.flatMap(({ before, after }) => {
      const lines = [before, after].map((each) => Object.entries(each ?? {}).find(([who]) => who.startsWith('张一'))?.[1]);
      return lines[1] === undefined ? [] : [lines.map((line) => (line as unknown[]).slice(-2))];
    });
    expect(one).toContainEqual([
      ['failed', 60],
      ['failed', 61],
    ]);
    expect(await closeSession(officer, { sessionId: id })).toEqual({ id, attended: 2 });

    const closed = await readSession(officer, { sessionId: id });
    expect(closed).toMatchObject({ state: 'closed', heldOn: '2026-01-20', code: null });
    expect(Object.fromEntries(closed.people.map(({ name, classHours, result }) => [name, [classHours, result]]))).toEqual({
      王班: [2, 'passed'],
      张一: [1, 'failed'],
      赵二: [0, null],
    });
    await expect(markAttendance(officer, { sessionId: id, marks: [{ personId: people.two, present: true }] })).rejects.toMatchObject({
      code: 'training.not_planned',
    });
    const roll = await exportAttendance(officer, { sessionId: id });
    expect(roll).toMatchObject({ session: { title: fire.title, state: 'closed' }, people: { length: 3 } });
    const january = { from: '2026-01-20', to: '2026-01-20' };
    const { rows: lines } = await exportSessions(officer, { unitId: mill.id, ...january });
    expect(lines.map(({ name, way, classHours }) => [name, way, classHours])).toEqual(
      expect.arrayContaining([
        ['张一', 'scan', 1],
        ['赵二', null, 0],
      ]),
    );
    const farOfficer = as(house, 'safetyOfficer', stage.farMill, people.far);
    await expect(exportAttendance(farOfficer, { sessionId: id })).rejects.toMatchObject({ kind: 'missing' });
    expect((await exportSessions(farOfficer, january)).rows).toEqual([]);
    const told = await database.owner.selectFrom('trail').select(['verb', 'after']).where('verb', 'like', 'training.export%').execute();
    expect(told).toContainEqual({ verb: 'training.exportAttendance', after: expect.objectContaining({ rows: 3 }) });

    const creditId = closed.people.find(({ name }) => name === '张一')?.creditId ?? '';
    const right = { creditId, attended: true, classHours: 2, result: 'passed', score: 85, reason: '签退扫码故障，现场有照片' } as const;
    await expect(correctCredit(officer, { ...right, classHours: 2.5 })).rejects.toMatchObject({ code: 'training.hours_above_session' });
    await correctCredit(officer, right);
    await expect(correctCredit(officer, right)).rejects.toMatchObject({ code: 'training.credit_superseded' });
    expect((await readSession(officer, { sessionId: id })).people.find(({ name }) => name === '张一')).toMatchObject({
      classHours: 2,
      result: 'passed',
      corrected: true,
    });
    const verbs = await database.owner.selectFrom('trail').select('verb').where('subject_id', '=', id).execute();
    expect(new Set(verbs.map(({ verb }) => verb))).toEqual(
      new Set([
        'training.createSession',
        'training.dismiss',
        'training.signIn',
        'training.mark',
        'training.closeSession',
        'training.exportAttendance',
        'training.correctCredit',
      ]),
    );

    const outside = as(house, 'safetyOfficer', west);
    expect(await listSessions(outside, page)).toMatchObject({ items: [] });
    for (const attempt of [
      () => readSession(outside, { sessionId: id }),
      () => createSession(outside, { unitId: mill.id, ...fire }),
      () => expectPeople(outside, { sessionId: id, audience }),
      () => dismissPeople(outside, { sessionId: id, personIds: [people.one] }),
      () => markAttendance(outside, { sessionId: id, marks: [{ personId: people.one, present: true }] }),
      () => closeSession(outside, { sessionId: id }),
      () => cancelSession(outside, { sessionId: id, reason: '不' }),
      () => editSession(outside, { sessionId: id, version: 1, ...fire }),
      () => correctCredit(outside, { creditId, attended: true, classHours: 2, reason: '不' }),
      () =>
        recordQuickSession(outside, {
          unitId: workshop.id,
          category: 'shiftMeeting',
          title: '班前会',
          startedAt: fire.startsAt,
          minutes: 15,
          presentIds: [people.far],
        }),
    ])
      await expect(attempt()).rejects.toMatchObject({ kind: 'missing' });
  });

  test('is edited and cancelled while it is planned, needs a level where the law has three, and an end after its beginning', async ({
    house,
  }) => {
    const { mill, people } = stage;
    const officer = as(house, 'safetyOfficer', mill, people.officer);
    const { id } = await createSession(officer, { unitId: mill.id, ...fire });
    const refusals = [{ category: 'threeLevel' }, { level: 'team' }, { endsAt: fire.startsAt }, { classHours: 2.5 }].map((over) =>
      createSession(officer, { unitId: mill.id, ...fire, ...(over as object) }).catch((error: { code: string }) => error.code),
    );

    expect(await Promise.all(refusals)).toEqual([
      'training.level_needed',
      'training.level_unwanted',
      'training.times_reversed',
      'training.hours_above_time',
    ]);
    await expect(closeSession(officer, { sessionId: id })).rejects.toMatchObject({ code: 'training.nobody_present' });
    expect(await editSession(officer, { sessionId: id, version: 1, ...fire, title: '消防演练' })).toEqual({ id, version: 2 });
    await expect(editSession(officer, { sessionId: id, version: 1, ...fire })).rejects.toMatchObject({ code: 'request.stale' });
    await cancelSession(officer, { sessionId: id, reason: '设备检修' });
    await expect(cancelSession(officer, { sessionId: id, reason: '再' })).rejects.toMatchObject({ code: 'training.not_planned' });
    expect(await listSessions(officer, { ...page, state: ['cancelled'] })).toMatchObject({ items: [{ id, title: '消防演练' }] });
  });

  test('a shift meeting is one go, and sending it twice records it once', async ({ house }) => {
    const { workshop, people } = stage;
    const leader = as(house, 'teamLeader', workshop, people.leader);
    const meeting = {
      id: '01900000-0000-7000-8000-00000000aa01',
      unitId: workshop.id,
      category: 'shiftMeeting' as const,
      title: '班前会',
      startedAt: '2026-01-20T00:00:00Z',
      minutes: 23,
      presentIds: [people.leader, people.one],
      absentIds: [people.two],
    };

    expect(await recordQuickSession(leader, meeting)).toMatchObject({ attended: 2 });
    expect(await recordQuickSession(leader, meeting)).toMatchObject({ id: meeting.id, attended: 0 });
    await expect(recordQuickSession(leader, { ...meeting, id: undefined, startedAt: '2026-01-20T03:00:00Z' })).rejects.toMatchObject({
      code: 'training.not_begun',
    });
    const { people: there } = await readSession(leader, { sessionId: meeting.id });
    expect(Object.fromEntries(there.map(({ name, classHours }) => [name, classHours]))).toEqual({ 张一: 0.5, 王班: 0.5, 赵二: 0 });
    await expect(recordQuickSession(as(house, 'worker', workshop, people.one), meeting)).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('courses and plans', () => {
  test('a course is kept in its branch, taken below and retired', async ({ house }) => {
    const { root, mill, workshop, west, people } = stage;
    const [hq, officer, outside] = [
      as(house, 'hqSafety', root),
      as(house, 'safetyOfficer', mill, people.officer),
      as(house, 'safetyOfficer', west),
    ];
    const { id } = await keepCourse(hq, { unitId: root.id, name: '三级教育厂级', category: 'threeLevel', level: 'company', classHours: 8 });

    expect((await listCourses(officer, { unitId: workshop.id })).items).toMatchObject([{ id, classHours: 8 }]);
    await expect(keepCourse(officer, { id, unitId: mill.id, name: '改', category: 'fire', classHours: 2 })).rejects.toMatchObject({
      kind: 'missing',
    });
    await expect(retireCourse(outside, { courseId: id, on: '2026-01-20' })).rejects.toMatchObject({ kind: 'missing' });
    await retireCourse(hq, { courseId: id, on: '2026-01-20' });
    await expect(createSession(officer, { unitId: mill.id, ...fire, courseId: id })).rejects.toMatchObject({
      code: 'training.course_not_found',
    });
  });

  test('a plan is drafted once a year and unit, approved when it holds something, and then stands', async ({ house }) => {
    const { mill, west, people } = stage;
    const [officer, head, outside] = [
      as(house, 'safetyOfficer', mill, people.officer),
      as(house, 'unitHead', mill, people.leader),
      as(house, 'unitHead', west),
    ];
    const { id } = await draftPlan(officer, { unitId: mill.id, year: 2026 });
    const line = { title: '消防培训', category: 'fire', month: 3, classHours: 2, audience: '全体员工', people: 5 } as const;

    await expect(draftPlan(officer, { unitId: mill.id, year: 2026 })).rejects.toMatchObject({ code: 'training.plan_exists' });
    await expect(approvePlan(head, { planId: id })).rejects.toMatchObject({ code: 'training.plan_empty' });
    for (const attempt of [
      () => draftPlan(outside, { unitId: mill.id, year: 2027 }),
      () => setPlanLines(outside, { planId: id, version: 1, lines: [line] }),
      () => approvePlan(outside, { planId: id }),
    ])
      await expect(attempt()).rejects.toMatchObject({ kind: 'missing' });
    expect(
      await setPlanLines(officer, { planId: id, version: 1, lines: [line, { ...line, title: '应急培训', category: 'emergency' }] }),
    ).toEqual({ id, version: 2 });
    const [first] = (await readPlan(officer, { planId: id })).lines;
    await setPlanLines(officer, { planId: id, version: 2, lines: [{ ...line, id: first?.id ?? '', month: 4 }] });
    await approvePlan(head, { planId: id });
    await expect(setPlanLines(officer, { planId: id, version: 4, lines: [] })).rejects.toMatchObject({ code: 'training.plan_approved' });

    await createSession(officer, { unitId: mill.id, ...fire, planLineId: first?.id ?? '' });
    expect((await readPlan(officer, { planId: id })).lines).toMatchObject([{ id: first?.id, month: 4, sessions: 1, held: 0 }]);
    expect((await listPlans(officer, { year: 2026 })).items).toMatchObject([{ id, lines: 1, held: 0, state: 'approved' }]);
  });
});
