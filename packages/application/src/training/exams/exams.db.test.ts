import { describe, expect } from 'vitest';

import { as, given, houseAt, test } from '../../testing/index.ts';
import {
  addPaper,
  addSitters,
  beginAttempt,
  cancelExam,
  closeAttempts,
  closeSeats,
  excuseSeat,
  exportResults,
  handIn,
  installQuestions,
  listExams,
  listMyExams,
  listPapers,
  listSeats,
  readAttempt,
  readExam,
  readMyExam,
  remindSitters,
  retirePaper,
  revisePaper,
  saveAnswers,
  setExam,
} from '../learning.ts';

const hour = (n: number) => new Date(Date.parse('2026-01-20T02:00:00Z') + n * 3_600_000).toISOString();
const draw = [
  { topic: 'fire', count: 5, points: 10 },
  { topic: 'escape', count: 5, points: 10 },
] as const;

describe('an exam', () => {
  test('is sat by whom it is set for, graded by the server, and its key is known only afterwards', async ({ database, house }) => {
    const { mill, workshop, farMill } = await given.group(database.owner);
    await installQuestions(house.clockwork(), {});
    const officer = as(house, 'safetyOfficer', mill, (await given.person(database.owner, mill)).id);
    const stranger = as(house, 'safetyOfficer', farMill, (await given.person(database.owner, farMill)).id);
    const [zhang, li, zhao] = [
      await given.person(database.owner, workshop, { name: '张三' }),
      await given.person(database.owner, workshop, { name: '李四' }),
      await given.person(database.owner, workshop, { name: '赵六' }),
    ];
    const words = { name: '消防考试', draw: [...draw], minutes: 30, attempts: 2, waitHours: 2 };
    const paper = { unitId: mill.id, ...words };
    const { id: paperId } = await addPaper(officer, paper);
    const wanted = { unitId: mill.id, paperId, title: '一月消防考试', category: 'fire', opensAt: hour(0), closesAt: hour(48) } as const;
    const { id: examId, seats } = await setExam(officer, { ...wanted, audience: { unitIds: [workshop.id] } });
    expect(seats).toBe(3);

    const worker = (person: { id: string }, at = 0) => as(houseAt(database, hour(at)), 'worker', workshop, person.id);
    expect((await listMyExams(worker(zhang), {})).items).toMatchObject([{ examId, title: '一月消防考试', state: 'open' }]);

    // The paper as it is asked tells nothing of the key, and a reload goes on where it was.
    const begun = await beginAttempt(worker(zhang), { examId });
    expect(JSON.stringify(begun)).not.toMatch(/right|explanation|clause|correct/);
    expect(begun.questions).toHaveLength(10);
    const [first] = begun.questions;
    if (first === undefined) throw new Error('no question');
    const next = begun.questions[1];
    if (next === undefined) throw new Error('no second question');
    const answered = [first, next].map(({ questionId, kind }) => ({
      [questionId]: [kind === 'trueFalse' ? ('T' as const) : ('A' as const)],
    }));
    await Promise.all(answered.map((answers) => saveAnswers(worker(zhang), { attemptId: begun.id, answers })));
    expect((await readAttempt(worker(zhang), { attemptId: begun.id })).answers).toEqual(Object.assign({}, ...answered));
    const again = await beginAttempt(worker(zhang), { examId });
    expect(again).toMatchObject({ id: begun.id, questions: begun.questions, answers: { [first.questionId]: [expect.any(String)] } });
    expect(JSON.stringify(await readAttempt(worker(zhang), { attemptId: begun.id }))).not.toMatch(/right|explanation|clause|correct/);
    await expect(readAttempt(worker(li), { attemptId: begun.id })).rejects.toMatchObject({ code: 'training.attempt_not_found' });
    await expect(readAttempt(officer, { attemptId: begun.id })).rejects.toMatchObject({ code: 'training.attempt_not_found' });

    // All by the key that the owner of the database alone can see.
    const { sheet } = await database.owner.selectFrom('exam_attempts').select('sheet').where('id', '=', begun.id).executeTakeFirstOrThrow();
    const key = Object.fromEntries(sheet.map(({ questionId, right }) => [questionId, [...right]]));
    const done = await handIn(worker(zhang), { attemptId: begun.id, answers: key });
    expect(done).toMatchObject({ state: 'ended', result: { score: 100, passed: true, ended: 'handedIn' } });
    expect(done.result?.review.every(({ correct }) => correct)).toBe(true);
    expect(await handIn(worker(zhang), { attemptId: begun.id, answers: {} })).toMatchObject({ result: { score: 100 } });
    await expect(saveAnswers(worker(zhang), { attemptId: begun.id, answers: {} })).rejects.toMatchObject({ code: 'training.attempt_over' });
    await expect(beginAttempt(worker(zhang), { examId })).rejects.toMatchObject({ code: 'training.seat_settled' });

    // Time runs by the server: what comes half a minute late counts, later it does not, and the worker grades what was saved.
    const slow = await beginAttempt(worker(li), { examId });
    const late = as(houseAt(database, new Date(Date.parse(hour(0.5)) + 30_001).toISOString()), 'worker', workshop, li.id);
    await expect(saveAnswers(late, { attemptId: slow.id, answers: {} })).rejects.toMatchObject({ code: 'training.attempt_over' });
    const clock = houseAt(database, hour(1)).clockwork();
    expect(await closeAttempts(clock, {})).toMatchObject({ closed: 1 });
    expect(await closeAttempts(clock, {})).toMatchObject({ closed: 0 });
    const mine = await readMyExam(worker(li, 1), { examId });
    expect(mine).toMatchObject({
      state: 'open',
      used: 1,
      objection: 'training.wait_before_resit',
      attempts: [{ no: 1, ended: 'timeUp', score: 0 }],
    });
    await expect(beginAttempt(worker(li, 2), { examId })).rejects.toMatchObject({ code: 'training.wait_before_resit' });
    const second = await beginAttempt(worker(li, 2.5), { examId });
    expect(second.no).toBe(2);
    expect(await handIn(worker(li, 2.6), { attemptId: second.id })).toMatchObject({ result: { score: 0, passed: false } });
    await expect(beginAttempt(worker(li, 20), { examId })).rejects.toMatchObject({ code: 'training.seat_settled' });

    // Whoever never came has missed it once it is closed.
    expect(await remindSitters(houseAt(database, hour(30)).clockwork(), {})).toMatchObject({ told: 1 });
    expect(await remindSitters(houseAt(database, hour(31)).clockwork(), {})).toMatchObject({ told: 0 });
    expect(await closeSeats(houseAt(database, hour(49)).clockwork(), {})).toMatchObject({ closed: 1 });
    const table = await listSeats(officer, { examId, limit: 50 });
    expect(Object.fromEntries(table.items.map(({ name, state }) => [name, state]))).toEqual({
      张三: 'passed',
      李四: 'failed',
      赵六: 'missed',
    });
    expect(await readExam(officer, { examId })).toMatchObject({ seats: 3, passed: 1, failed: 1, missed: 1, passMark: 80 });
    expect((await exportResults(officer, { examId })).rows).toHaveLength(3);
    expect(
      await database.owner.selectFrom('exam_results').select(['person_id', 'passed', 'category']).orderBy('taken_at').execute(),
    ).toMatchObject([
      { person_id: zhang.id, passed: true, category: 'fire' },
      { person_id: li.id, passed: false },
      { person_id: li.id, passed: false },
    ]);

    // From outside the branch nothing of it is there.
    expect((await listExams(stranger, { limit: 50, withBelow: true })).items).toEqual([]);
    expect((await listPapers(stranger, {})).items).toEqual([]);
    const outside = [
      readExam(stranger, { examId }),
      listSeats(stranger, { examId, limit: 50 }),
      exportResults(stranger, { examId }),
      addSitters(stranger, { examId, audience: { personIds: [zhao.id] } }),
      excuseSeat(stranger, { examId, seatId: table.items[0]?.id ?? '', reason: '外派' }),
      cancelExam(stranger, { examId, version: 1, reason: '不办了' }),
      setExam(stranger, { ...wanted, unitId: farMill.id, audience: { unitIds: [farMill.id] } }),
      setExam(stranger, { ...wanted, audience: { unitIds: [farMill.id] } }),
      addPaper(stranger, paper),
      revisePaper(stranger, { ...words, paperId, version: 1 }),
      retirePaper(stranger, { paperId, version: 1, on: '2026-01-20' }),
      beginAttempt(stranger, { examId }),
      saveAnswers(stranger, { attemptId: begun.id, answers: {} }),
      handIn(stranger, { attemptId: begun.id }),
    ];
    for (const asked of await Promise.allSettled(outside))
      expect(asked).toMatchObject({ status: 'rejected', reason: { kind: expect.stringMatching(/missing|invalid/) } });
  });

  test('that headquarters sets is followed by the factory whose people sit it, and changed by headquarters alone', async ({
    database,
    house,
  }) => {
    const units = database.owner.selectFrom('units').selectAll();
    const root = await units.where('parent_id', 'is', null).executeTakeFirstOrThrow();
    const mill = await units.where('name', '=', '东城一厂').executeTakeFirstOrThrow();
    const hq = as(house, 'hqSafety', root, (await given.person(database.owner, root)).id);
    const officer = as(house, 'safetyOfficer', mill, (await given.person(database.owner, mill)).id);
    const sitter = await given.person(database.owner, mill, { name: '孙七' });
    const words = { name: '集团统考', draw: [...draw], minutes: 30, attempts: 1, waitHours: 0 };
    const { id: paperId } = await addPaper(hq, { unitId: root.id, ...words });
    const window = { opensAt: hour(0), closesAt: hour(72) };
    const wanted = { unitId: root.id, paperId, title: '集团统考', category: 'fire', ...window } as const;
    const { id: examId } = await setExam(hq, { ...wanted, audience: { personIds: [sitter.id] } });

    const page = { limit: 50, withBelow: true };
    expect((await listExams(officer, page)).items).toContainEqual(expect.objectContaining({ id: examId, seats: 1 }));
    expect((await listExams(officer, { ...page, unitId: mill.id })).items).toContainEqual(expect.objectContaining({ id: examId }));
    expect(await readExam(officer, { examId })).toMatchObject({ title: '集团统考', may: { edit: false } });
    const { items: seated } = await listSeats(officer, { examId, limit: 50 });
    expect(seated).toMatchObject([{ name: '孙七', state: 'open' }]);
    await expect(cancelExam(officer, { examId, version: 1, reason: '不办了' })).rejects.toMatchObject({ kind: 'missing' });
    const seatId = seated[0]?.id ?? '';
    await expect(excuseSeat(officer, { examId, seatId, reason: '外派' })).rejects.toMatchObject({ kind: 'missing' });
  });

  test('is not set by a paper that the bank cannot serve', async ({ database, house }) => {
    const mill = await database.owner.selectFrom('units').selectAll().where('name', '=', '东城一厂').executeTakeFirstOrThrow();
    const officer = as(house, 'safetyOfficer', mill, (await given.person(database.owner, mill)).id);
    const paper = { unitId: mill.id, name: '多出来的题', minutes: 10 };

    await expect(addPaper(officer, { ...paper, draw: [{ topic: 'gas', count: 90, points: 1 }] })).rejects.toMatchObject({
      code: 'training.draw_short',
    });
    const twice = [
      { topic: 'fire', count: 1, points: 1 },
      { topic: 'fire', kind: 'single', count: 1, points: 1 },
    ] as const;
    await expect(addPaper(officer, { ...paper, draw: [...twice] })).rejects.toMatchObject({ code: 'training.draw_overlaps' });
  });
});
