import { pastOf } from '@changming/application/access';
import { checkBehaviour, handleViolation, praise, recordViolation, reEducate } from '@changming/application/training';

import { eachOf } from '../in-order.ts';
import type { MadePerson } from './make-people.ts';
import { type Training, workdayBefore } from './training-past.ts';
import type { MadeUnit } from './make-units.ts';

const day = 86_400_000;

const acts = [
  { kind: 'illegalOperation', what: '未断电清理裁床', clause: '裁剪机安全操作规程第 3 条', place: '裁剪工位' },
  { kind: 'disciplineBreach', what: '在车间吸烟', clause: '厂区禁烟规定', place: '更衣室门口' },
  { kind: 'illegalOperation', what: '拆除缝纫机皮带罩后继续作业', clause: '设备安全防护管理规定', place: '缝制流水线' },
  { kind: 'illegalCommand', what: '安排无证人员临时接电', clause: '安全生产法第三十条', place: '临时加工区' },
  { kind: 'disciplineBreach', what: '操作设备时玩手机', clause: '劳动纪律管理规定', place: '熨烫工位' },
] as const;

/** Days ago, and how it went on: handled and talked to in time, late, or still owed. */
const lives = [
  { back: 150, goes: 'inTime' },
  { back: 118, goes: 'inTime' },
  { back: 92, goes: 'late' },
  { back: 64, goes: 'inTime' },
  { back: 38, goes: 'inTime' },
  { back: 18, goes: 'owed' },
  { back: 6, goes: 'handled' },
  { back: 2, goes: 'fresh' },
] as const;
type Goes = (typeof lives)[number]['goes'];

/** Two quarters of violations in every workshop's turn, behaviour checks each month, and what was done well. */
export async function makeViolations(making: Training): Promise<number> {
  const { units } = making;
  const workshops = units.filter(({ unit }) => unit.kind === 'workshop');
  let made = 0;
  await eachOf([...lives.entries()], 2, async ([at, { back, goes }]) => {
    for (const workshop of [workshops[at % workshops.length], workshops[(at + 3) % workshops.length]]) {
      const staff = workshop === undefined ? [] : staffOf(making, workshop);
      const [act, person] = [acts[(at + staff.length) % acts.length], staff[at % Math.max(1, staff.length)]];
      if (act === undefined || person === undefined) continue;
      await live(making, { person, act, back, goes });
      made += 1;
    }
  });
  await repeat(making, workshops[0]);
  await eachOf(workshops, 3, (workshop) => watch(making, workshop));
  return made + 2;
}

function staffOf({ people }: Training, workshop: MadeUnit): MadePerson[] {
  return people.filter(({ unit, post }) => unit.code.startsWith(workshop.code) && post === 'staff');
}

type Life = { readonly person: MadePerson; readonly act: (typeof acts)[number]; readonly back: number; readonly goes: Goes };

async function live({ shell, editor }: Training, { person, act, back, goes }: Life): Promise<void> {
  const then = workdayBefore(shell.house, back);
  const at = then.clock.now();
  const { id: violationId } = await recordViolation(then.callerFor(editor), { personId: person.id, ...act, foundAt: at.toISOString() });
  if (goes === 'fresh') return;
  const later = (days: number) => pastOf(shell.house, new Date(at.getTime() + days * day));
  const handling = act.kind === 'illegalCommand' ? 'suspension' : act.kind === 'illegalOperation' ? 'fine' : 'education';
  await handleViolation(later(1).callerFor(editor), { violationId, version: 1, handling, fineFen: handling === 'fine' ? 20_000 : null });
  if (goes === 'owed' || goes === 'handled') return;
  const talked = later(goes === 'late' ? 21 : 6);
  const talk = `就“${act.what}”谈话：讲清危险和规程要求，本人认识到错误，保证不再发生。`;
  await reEducate(talked.callerFor(editor), { violationId, version: 2, how: 'talk', on: talked.clock.today(), talk });
}

/** One person twice within the year: he owes a re-training, and may not be assigned until then. */
async function repeat(making: Training, workshop: MadeUnit | undefined): Promise<void> {
  const person = workshop === undefined ? undefined : staffOf(making, workshop).at(-1);
  const [act, again] = [acts[2], acts[4]];
  if (person === undefined) return;
  await live(making, { person, act, back: 100, goes: 'inTime' });
  await live(making, { person, act: again, back: 9, goes: 'handled' });
}

/** 行为检查 once a month for half a year, and a word of praise. */
async function watch({ shell, editor }: Training, workshop: MadeUnit): Promise<void> {
  for (const [at, back] of [172, 141, 111, 80, 49, 19, 4].entries()) {
    const then = workdayBefore(shell.house, back);
    const told = { on: then.clock.today(), observed: 20, safe: 16 + (at % 4), topics: ['machinery', 'fire'] as ('machinery' | 'fire')[] };
    await checkBehaviour(then.callerFor(editor), { unitId: workshop.id, ...told });
  }
  const then = workdayBefore(shell.house, 12);
  await praise(then.callerFor(editor), { unitId: workshop.id, what: '班后主动关闭邻近机台电源', on: then.clock.today() });
}
