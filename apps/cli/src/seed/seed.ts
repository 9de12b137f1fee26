import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { foundGroup } from '@changming/application/access';

import type { Verb } from '../verb.ts';

/** `cm seed --profile empty|demo --seed N`: the group, its three administrators and, for the demo, a living history. */
export const seed: Verb = {
  name: 'seed',
  summary: '建立集团；--profile demo 载入演示集团',
  async run({ house, config, print }, args) {
    const { values } = parseArgs({
      args: [...args],
      options: { profile: { type: 'string', default: 'empty' }, seed: { type: 'string', default: '1' } },
    });
    if (values.profile === 'demo' && config.CM_ENV === 'production') throw new Error('生产环境不能载入演示集团');
    const password = () => `Cm-${randomBytes(6).toString('base64url')}`;
    const administrators = {
      systemAdmin: { login: 'sysadmin', password: password() },
      securityAdmin: { login: 'secadmin', password: password() },
      auditAdmin: { login: 'audadmin', password: password() },
    };
    const group = { code: 'LZ', name: '岚枝纺织服装集团有限公司', on: '2020-01-01' };
    await foundGroup(house.stranger({ via: 'shell', ip: null }), { group, administrators, mayKeepPasswords: values.profile === 'demo' });
    await mkdir(config.CM_DATA_DIR, { recursive: true });
    const lines = Object.entries(administrators).map(([role, { login, password: secret }]) => `${role}\t${login}\t${secret}`);
    await writeFile(join(config.CM_DATA_DIR, 'demo-accounts.txt'), `${lines.join('\n')}\n`, { mode: 0o600 });
    print(`已建立 ${group.name}`);
  },
};
