import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { sealTrail, signerIn } from '@changming/application/audit';
import { z } from 'zod';

import { job } from '../../job.ts';

const batch = 5000;

/** 每分钟封存审计轨迹. Each checkpoint is also appended to a file beside the data, which backups and mails carry away. */
export const seal = job({
  name: 'audit.seal',
  cron: '* * * * *',
  payload: z.strictObject({}),
  async run({ clock, dataDir }) {
    const signer = await signerIn(dataDir);
    for (let sealed = batch; sealed === batch; ) {
      const { leaves, note } = await sealTrail(clock, signer, { limit: batch });
      if (note !== null) await keepOutside(dataDir, note);
      sealed = leaves;
    }
  },
});

async function keepOutside(dataDir: string, note: string): Promise<void> {
  const folder = join(dataDir, 'audit');
  await mkdir(folder, { recursive: true });
  await appendFile(join(folder, 'checkpoints.txt'), `${note}\n`);
}
