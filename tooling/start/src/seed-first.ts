import type { ChildEnv } from './child-env.ts';
import type { Config } from './config.ts';
import { asOwner } from './as-owner.ts';
import { lastLines, runToEnd } from './run-to-end.ts';
import { sentences } from './sentences.ts';
import { isHalfSeeded, seedingBegins, seedingIsOver } from './seed-mark.ts';
import { StartFault } from './start-fault.ts';

/** Three quarters of history are made in one go, nearly all of it used once: the larger the young space, the less of it is carried along. */
const roomForTheYoung = '--max-semi-space-size=64';

/**
 * The first start of an empty house: the demo group, or (production, CM_DEMO=0) only the group and its three administrators. What was cut off
 * is begun anew on the embedded server, whose database is emptied for that; a database of one's own is left to whoever owns it.
 * @throws StartFault with the end of the seed's output, or where a database of one's own holds half of it
 */
export async function seedFirst(config: Config, ownerUrl: string, env: ChildEnv): Promise<void> {
  if (await hasUnits(ownerUrl)) {
    if (isHalfSeeded(config.dataDir)) throw new StartFault(sentences.seedHalf);
    return;
  }
  const demo = config.demo && !config.production;
  process.stdout.write(`${demo ? sentences.seeding : sentences.founding}\n`);
  const command = [process.execPath, roomForTheYoung, 'apps/cli/src/main.ts', 'seed', '--profile', demo ? 'demo' : 'empty'];
  await seedingBegins(config.dataDir);
  const { ok, output } = await runToEnd({ command, cwd: config.root, env });
  if (!ok) throw new StartFault(sentences.seedFailed(lastLines(output, 20)));
  await seedingIsOver(config.dataDir);
  process.stdout.write(`${demo ? sentences.seeded : sentences.founded}\n`);
}

async function hasUnits(ownerUrl: string): Promise<boolean> {
  return asOwner(ownerUrl, async (client) => (await client.query('select from units limit 1')).rows.length > 0);
}
