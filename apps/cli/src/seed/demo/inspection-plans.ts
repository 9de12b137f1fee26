import type { Caller } from '@changming/application/context';
import { createPlan, listChecklists } from '@changming/application/inspections';

import type { MadePoint } from './make-points.ts';
import type { MadeUnit } from './make-units.ts';

type Said = Parameters<typeof createPlan>[1];

/** What each company checks beside its power rooms and exits, once a week, in one workshop. */
const specialities: Readonly<Record<string, readonly [workshop: string, checklist: string, name: string]>> = {
  临溪羽绒服饰有限公司: ['充绒车间', 'DOWN', '充绒房每周排查'],
  青桥针织有限公司: ['染整车间', 'CHEM', '危化品每周排查'],
  云杉制衣有限公司: ['缝制车间', 'SEW', '缝制车间每周排查'],
  白榆家纺有限公司: ['开松车间', 'DUST', '除尘系统每周排查'],
  岚枝物流有限公司: ['中心仓库', 'WH', '仓库每周排查'],
};

type Company = { readonly units: readonly MadeUnit[]; readonly points: readonly MadePoint[] };

/** 排查计划 of the demo: power rooms daily, exits on three days, what is special weekly, one team every day by its leader, and rounds. */
export async function makePlans(caller: Caller, { units, points }: Company, from: string): Promise<number> {
  const { items: lists } = await listChecklists(caller, {});
  const checklist = (code: string) => lists.find((each) => each.code === code)?.id ?? '';
  const wanted: Said[] = [];
  for (const company of units.filter(({ unit }) => unit.kind === 'subsidiary')) {
    const below = (name: string) => points.filter((each) => each.name === name && each.unit.code.startsWith(company.code));
    wanted.push(
      often(company, { name: '配电室每日点检', checklistId: checklist('POWER'), points: below('配电室'), from, every: 'day' }),
      often(company, { name: exitsRound, checklistId: checklist('FIRE'), points: below('东侧安全出口'), from, every: 'week' }),
    );
    const [workshop, code, name] = specialities[company.unit.name] ?? [];
    const unit = units.find((each) => each.unit.name === workshop && each.code.startsWith(company.code));
    if (unit !== undefined && code !== undefined && name !== undefined)
      wanted.push(weekly(unit, { name, checklistId: checklist(code), from }));
  }
  for (const unit of units) wanted.push(...rounds(unit, { sewing: checklist('SEW'), fire: checklist('FIRE'), from }));
  for (const plan of wanted) await createPlan(caller, plan);
  return wanted.length;
}

/** The names of rounds by which it is told who goes them. */
export const exitsRound = '安全出口巡查';
export const officersRound = '安全员每周巡查';

type Lists = { readonly sewing: string; readonly fire: string; readonly from: string };

/** What people look after without being keepers of a point: teams and officers each week, leaders and departments each month. */
function rounds(unit: MadeUnit, { sewing, fire, from }: Lists): Said[] {
  const { kind, name } = unit.unit;
  const round = (called: string, doer: Doer, cadence: Said['cadence']): Said => ({
    unitId: unit.id,
    checklistId: fire,
    name: called,
    from,
    restDays: 'skip',
    points: { of: 'unit' },
    cadence,
    doer: { by: 'post', post: doer },
  });
  const hours = { from: '08:00', until: '18:00' };
  const everyWeek = (called: string, doer: Doer, weekdays: number[]) => round(called, doer, { every: 'week', weekdays, ...hours });
  const everyMonth = (called: string, doer: Doer, dayOfMonth: number) => round(called, doer, { every: 'month', dayOfMonth, ...hours });
  if (kind === 'team') return [name === '缝制一组' ? byTeam(unit, sewing, from) : everyWeek('班组每周自查', 'teamLeader', [4])];
  if (kind === 'department') return [everyMonth('部门每月自查', 'firstResponsible', 12)];
  const led = kind === 'group' || kind === 'factory' ? [everyMonth('分管领导每月检查', 'unitHead', 18)] : [];
  return kind === 'subsidiary' || kind === 'factory' ? [...led, everyWeek(officersRound, 'safetyOfficer', [2, 4])] : led;
}

type Doer = 'teamLeader' | 'safetyOfficer' | 'unitHead' | 'firstResponsible';
type Named = { readonly name: string; readonly checklistId: string; readonly from: string };
type Often = Named & { readonly points: readonly MadePoint[]; readonly every: 'day' | 'week' };

/** By the keepers of the points, every working day or on three days of the week. */
function often(unit: MadeUnit, { name, checklistId, points, from, every }: Often): Said {
  const hours = { from: '07:00', until: '19:00' };
  return {
    unitId: unit.id,
    checklistId,
    name,
    from,
    restDays: 'skip',
    graceMinutes: 120,
    points: { of: 'listed', pointIds: points.map(({ id }) => id) },
    cadence: every === 'day' ? { every, ...hours } : { every, weekdays: [1, 3, 5], ...hours },
    doer: { by: 'post', post: 'pointKeeper' },
    ...(every === 'day' ? {} : { insist: '出口每班交接时都要看，逐项检查一周三次' }),
  };
}

function weekly(unit: MadeUnit, { name, checklistId, from }: Named): Said {
  return {
    unitId: unit.id,
    checklistId,
    name,
    from,
    restDays: 'skip',
    points: { of: 'unit' },
    cadence: { every: 'week' },
    doer: { by: 'post', post: 'workshopHead' },
  };
}

function byTeam(unit: MadeUnit, checklistId: string, from: string): Said {
  return {
    unitId: unit.id,
    checklistId,
    name: '班组每日安全检查',
    from,
    restDays: 'skip',
    graceMinutes: 60,
    points: { of: 'unit' },
    cadence: { every: 'day', from: '07:00', until: '20:00' },
    doer: { by: 'post', post: 'teamLeader' },
  };
}
