import { launchPostgres } from '../launch.ts';

/** A launcher in a process of its own, for tests that kill it: `node launcher.ts <data folder>` prints the server's pid. */
const [, , dataDir = ''] = process.argv;
const server = await launchPostgres({ dataDir, durable: false });
process.stdout.write(`${server.pid}\n`);
setInterval(() => undefined, 60_000);
