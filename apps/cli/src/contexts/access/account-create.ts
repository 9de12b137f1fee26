import { parseArgs } from 'node:util';

import { createAccounts, findPersons, operator, type Slip } from '@changming/application/access';
import type { Caller } from '@changming/application/context';
import { sentenceFor } from '@changming/phrases';

import { Misuse, type Run } from '../../verb.ts';

/** `cm account create --person GH10001,GH10002 [--json]`: prints one slip a person, once. */
export const accountCreate: Run = async ({ house, print }, args) => {
  const { values } = parseArgs({ args: [...args], options: { person: { type: 'string', multiple: true }, json: { type: 'boolean' } } });
  const staffNos = (values.person ?? []).flatMap((each) => each.split(',')).filter((each) => each !== '');
  if (staffNos.length === 0) throw new Misuse('请用 --person 给出工号');
  const caller = house.callerFor(operator('systemAdmin'));
  const persons = await personsWith(caller, staffNos);
  const made = await createAccounts(caller, { personIds: persons.map(({ id }) => id) });
  if (values.json === true) return print(JSON.stringify(made));
  for (const slip of made.slips) print(lineOf(slip));
  for (const { personId, code } of made.refused) print(`${persons.find(({ id }) => id === personId)?.staffNo}\t${sentenceFor(code)}`);
};

async function personsWith(caller: Caller, staffNos: readonly string[]) {
  const persons = await findPersons(caller, { staffNos });
  const unknown = staffNos.filter((staffNo) => !persons.some((person) => person.staffNo === staffNo));
  if (unknown.length > 0) throw new Misuse(`${sentenceFor('access.person_not_found')}：${unknown.join('、')}`);
  return persons;
}

function lineOf({ name, unit, login, password, validUntil }: Slip): string {
  return [unit, name ?? '', login, password, `${validUntil} 前有效`].join('\t');
}
