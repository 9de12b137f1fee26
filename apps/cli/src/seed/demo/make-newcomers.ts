import type { House } from '@changming/application/context';
import { closeSession, createSession, markAttendance } from '@changming/application/training';
import { appoint, createPerson } from '@changming/application/workforce';

import { teachDust } from './make-dedicated.ts';
import type { MadeUnit } from './make-units.ts';
import { type Training, workdayBefore } from './training-past.ts';

type Level = 'company' | 'workshop' | 'team';
type Newcomer = { readonly name: string; readonly back: number; readonly passed: readonly Level[] };

const all = ['company', 'workshop', 'team'] as const;

/** Who joined how many days ago, and which levels each has passed: the last of them may not work yet. */
const newcomers: readonly Newcomer[] = [
  { name: '程小满', back: 118, passed: all },
  { name: '崔立夏', back: 96, passed: all },
  { name: '方芒种', back: 75, passed: all },
  { name: '顾秋分', back: 52, passed: all },
  { name: '贺寒露', back: 33, passed: all },
  { name: '江霜降', back: 12, passed: ['company', 'workshop'] },
  { name: '柯小雪', back: 5, passed: ['company'] },
  { name: '梁大雪', back: 2, passed: [] },
];

/** 新员工: three levels in the days after joining, each with its exam, and a post once all are passed. */
export async function makeNewcomers(making: Training): Promise<number> {
  const teams = making.units.filter(({ unit }) => unit.kind === 'team');
  for (const [at, newcomer] of newcomers.entries()) {
    const team = teams[(at * 5) % Math.max(1, teams.length)];
    if (team !== undefined) await joins(making, newcomer, { team, staffNo: `LZ9${String(at + 1).padStart(4, '0')}` });
  }
  return newcomers.length;
}

async function joins(
  making: Training,
  { name, back, passed }: Newcomer,
  { team, staffNo }: { team: MadeUnit; staffNo: string },
): Promise<void> {
  const { shell, editor } = making;
  const joined = workdayBefore(shell.house, back);
  const hiredOn = joined.clock.today();
  const { id } = await createPerson(joined.callerFor(editor), { unitId: team.id, name, staffNo, title: '操作工', hiredOn });
  for (const [at, level] of passed.entries())
    await teach(making, { personId: id, team, level, house: workdayBefore(shell.house, back - at - 1) });
  if (passed.length < all.length) return;
  const workshop = dustyAbove(making.units, team);
  if (workshop !== undefined)
    await teachDust(making, { house: workdayBefore(shell.house, back - all.length - 1), workshop, audience: { personIds: [id] } });
  const ready = workdayBefore(shell.house, back - all.length - 2);
  await appoint(ready.callerFor(editor), { personId: id, unitId: team.id, post: 'staff', from: ready.clock.today() });
}

/** 粉尘车间 in which the team works, if it does. */
function dustyAbove(units: readonly MadeUnit[], team: MadeUnit): MadeUnit | undefined {
  const above = units.filter(({ code, unit }) => unit.kind === 'workshop' && team.code.startsWith(code));
  return above.find(({ unit }) => unit.flags?.includes('hasCombustibleDust') === true);
}

type Lesson = { readonly personId: string; readonly team: MadeUnit; readonly level: Level; readonly house: House };

const words = {
  company: '新员工厂级安全教育',
  workshop: '新员工车间级安全教育',
  team: '新员工班组级安全教育',
} as const satisfies Record<Level, string>;

async function teach({ editor }: Training, { personId, team, level, house }: Lesson): Promise<void> {
  const by = house.callerFor(editor);
  const now = house.clock.now().getTime();
  const times = { startsAt: new Date(now - 8 * 45 * 60_000).toISOString(), endsAt: new Date(now).toISOString() };
  const told = {
    category: 'threeLevel',
    level,
    title: words[level],
    classHours: 8,
    place: '培训室',
    trainer: '安全员',
    assessed: true,
  } as const;
  const { id } = await createSession(by, { unitId: team.id, ...told, ...times, audience: { personIds: [personId] } });
  await markAttendance(by, { sessionId: id, marks: [{ personId, present: true, result: 'passed', score: 88 }] });
  await closeSession(by, { sessionId: id });
}
