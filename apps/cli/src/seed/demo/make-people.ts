import { actAs } from '@changming/application/access';
import type { Actor, House } from '@changming/application/context';
import { appoint, createPerson } from '@changming/application/workforce';

import { eachOf } from '../in-order.ts';
import type { Random } from '../random.ts';
import type { MadeUnit } from './make-units.ts';
import { identityFrom, nameFrom, phoneFrom } from './names.ts';

type Post = Parameters<typeof appoint>[1]['post'];
export type MadePerson = {
  readonly id: string;
  readonly name: string;
  readonly staffNo: string;
  readonly unit: MadeUnit;
  readonly post: Post;
};

type Place = {
  readonly post: Post;
  readonly title: string;
  readonly count: number;
  /** The first of them is the unit's 第一责任人 as well. */
  readonly first?: true;
};

/** Where the demo lacks a 第一责任人, so that the gap can be seen. */
const lacking = ['后勤服务部', '包装班', '叉车班'];

/** Who works where: heads and officers of branches, heads of workshops, leaders and workers of teams. */
const places: Readonly<Record<string, readonly Place[]>> = {
  group: [
    { post: 'firstResponsible', title: '董事长', count: 1 },
    { post: 'unitHead', title: '总经理', count: 1 },
  ],
  subsidiary: [
    { post: 'firstResponsible', title: '总经理', count: 1 },
    { post: 'safetyOfficer', title: '专职安全员', count: 2 },
  ],
  factory: [
    { post: 'unitHead', title: '厂长', count: 1, first: true },
    { post: 'safetyOfficer', title: '安全员', count: 2 },
  ],
  department: [{ post: 'staff', title: '科员', count: 3, first: true }],
  workshop: [
    { post: 'workshopHead', title: '车间主任', count: 1, first: true },
    { post: 'safetyOfficer', title: '兼职安全员', count: 1 },
  ],
  team: [
    { post: 'teamLeader', title: '班组长', count: 1, first: true },
    { post: 'staff', title: '操作工', count: 10 },
  ],
};

type Making = { readonly house: House; readonly editor: Actor; readonly random: Random; readonly on: string };

/** Some four hundred people, each with an appointment; numbers are made up and sealed like real ones. */
export async function makePeople({ house, editor, random, on }: Making, units: readonly MadeUnit[]): Promise<MadePerson[]> {
  const caller = house.at(new Date(`${on}T01:00:00Z`)).callerFor(editor);
  const wanted = units.flatMap((unit) =>
    (places[unit.unit.kind] ?? []).flatMap(({ post, title, count, first = false }) =>
      Array.from({ length: count }, (_, n) => ({ unit, post, title, first: first && n === 0 && !lacking.includes(unit.unit.name) })),
    ),
  );
  const planned = wanted.map((each, at) => ({
    ...each,
    at,
    staffNo: `LZ${String(10_001 + at)}`,
    name: nameFrom(random),
    numbers: { identityNumber: identityFrom(random), phone: phoneFrom(random) },
  }));
  const made: MadePerson[] = [];
  await eachOf(planned, 4, async ({ at, unit, post, title, first, staffNo, name, numbers }) => {
    const { id } = await createPerson(caller, { staffNo, name, unitId: unit.id, title, hiredOn: '2021-03-01', ...numbers });
    await appoint(caller, { personId: id, unitId: unit.id, post, from: '2021-03-01' });
    if (first) await appoint(caller, { personId: id, unitId: unit.id, post: 'firstResponsible', from: '2021-03-01' });
    made[at] = { id, name, staffNo, unit, post };
  });
  return made;
}

/** The editor of the seed: the group's safety department, before it has people. */
export function editorOf(house: House, groupId: string): Promise<Actor> {
  return actAs(house, { role: 'hqSafety', personId: null, unitId: groupId });
}
