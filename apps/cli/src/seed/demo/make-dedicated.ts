import type { House } from '@changming/application/context';
import { closeSession, createSession, markAttendance, readSession, reckonDedicated, registerChange } from '@changming/application/training';

import { randomFrom } from '../random.ts';
import type { MadeUnit } from './make-units.ts';
import { type Training, workdayBefore } from './training-past.ts';

const day = 86_400_000;
const hour = 3_600_000;

/** 粉尘岗位 taught and passed as soon as the gate was in force, but for a few; one new machine that everybody knows, one that comes next week. */
export async function makeDedicated(making: Training): Promise<number> {
  const { units, shell } = making;
  const dusty = units.filter(({ unit }) => unit.kind === 'workshop' && unit.flags?.includes('hasCombustibleDust') === true);
  for (const workshop of dusty)
    await teachDust(making, { house: workdayBefore(shell.house, 165), workshop, audience: { unitIds: [workshop.id] } });
  const [first, second] = units.filter(({ unit, id }) => unit.kind === 'workshop' && !dusty.some((each) => each.id === id));
  if (first === undefined || second === undefined) return dusty.length;
  await changeTaught(making, first);
  await changeAhead(making, second);
  for (let back = 160; back >= 0; back -= 20) await reckonDedicated(workdayBefore(shell.house, back).silent().clockwork(), {});
  await reckonDedicated(shell.house.silent().clockwork(), {});
  return dusty.length + 1;
}

type Dust = {
  readonly house: House;
  readonly workshop: Pick<MadeUnit, 'id'>;
  readonly audience: { readonly unitIds?: string[]; readonly personIds?: string[] };
};

/** 粉尘防爆专项培训, with its exam; of a whole workshop one in twelve was not there. */
export async function teachDust({ editor }: Pick<Training, 'editor'>, { house, workshop, audience }: Dust): Promise<void> {
  const words = { category: 'dust', title: '粉尘防爆专项培训', place: '培训室', trainer: '设备动力部', assessed: true } as const;
  await hold(house, editor, { unitId: workshop.id, ...words, audience }, audience.personIds === undefined ? 0.08 : 0);
}

async function changeTaught(making: Training, { id: unitId }: MadeUnit): Promise<void> {
  const { shell, editor } = making;
  const registered = workdayBefore(shell.house, 75);
  const from = workdayBefore(shell.house, 60).clock.today();
  const words = { unitId, kind: 'equipment', title: '自动铺布机', note: '新设备，急停和光栅保护与旧机不同', from } as const;
  const { id } = await registerChange(registered.callerFor(editor), words);
  const session = { unitId, category: 'fourNew', title: '自动铺布机操作与急停', aboutId: id, place: '车间', trainer: '设备厂家' } as const;
  await hold(workdayBefore(shell.house, 68), editor, { ...session, audience: { unitIds: [unitId] } }, 0);
}

async function changeAhead({ shell, editor }: Training, { id: unitId }: MadeUnit): Promise<void> {
  const from = new Date(shell.house.clock.now().getTime() + 6 * day).toISOString().slice(0, 10);
  const words = { unitId, kind: 'material', title: '水性复合胶替换溶剂型胶', note: '存放、通风和应急处置改变', from } as const;
  await registerChange(workdayBefore(shell.house, 4).callerFor(editor), words);
}

type Held = Omit<Parameters<typeof createSession>[1], 'startsAt' | 'endsAt' | 'classHours' | 'id'>;

async function hold(house: House, editor: Training['editor'], words: Held, absent: number): Promise<void> {
  const by = house.callerFor(editor);
  const now = house.clock.now();
  const times = { startsAt: new Date(now.getTime() - 3 * hour).toISOString(), endsAt: now.toISOString(), classHours: 4 };
  const { id } = await createSession(by, { ...words, ...times });
  const chance = randomFrom(77);
  const { people } = await readSession(by, { sessionId: id });
  const result = words.assessed === true ? ('passed' as const) : null;
  const marks = people.map(({ personId }) => {
    const present = !chance.chance(absent);
    return { personId, present, result: present ? result : null };
  });
  await markAttendance(by, { sessionId: id, marks });
  await closeSession(by, { sessionId: id });
}
