import { randomUUID } from 'node:crypto';

import { as, given } from '@changming/application/testing';
import {
  closeSession,
  createSession,
  draftPlan,
  keepCourse,
  markAttendance,
  readSession,
  registerChange,
  setPlanLines,
} from '@changming/application/training';

import { bare, type Example, fresh, noted, ofUnit, onceOutside, personId, unitId } from '../example.ts';
import type { Place, World } from '../world.ts';

/** Whoever arranges training for the whole group. */
async function office({ house, owner, units }: World) {
  return as(house, 'hqSafety', units.root, (await given.person(owner, units.root, { staff_no: fresh('P') })).id);
}

const words = {
  category: 'fire',
  title: '消防培训',
  startsAt: '2026-01-20T00:00:00Z',
  endsAt: '2026-01-20T01:30:00Z',
  classHours: 2,
  place: '培训室',
  trainer: '安全员',
} as const;

const session = onceOutside(async (world: World, at: Place): Promise<string> => {
  if (at.absent) return randomUUID();
  return noted(world, at, (await createSession(await office(world), { unitId: at.unit.id, ...words })).id);
});

const change = onceOutside(async (world: World, at: Place): Promise<string> => {
  if (at.absent) return randomUUID();
  const loom = { unitId: at.unit.id, kind: 'equipment', title: '自动铺布机', from: '2026-02-01' } as const;
  return noted(world, at, (await registerChange(await office(world), loom)).id);
});

/** A session at which somebody of the place was. */
const attended = onceOutside(async (world: World, at: Place) => {
  const [sessionId, person] = [await session(world, at), await personId(world, at)];
  if (!at.absent) await markAttendance(await office(world), { sessionId, marks: [{ personId: person, present: true }] });
  return { sessionId, person };
});

const credit = onceOutside(async (world: World, at: Place): Promise<string> => {
  if (at.absent) return randomUUID();
  const { sessionId } = await attended(world, at);
  const hq = await office(world);
  await closeSession(hq, { sessionId });
  return noted(world, at, (await readSession(hq, { sessionId })).people[0]?.creditId ?? '');
});

const onSession =
  (body?: object): Example =>
  async (world, at) => ({ params: { sessionId: await session(world, at) }, ...(body === undefined ? {} : { body }) });

const course = onceOutside(async (world: World, at: Place): Promise<string> => {
  if (at.absent) return randomUUID();
  const made = { unitId: at.unit.id, name: fresh('课程'), category: 'fire', classHours: 2 } as const;
  return noted(world, at, (await keepCourse(await office(world), made)).id);
});

const line = { title: '消防培训', category: 'fire', month: 3, classHours: 2, audience: '全体', people: 1 } as const;
let year = 2026;

const plan = onceOutside(async (world: World, at: Place): Promise<string> => {
  if (at.absent) return randomUUID();
  const hq = await office(world);
  year = year >= 2190 ? 2027 : year + 1;
  const { id } = await draftPlan(hq, { unitId: at.unit.id, year });
  await setPlanLines(hq, { planId: id, version: 1, lines: [line] });
  return noted(world, at, id);
});

export const heldTraining: Readonly<Record<string, Example>> = {
  'GET /training/sessions': ofUnit,
  'GET /training/sessions/{sessionId}': onSession(),
  'POST /training/sessions/documents': ofUnit,
  'POST /training/sessions/{sessionId}/documents': onSession(),
  'POST /training/sessions': (_, at) => ({ body: { unitId: unitId(at), ...words } }),
  'PATCH /training/sessions/{sessionId}': onSession({ version: 1, ...words }),
  'POST /training/sessions/{sessionId}/people': onSession({ audience: {} }),
  'POST /training/sessions/{sessionId}/dismissals': async (world, at) => ({
    params: { sessionId: await session(world, at) },
    body: { personIds: [await personId(world, at)] },
  }),
  'POST /training/sessions/{sessionId}/marks': async (world, at) => ({
    params: { sessionId: await session(world, at) },
    body: { marks: [{ personId: await personId(world, at), present: true }] },
  }),
  'POST /training/sessions/{sessionId}/closing': async (world, at) => ({
    params: { sessionId: (await attended(world, at)).sessionId },
    body: {},
  }),
  'POST /training/sessions/{sessionId}/cancelling': onSession({ reason: '设备检修' }),
  'POST /training/quick-sessions': async (world, at) => ({
    body: {
      unitId: unitId(at),
      category: 'shiftMeeting',
      title: '班前会',
      startedAt: '2026-01-20T00:00:00Z',
      minutes: 15,
      presentIds: [await personId(world, at)],
    },
  }),
  'POST /training/credits/{creditId}/corrections': async (world, at) => ({
    params: { creditId: await credit(world, at) },
    body: { attended: true, classHours: 1, reason: '早退' },
  }),
  'POST /training/sign-ins': () => ({ body: { code: 'not-a-code' }, answers: ['training.code_unknown', 'training.person_not_expected'] }),
  'GET /training/team': ofUnit,
  'GET /training/mine': bare,
  'GET /training/courses': ofUnit,
  'POST /training/courses': (_, at) => ({ body: { unitId: unitId(at), name: fresh('课程'), category: 'fire', classHours: 2 } }),
  'POST /training/courses/{courseId}/retirement': async (world, at) => ({
    params: { courseId: await course(world, at) },
    body: { on: '2026-01-20' },
  }),
  'GET /training/plans': ofUnit,
  'GET /training/plans/{planId}': async (world, at) => ({ params: { planId: await plan(world, at) } }),
  'GET /training/plan-proposals': (_, at) => ({ query: { unitId: unitId(at), year: '2026' } }),
  'POST /training/plans': (_, at) => {
    year = year >= 2190 ? 2027 : year + 1;
    return { body: { unitId: unitId(at), year }, answers: [201, 'training.plan_exists'] };
  },
  'PUT /training/plans/{planId}/lines': async (world, at) => ({
    params: { planId: await plan(world, at) },
    body: { version: 2, lines: [line] },
  }),
  'POST /training/plans/{planId}/approval': async (world, at) => ({ params: { planId: await plan(world, at) } }),
  'POST /training/gate-starts': (_, at) => ({ body: { unitId: unitId(at), from: '2027-01-01' } }),
  'GET /training/hours': ofUnit,
  'POST /training/hours/documents': ofUnit,
  'GET /training/hours/units': ofUnit,
  'GET /training/people/{personId}': async (world, at) => ({ params: { personId: await personId(world, at) } }),
  'GET /training/owed': ofUnit,
  'GET /training/dedicated': ofUnit,
  'GET /training/changes': ofUnit,
  'POST /training/changes': (_, at) => ({ body: { unitId: unitId(at), kind: 'equipment', title: '自动铺布机', from: '2026-02-01' } }),
  'POST /training/changes/{changeId}/withdrawal': async (world, at) => ({
    params: { changeId: await change(world, at) },
    body: { reason: '设备不买了' },
  }),
  'GET /training/counts': bare,
};
