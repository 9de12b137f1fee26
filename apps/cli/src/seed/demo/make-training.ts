import type { Actor, Caller, House } from '@changming/application/context';
import {
  approvePlan,
  closeSession,
  createSession,
  draftPlan,
  keepCourse,
  markAttendance,
  readPlan,
  readSession,
  reckonOwed,
  reckonStandings,
  reckonTerms,
  recordQuickSession,
  setPlanLines,
  startGate,
} from '@changming/application/training';

import { eachOf } from '../in-order.ts';
import { type Random, randomFrom } from '../random.ts';
import { makeDedicated } from './make-dedicated.ts';
import type { MadePerson } from './make-people.ts';
import type { MadeUnit } from './make-units.ts';
import { makeNewcomers } from './make-newcomers.ts';
import { byTemper, isSlack } from './tempers.ts';
import { type Training, workdayBefore } from './training-past.ts';

const day = 86_400_000;
const hour = 3_600_000;

/** Days ago, what, and how many class hours: what every factory and department held this half-year. */
const held = [
  { back: 158, category: 'fire', title: '消防器材使用与疏散逃生', hours: 2, trainer: '消防大队教官' },
  { back: 121, category: 'annual', title: '岗位安全操作规程', hours: 4, trainer: '安全员' },
  { back: 84, category: 'accidentCase', title: '同行业火灾事故警示教育', hours: 2, trainer: '安全员' },
  { back: 47, category: 'annual', title: '夏季用电与粉尘防爆', hours: 2, trainer: '设备动力部' },
  { back: 19, category: 'fire', title: '冬季防火与班后断电断气', hours: 2, trainer: '安全员' },
] as const;

/** A half-year of sessions, a plan a factory, shift meetings, and newcomers of whom some may not work yet. */
export async function makeTraining(making: Training): Promise<{ sessions: number; newcomers: number }> {
  const { shell, editor, units } = making;
  const { house } = shell;
  const random = randomFrom(61);
  const begun = workdayBefore(house, 170);
  const [root] = units;
  if (root !== undefined) await startGate(begun.callerFor(editor), { unitId: root.id, from: begun.clock.today() });
  await reckonTerms(begun.silent().clockwork(), {});
  await makeCourses(begun.callerFor(editor), root);
  const places = classrooms(units);
  const lines = new Map<string, readonly string[]>();
  await eachOf(places, 3, async (place) => void lines.set(place.id, await plan(making, place)));
  const one = await eachSession(making, { places, lines }, random);
  await teachHeads(making, random);
  const meetings = await meet(making);
  const dedicated = await makeDedicated(making);
  const newcomers = await makeNewcomers(making);
  /** As the worker would have found it, fortnight by fortnight: what was known at the end of a quarter counts in it. */
  for (let back = 168; back >= 0; back -= 14) await reckonOwed(workdayBefore(house, back).silent().clockwork(), {});
  await reckonOwed(house.silent().clockwork(), {});
  await reckonStandings(house.silent().clockwork(), {});
  if (root !== undefined) await invite(house.callerFor(editor), root.id, house.clock.now());
  return { sessions: one + meetings + dedicated + 1, newcomers };
}

/** Where people are taught together: in factories, in companies that have none, and in departments that belong to neither. */
function classrooms(units: readonly MadeUnit[]): readonly MadeUnit[] {
  const factories = units.filter(({ unit }) => unit.kind === 'factory');
  const companies = units.filter(({ code, unit }) => unit.kind === 'subsidiary' && !factories.some((each) => each.code.startsWith(code)));
  const departments = units.filter(
    ({ code, unit }) => unit.kind === 'department' && !companies.some((company) => code.startsWith(company.code)),
  );
  return [...factories, ...companies, ...departments];
}

async function makeCourses(by: Caller, root: MadeUnit | undefined): Promise<void> {
  if (root === undefined) return;
  const levels = [
    ['company', '三级教育（厂级）：法律法规、厂规厂纪、事故案例'],
    ['workshop', '三级教育（车间级）：工艺风险、操作规程、应急处置'],
    ['team', '三级教育（班组级）：岗位风险、设备操作、劳保用品'],
  ] as const;
  for (const [level, name] of levels) await keepCourse(by, { unitId: root.id, name, category: 'threeLevel', level, classHours: 8 });
  await keepCourse(by, { unitId: root.id, name: '消防器材使用与疏散逃生', category: 'fire', classHours: 2 });
}

/** Answers the lines, in the order of what was held. */
async function plan({ shell, editor }: Training, place: MadeUnit): Promise<readonly string[]> {
  const then = workdayBefore(shell.house, 165);
  const by = then.callerFor(editor);
  const { id } = await draftPlan(by, { unitId: place.id, year: Number(then.clock.today().slice(0, 4)) });
  const months = [3, 5, 6, 8, 11] as const;
  const lines = held.map(({ category, title, hours }, at) => ({
    category,
    title,
    month: months[at] ?? 12,
    classHours: hours,
    audience: '全体员工',
    people: 20,
  }));
  await setPlanLines(by, { planId: id, version: 1, lines });
  await approvePlan(by, { planId: id });
  const made = (await readPlan(by, { planId: id })).lines;
  return held.map(({ title }) => made.find((line) => line.title === title)?.id ?? '');
}

type Planned = { readonly places: readonly MadeUnit[]; readonly lines: ReadonlyMap<string, readonly string[]> };

/** All that was planned, and only the first of it where things slide. */
async function eachSession(making: Training, { places, lines }: Planned, random: Random): Promise<number> {
  const { shell, editor } = making;
  const wanted = places.flatMap((place) =>
    held.map((session, at) => ({ place, session, at, planLineId: lines.get(place.id)?.[at] ?? null, seed: random.between(1, 1_000_000) })),
  );
  const kept = wanted.filter(({ place, at }) => !isSlack(place) || at === 0);
  await eachOf(kept, 3, async ({ place, session: { back, hours, trainer, ...words }, at, planLineId, seed }) => {
    const then = workdayBefore(shell.house, back);
    const teacher = teacherOf(making, place, at);
    const session = { unitId: place.id, ...words, hours, planLineId, audience: { unitIds: [place.id] }, seed };
    const absent = byTemper(place, { best: 0, usual: 0.07, worst: 0.2 });
    await hold(
      { house: then, editor: { ...editor, personId: teacher?.id ?? null } },
      { ...session, trainer: teacher?.name ?? trainer, absent },
    );
  });
  return kept.length;
}

/** 主要负责人讲安全课: the head gives the one about accidents and that of the winter; the officers arrange the others in turns. */
function teacherOf({ people }: Training, place: MadeUnit, at: number): MadePerson | undefined {
  const above = people.filter(({ unit }) => place.code.startsWith(unit.code));
  const heads = above.filter(({ post }) => post === 'firstResponsible' || post === 'unitHead');
  const officers = above.filter(({ post }) => post === 'safetyOfficer');
  return at === 2 || at === 4 ? heads.at(-1) : officers[at % Math.max(1, officers.length)];
}

type Held = {
  readonly unitId: string;
  readonly category: 'fire' | 'annual' | 'accidentCase' | 'safetyManager';
  readonly title: string;
  readonly hours: number;
  readonly trainer: string;
  readonly planLineId?: string | null;
  readonly audience: {
    readonly unitIds?: string[];
    readonly posts?: ('unitHead' | 'firstResponsible' | 'safetyOfficer' | 'safetyDirector')[];
  };
  /** The share of those who were expected and did not come. */
  readonly absent?: number;
  readonly seed: number;
};

/** Arranged the day before, ticked and closed when it was over; by default one in fourteen was not there. */
async function hold({ house, editor }: { house: House; editor: Actor }, { hours, seed, absent = 0.07, ...words }: Held): Promise<void> {
  const by = house.callerFor(editor);
  const startsAt = new Date(house.clock.now().getTime() - hours * 45 * 60_000);
  const times = { startsAt: startsAt.toISOString(), endsAt: house.clock.now().toISOString() };
  const { id } = await createSession(by, { ...words, ...times, classHours: hours, place: '培训室', topics: [words.title] });
  const chance = randomFrom(seed);
  const { people } = await readSession(by, { sessionId: id });
  const marks = people.map(({ personId }) => ({ personId, present: !chance.chance(absent) }));
  await markAttendance(by, { sessionId: id, marks });
  await closeSession(by, { sessionId: id });
}

/** 主要负责人、安全管理人员再培训: twelve class hours for whoever holds such a post. */
async function teachHeads({ shell, editor, units }: Training, random: Random): Promise<void> {
  const [root] = units;
  if (root === undefined) return;
  const words = {
    category: 'safetyManager',
    title: '主要负责人和安全管理人员再培训',
    hours: 12,
    trainer: '省安全生产科学技术研究院',
  } as const;
  const posts = ['unitHead', 'firstResponsible', 'safetyOfficer', 'safetyDirector'] as const;
  const audience = { unitIds: [root.id], posts: [...posts] };
  await hold({ house: workdayBefore(shell.house, 96), editor }, { unitId: root.id, ...words, audience, seed: random.between(1, 9999) });
}

/** Whoever may not work yet is expected to what is held the day after tomorrow. */
async function invite(by: Caller, unitId: string, now: Date): Promise<void> {
  const startsAt = new Date(now.getTime() + 2 * day);
  const times = { startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + 6 * hour).toISOString(), classHours: 8 };
  const words = {
    category: 'threeLevel',
    level: 'team',
    title: '新员工班组级安全教育',
    place: '培训室',
    trainer: '安全员',
    assessed: true,
  } as const;
  await createSession(by, { unitId, ...words, ...times, audience: { unitIds: [unitId], owing: true } });
}

/** 班前会 of the teams in the last days, a quarter of an hour each. */
async function meet({ shell, editor, units, people }: Training): Promise<number> {
  const teams = units.filter(({ unit }) => unit.kind === 'team');
  const wanted = teams.flatMap((team, at) => (at % 3 === 0 ? [6, 4, 1] : [1]).map((back) => ({ team, back })));
  await eachOf(wanted, 3, async ({ team, back }) => {
    const then = workdayBefore(shell.house, back);
    const crew = people.filter((person) => person.unit.id === team.id);
    const leader = crew.find(({ post }) => post === 'teamLeader');
    const [absent, ...present] = crew.filter(({ id }) => id !== leader?.id).map(({ id }) => id);
    if (leader === undefined || absent === undefined) return;
    const startedAt = new Date(then.clock.now().getTime() - 6 * hour).toISOString();
    const words = { category: 'shiftMeeting', title: '班前会：设备点检、劳保用品、通道畅通', minutes: 25, trainer: leader.name } as const;
    const by = then.callerFor({ ...editor, personId: leader.id });
    await recordQuickSession(by, { unitId: team.id, ...words, startedAt, presentIds: [leader.id, ...present], absentIds: [absent] });
  });
  return wanted.length;
}
