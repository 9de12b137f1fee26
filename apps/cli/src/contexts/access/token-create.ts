import { findAccount, findUnits, issueToken, machinePermissions, operator } from '@changming/application/access';
import { type Caller } from '@changming/application/context';
import { parseArgs } from 'node:util';

import { Misuse, type Run } from '../../verb.ts';

const options = {
  person: { type: 'string' },
  scopes: { type: 'string' },
  units: { type: 'string', default: '' },
  days: { type: 'string', default: '90' },
  name: { type: 'string', default: '命令行' },
} as const;

/** `cm token create --person GH10001 --scopes hazards.read,units.read [--units CODE,…] [--days 90]`: prints the token once. */
export const tokenCreate: Run = async ({ house, print }, args) => {
  const { values } = parseArgs({ args: [...args], options });
  if (values.person === undefined || values.scopes === undefined) throw new Misuse('请用 --person 和 --scopes 给出工号和权限');
  const asked = listed(values.scopes);
  const scopes = machinePermissions.filter((permission) => asked.includes(permission));
  const strange = asked.filter((each) => !scopes.some((known) => known === each));
  if (strange.length > 0) throw new Misuse(`不能写进令牌的权限：${strange.join('、')}；可用：${machinePermissions.join(' ')}`);
  const caller = house.callerFor(operator('securityAdmin'));
  const { id: accountId } = await findAccount(caller, { login: values.person });
  const unitIds = await idsOf(caller, listed(values.units));
  const expiresOn = dayAfter(house.clock.now(), Number(values.days));
  const { secret } = await issueToken(caller, { accountId, name: values.name, scopes, unitIds, expiresOn });
  print(secret);
};

function listed(text: string): string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

async function idsOf(caller: Caller, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return [];
  const units = await findUnits(caller, { codes });
  const unknown = codes.filter((code) => !units.some((unit) => unit.code === code));
  if (unknown.length > 0) throw new Misuse(`没有这些单位：${unknown.join('、')}`);
  return units.map(({ id }) => id);
}

/** The day in Shanghai, `days` after now. */
function dayAfter(now: Date, days: number): string {
  if (!Number.isInteger(days)) throw new Misuse('--days 应为整数');
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(now.getTime() + days * 86_400_000));
}
