import type { ChildEnv } from './child-env.ts';
import type { Config } from './config.ts';
import { asOwner } from './as-owner.ts';
import { lastLines, runToEnd } from './run-to-end.ts';
import { sentences } from './sentences.ts';
import { StartFault } from './start-fault.ts';

/** Three quarters of history are made in one go, nearly all of it used once: the larger the young space, the less of it is carried along. */
const roomForTheYoung = '--max-semi-space-size=64';

/**
 * The first start of an empty house: the demo group, or (production, CM_DEMO=0) only the group and its three administrators. A table in the
 * database itself marks it as long as that goes on, so that half of it is never taken for all; nothing is emptied but by whoever owns it.
 * @throws StartFault with the end of the seed's output, or where an earlier first start was cut off
 */
export async function seedFirst(config: Config, ownerUrl: string, env: ChildEnv): Promise<void> {
  if (await isFilled(config, ownerUrl)) return;
  const demo = config.demo && !config.production;
  process.stdout.write(`${demo ? sentences.seeding : sentences.founding}\n`);
  const command = [process.execPath, roomForTheYoung, 'apps/cli/src/main.ts', 'seed', '--profile', demo ? 'demo' : 'empty'];
  await asOwner(ownerUrl, (client) => client.query('create table house.first_content ()'));
  const { ok, output } = await runToEnd({ command, cwd: config.root, env });
  if (!ok) throw new StartFault(sentences.seedFailed(lastLines(output, 20)));
  await asOwner(ownerUrl, (client) => client.query('drop table house.first_content'));
  process.stdout.write(`${demo ? sentences.seeded : sentences.founded}\n`);
}

async function isFilled({ database, dataDir }: Config, ownerUrl: string): Promise<boolean> {
  const asked = `select exists (select from units) as filled, to_regclass('house.first_content') is not null as half`;
  const { rows } = await asOwner(ownerUrl, (client) => client.query<{ filled: boolean; half: boolean }>(asked));
  if (rows[0]?.half === true) throw new StartFault(database.owner === undefined ? sentences.seedHalf(dataDir) : sentences.seedHalfOutside);
  return rows[0]?.filled === true;
}
