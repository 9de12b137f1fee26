import { start } from '../start.ts';

/** The start command on the folder named first, in a process of its own. */
const [, , root = '', ...args] = process.argv;
await start(process.env, args, root).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
process.exit();
