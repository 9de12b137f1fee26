import { randomBytes } from 'node:crypto';
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { foundGroup } from '@changming/application/access';

import type { Shell } from '../verb.ts';

export type DemoAccount = { readonly role: string; readonly login: string; readonly password: string };

/** Long enough for every profile, readable aloud, of three classes. */
export function newPassword(): string {
  return `Cm-${randomBytes(9).toString('base64url')}`;
}

export type GroupName = { readonly code: string; readonly name: string };

/** What the demo is called, and an installation for which no name was given. */
export const demoName: GroupName = { code: 'LZ', name: '岚枝纺织服装集团有限公司' };

type Founding = { readonly demo: boolean; readonly on: string; readonly group?: GroupName };

/** The group and one of each of the three administrators. Their passwords stand in one file that only the operator can read. */
export async function found({ house, config }: Shell, { demo, on, group = demoName }: Founding) {
  const administrators = {
    systemAdmin: { login: 'sysadmin', password: newPassword() },
    securityAdmin: { login: 'secadmin', password: newPassword() },
    auditAdmin: { login: 'audadmin', password: newPassword() },
  };
  const stranger = house.stranger({ via: 'shell', ip: null });
  const { id } = await foundGroup(stranger, { group: { ...group, on }, administrators, mayKeepPasswords: demo });
  const accounts = Object.entries(administrators).map(([role, account]) => ({ role, ...account }));
  await writeAccounts(config.CM_DATA_DIR, demo ? 'demo-accounts.txt' : 'first-accounts.txt', accounts);
  return { group: { ...group, id } };
}

export async function writeAccounts(dataDir: string, file: string, accounts: readonly DemoAccount[]): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const lines = accounts.map(({ role, login, password }) => `${role}\t${login}\t${password}\n`);
  await appendFile(join(dataDir, file), lines.join(''), { mode: 0o600 });
}
