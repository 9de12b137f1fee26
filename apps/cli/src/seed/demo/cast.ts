import { actAs } from '@changming/application/access';
import type { Actor, House } from '@changming/application/context';

import type { MadePerson } from './make-people.ts';
import type { MadePoint } from './make-points.ts';
import type { MadeUnit } from './make-units.ts';

type Role = Parameters<typeof actAs>[1]['role'];

export type Company = {
  readonly units: readonly MadeUnit[];
  readonly people: readonly MadePerson[];
  readonly points: readonly MadePoint[];
};

/** The people whom a hazard of one workshop meets, each able to act. */
export type Cast = {
  readonly workshop: MadeUnit;
  readonly finder: Actor;
  readonly leader: Actor;
  readonly leaderId: string;
  readonly officer: Actor;
  readonly second: Actor;
  readonly head: Actor;
  readonly headId: string;
  readonly group: Actor;
};

/** Finds them by post, upwards from the workshop: its own head, the officers and the head of the branch above, the group's safety people. */
export async function castOf(house: House, company: Company, workshop: MadeUnit): Promise<Cast> {
  const above = branchAbove(company.units, workshop);
  const root = company.units[0] ?? workshop;
  const person = (unit: MadeUnit, post: string, nth = 0) => holder(company.people, { unit, post, nth });
  const team = company.units.find((unit) => unit.code.startsWith(workshop.code) && unit.unit.kind === 'team') ?? workshop;
  const act = (role: Role, who: MadePerson, unit: MadeUnit) => actAs(house, { role, personId: who.id, unitId: unit.id });
  const leader = person(workshop, 'workshopHead');
  const head = person(above, above.unit.kind === 'factory' ? 'unitHead' : 'firstResponsible');
  const department = company.units.find((unit) => unit.unit.name.startsWith('劳动安全部')) ?? root;
  return {
    workshop,
    finder: await act('worker', person(team, 'staff', 1), workshop),
    leader: await act('workshopHead', leader, workshop),
    leaderId: leader.id,
    officer: await act('safetyOfficer', person(above, 'safetyOfficer'), above),
    second: await act('safetyOfficer', person(above, 'safetyOfficer', 1), above),
    head: await act('unitHead', head, above),
    headId: head.id,
    group: await act('hqSafety', person(department, 'staff', 1), root),
  };
}

function branchAbove(units: readonly MadeUnit[], workshop: MadeUnit): MadeUnit {
  const above = units.filter((unit) => workshop.code.startsWith(unit.code) && ['factory', 'subsidiary'].includes(unit.unit.kind));
  return above.at(-1) ?? workshop;
}

type Sought = { readonly unit: MadeUnit; readonly post: string; readonly nth: number };

function holder(people: readonly MadePerson[], { unit, post, nth }: Sought): MadePerson {
  const found = people.filter((person) => person.unit.id === unit.id && person.post === post);
  const chosen = found[nth] ?? found[0];
  if (chosen === undefined) throw new Error(`the demo has no ${post} at ${unit.path.join('/')}`);
  return chosen;
}
