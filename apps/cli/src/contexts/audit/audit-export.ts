import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';

import { exportTrail, signerIn } from '@changming/application/audit';

import { Misuse, type Run } from '../../verb.ts';

/** `cm audit export --to trail.jsonl`: the sealed trail for the stand-alone verifier, `tooling/verify/verify-trail.ts`. */
export const auditExport: Run = async ({ speakAs, config, print }, args) => {
  const { values } = parseArgs({ args: [...args], options: { to: { type: 'string' } } });
  if (values.to === undefined) throw new Misuse('请用 --to 给出文件');
  const out = createWriteStream(values.to, { mode: 0o600 });
  let lines = 0;
  for await (const line of exportTrail(speakAs('auditAdmin'), await signerIn(config.CM_DATA_DIR))) {
    lines += 1;
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
  print(`已导出 ${lines} 行到 ${values.to}`);
};
