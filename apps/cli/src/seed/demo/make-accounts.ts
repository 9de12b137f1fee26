import { giveGrant, kindsOf, openDemoAccount, operator } from '@changming/application/access';
import type { House } from '@changming/application/context';

import { type DemoAccount, newPassword } from '../found.ts';
import type { MadePerson } from './make-people.ts';
import type { MadeUnit } from './make-units.ts';

type Role = Parameters<typeof giveGrant>[1]['role'];
type Wanted = { readonly role: Role; readonly post: string; readonly unit: string; readonly at: string };

/** One account for each role, so placed that the story of one workshop can be walked through all of them. */
const wanted: readonly Wanted[] = [
  { role: 'hqLeader', post: 'unitHead', unit: '岚枝纺织服装集团有限公司', at: '岚枝纺织服装集团有限公司' },
  { role: 'hqSafety', post: 'staff', unit: '劳动安全部（安委会办公室）', at: '岚枝纺织服装集团有限公司' },
  { role: 'analyst', post: 'staff', unit: '生产技术部', at: '岚枝纺织服装集团有限公司' },
  { role: 'unitHead', post: 'firstResponsible', unit: '临溪羽绒服饰有限公司', at: '临溪羽绒服饰有限公司' },
  { role: 'safetyOfficer', post: 'safetyOfficer', unit: '临溪第一工厂', at: '临溪第一工厂' },
  { role: 'workshopHead', post: 'workshopHead', unit: '缝制一车间', at: '缝制一车间' },
  { role: 'teamLeader', post: 'teamLeader', unit: '缝制一组', at: '缝制一组' },
  { role: 'worker', post: 'staff', unit: '缝制一组', at: '缝制一车间' },
  { role: 'contractor', post: 'staff', unit: '收货班', at: '收货班' },
];

export type DemoRole = Role;

/** Who has the account of a role. */
export function demoPerson(people: readonly MadePerson[], role: Role): MadePerson | undefined {
  const of = wanted.find((each) => each.role === role);
  return people.find((each) => each.post === of?.post && each.unit.unit.name === of.unit);
}

type Making = { readonly house: House; readonly on: string };

/** Makes the accounts and their grants as the three administrators would, from the shell. */
export async function makeAccounts(
  { house, on }: Making,
  { people, units }: { readonly people: readonly MadePerson[]; readonly units: readonly MadeUnit[] },
): Promise<DemoAccount[]> {
  const system = house.callerFor(operator('systemAdmin'));
  const security = house.callerFor(operator('securityAdmin'));
  const accounts: DemoAccount[] = [];
  for (const { role, unit, at } of wanted) {
    const person = demoPerson(people, role);
    const place = units.find((each) => each.unit.name === at);
    if (person === undefined || place === undefined) throw new Error(`the demo has nobody for ${role} at ${unit}`);
    const password = newPassword();
    const { id: accountId } = await openDemoAccount(system, { personId: person.id, password });
    await giveGrant(security, { accountId, role, kinds: kindsOf(role), unitId: place.id, from: on, to: null });
    accounts.push({ role, login: person.staffNo, password });
  }
  return accounts;
}
