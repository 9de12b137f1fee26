import { runVerb } from '../run-verb.ts';

/** One verb on the folder named first, in a process of its own. */
const [, , root = '', ...args] = process.argv;
process.exit(await runVerb(process.env, args, root));
