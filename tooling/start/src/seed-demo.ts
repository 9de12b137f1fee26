import type { ChildEnv } from './child-env.ts';
import type { Config } from './config.ts';
import { asOwner } from './as-owner.ts';
import { lastLines, runToEnd } from './run-to-end.ts';
import { sentences } from './sentences.ts';
import { StartFault } from './start-fault.ts';

/**
 * Loads the demo group into a house without any unit.
 * @throws StartFault with the end of the seed's output
 */
export async function seedDemo(config: Config, ownerUrl: string, env: ChildEnv): Promise<void> {
  if (!config.demo || (await hasUnits(ownerUrl))) return;
  process.stdout.write(`${sentences.seeding}\n`);
  const command = [process.execPath, 'apps/cli/src/main.ts', 'seed', '--profile', 'demo'];
  const { ok, output } = await runToEnd({ command, cwd: config.root, env });
  if (!ok) throw new StartFault(sentences.seedFailed(lastLines(output, 20)));
  process.stdout.write(`${sentences.seeded}\n`);
}

async function hasUnits(ownerUrl: string): Promise<boolean> {
  return asOwner(ownerUrl, async (client) => (await client.query('select from units limit 1')).rows.length > 0);
}
