import { randomUUID } from 'node:crypto';

import { as, given } from '@changming/application/testing';
import { addItem, addPaper, addQuestion, beginAttempt, recordViolation, setExam } from '@changming/application/training';

import { bare, type Example, fresh, noted, notedUnlessAbove, ofUnit, onceOutside, personId, unitId } from '../example.ts';
import type { Place, World } from '../world.ts';

/** Whoever keeps the library, the bank and the ledger of the whole group. */
async function office({ house, owner, units }: World) {
  return as(house, 'hqSafety', units.root, (await given.person(owner, units.root, { staff_no: fresh('P') })).id);
}

const content = { title: '操作规程', body: '先断电，再清理。', from: '2026-01-01' } as const;
const asked = { kind: 'trueFalse', topic: 'gas', stem: '闻到燃气味可以开灯。', answer: ['F'] } as const;
const drawn = { draw: [{ topic: 'gas', count: 1, points: 1 }], minutes: 10 } as const;
const seen = { kind: 'illegalOperation', what: '未断电清理设备', foundAt: '2026-01-20T09:00:00+08:00' } as const;

async function item(world: World, at: Place): Promise<string> {
  if (at.absent) return randomUUID();
  return notedUnlessAbove(world, at, (await addItem(await office(world), { unitId: at.unit.id, kind: 'procedure', ...content })).id);
}

const question = onceOutside(async (world: World, at: Place): Promise<string> => {
  if (at.absent) return randomUUID();
  const wanted = { unitId: at.unit.id, code: fresh('T'), ...asked, answer: [...asked.answer] };
  return noted(world, at, (await addQuestion(await office(world), wanted)).id);
});

const paper = onceOutside(async (world: World, at: Place): Promise<string> => {
  if (at.absent) return randomUUID();
  await question(world, at);
  const made = await addPaper(await office(world), { unitId: at.unit.id, name: fresh('试卷'), minutes: 10, draw: [...drawn.draw] });
  return noted(world, at, made.id);
});

/** An exam that one person of the place sits. */
const exam = onceOutside(async (world: World, at: Place) => {
  if (at.absent) return { examId: randomUUID(), seatId: randomUUID(), sitterId: randomUUID() };
  const sitterId = await personId(world, at);
  const window = { opensAt: '2026-01-20T00:00:00Z', closesAt: '2026-01-25T00:00:00Z' };
  const wanted = { unitId: at.unit.id, paperId: await paper(world, at), title: '燃气考试', category: 'fire', ...window } as const;
  const { id: examId } = await setExam(await office(world), { ...wanted, audience: { personIds: [sitterId] } });
  const seat = await world.owner.selectFrom('exam_seats').select('id').where('exam_id', '=', examId).executeTakeFirstOrThrow();
  return { examId: noted(world, at, examId), seatId: seat.id, sitterId };
});

const attempt = onceOutside(async (world: World, at: Place): Promise<string> => {
  if (at.absent) return randomUUID();
  const { examId, sitterId } = await exam(world, at);
  return noted(world, at, (await beginAttempt(as(world.house, 'worker', at.unit, sitterId), { examId })).id);
});

const violation = onceOutside(async (world: World, at: Place): Promise<string> => {
  if (at.absent) return randomUUID();
  return noted(world, at, (await recordViolation(await office(world), { personId: await personId(world, at), ...seen })).id);
});

const retraining = onceOutside(async (world: World, at: Place): Promise<string> => {
  if (at.absent) return randomUUID();
  const [who, by] = [await personId(world, at), await office(world)];
  await recordViolation(by, { personId: who, ...seen });
  await recordViolation(by, { personId: who, ...seen });
  const owed = await world.owner.selectFrom('violation_retrainings').select('id').where('person_id', '=', who).executeTakeFirstOrThrow();
  return noted(world, at, owed.id);
});

const onItem =
  (over: object): Example =>
  async (world, at) => ({ params: { itemId: await item(world, at) }, ...over });
const onQuestion =
  (body: object): Example =>
  async (world, at) => ({ params: { questionId: await question(world, at) }, body });
const onExam =
  (over: object): Example =>
  async (world, at) => ({ params: { examId: (await exam(world, at)).examId }, ...over });
const onViolation =
  (body: object): Example =>
  async (world, at) => ({ params: { violationId: await violation(world, at) }, body });
const onAttempt =
  (over: object): Example =>
  async (world, at) => ({ params: { attemptId: await attempt(world, at) }, ...over });

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const learningTraining: Readonly<Record<string, Example>> = {
  'GET /training/library': ofUnit,
  'GET /training/library/mine': bare,
  'GET /training/library/{itemId}': onItem({}),
  'GET /training/library/{itemId}/readers': onItem({}),
  'POST /training/library': (_, at) => ({ body: { unitId: unitId(at), kind: 'policy', ...content } }),
  'PUT /training/library/{itemId}': onItem({ body: { version: 1, ...content, body: '先断电、上锁，再清理。' } }),
  'POST /training/library/{itemId}/withdrawal': onItem({ body: { version: 1, on: '2026-01-20' } }),
  'POST /training/library/{itemId}/receipts': onItem({ body: { edition: 1 } }),
  'GET /training/questions': ofUnit,
  'GET /training/questions/template': bare,
  'POST /training/questions': (_, at) => ({ body: { unitId: unitId(at), code: fresh('T'), ...asked } }),
  'PUT /training/questions/{questionId}': onQuestion({ version: 1, ...asked }),
  'POST /training/questions/{questionId}/retirement': onQuestion({ version: 1, on: '2026-01-20' }),
  'POST /training/questions/documents': ofUnit,
  'POST /training/questions/workbooks': (_, at) => ({
    query: { unitId: unitId(at) },
    bytes: 'not a workbook',
    headers: { 'content-type': xlsx },
    answers: ['imports.not_xlsx'],
  }),
  'GET /training/papers': ofUnit,
  'POST /training/papers': async (world, at) => {
    await question(world, at);
    return { body: { unitId: unitId(at), name: fresh('试卷'), ...drawn } };
  },
  'PUT /training/papers/{paperId}': async (world, at) => ({
    params: { paperId: await paper(world, at) },
    body: { version: 1, name: fresh('试卷'), ...drawn },
  }),
  'POST /training/papers/{paperId}/retirement': async (world, at) => ({
    params: { paperId: await paper(world, at) },
    body: { version: 1, on: '2026-01-20' },
  }),
  'GET /training/exams': ofUnit,
  'GET /training/exams/{examId}': onExam({}),
  'GET /training/exams/{examId}/seats': onExam({}),
  'POST /training/exams/{examId}/documents': onExam({}),
  'POST /training/exams': async (world, at) => ({
    body: {
      unitId: unitId(at),
      paperId: await paper(world, at),
      title: '燃气考试',
      category: 'fire',
      opensAt: '2026-01-20T00:00:00Z',
      closesAt: '2026-01-25T00:00:00Z',
      audience: { personIds: [await personId(world, at)] },
    },
  }),
  'POST /training/exams/{examId}/seats': async (world, at) => ({
    params: { examId: (await exam(world, at)).examId },
    body: { audience: { personIds: [await personId(world, at)] } },
  }),
  'POST /training/exams/{examId}/seats/{seatId}/excuse': async (world, at) => {
    const { examId, seatId } = await exam(world, at);
    return { params: { examId, seatId }, body: { reason: '出差' } };
  },
  'POST /training/exams/{examId}/cancellation': onExam({ body: { version: 1, reason: '改期' } }),
  'GET /training/my-exams': bare,
  'GET /training/my-exams/{examId}': onExam({}),
  'POST /training/my-exams/{examId}/attempts': onExam({ body: {} }),
  'GET /training/attempts/{attemptId}': onAttempt({}),
  'PATCH /training/attempts/{attemptId}': onAttempt({ body: { answers: {} } }),
  'POST /training/attempts/{attemptId}/submission': onAttempt({ body: {} }),
  'GET /training/people': () => ({ query: { q: '王' } }),
  'GET /training/violations': ofUnit,
  'POST /training/violations/documents': ofUnit,
  'GET /training/my-violations': bare,
  'GET /training/violations/{violationId}': async (world, at) => ({ params: { violationId: await violation(world, at) } }),
  'POST /training/violations': (_, at) => ({ body: { outsider: { name: '外来人员', unitId: unitId(at) }, ...seen } }),
  'POST /training/violations/{violationId}/handling': onViolation({ version: 1, handling: 'education' }),
  'POST /training/violations/{violationId}/re-education': onViolation({ version: 1, how: 'talk', on: '2026-01-20', talk: '讲清要求' }),
  'POST /training/violations/{violationId}/voiding': onViolation({ version: 1, reason: '记错了' }),
  'POST /training/retrainings/{retrainingId}/completion': async (world, at) => ({
    params: { retrainingId: await retraining(world, at) },
    body: {},
    answers: ['training.retraining_unproved'],
  }),
  'GET /training/good-acts': ofUnit,
  'POST /training/good-acts': (_, at) => ({ body: { unitId: unitId(at), what: '主动整理通道', on: '2026-01-20' } }),
  'GET /training/behaviour-checks': ofUnit,
  'POST /training/behaviour-checks': (_, at) => ({ body: { unitId: unitId(at), on: '2026-01-20', observed: 10, safe: 9 } }),
};
