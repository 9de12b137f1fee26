import { clockFrom } from '@changming/application/clock';
import { openHouse } from '@changming/application/context';
import { secretsFrom } from '@changming/application/secrets';
import { pino } from 'pino';

import { buildApp, routesOf } from './app.ts';

/** Prints every route with who may knock, as JSON. The house it is built on is never entered: a pool connects at its first query. */
const house = openHouse({
  url: 'postgres://nobody@127.0.0.1:1/none',
  clock: clockFrom(undefined),
  secrets: secretsFrom(Buffer.alloc(32).toString('base64')),
});
process.stdout.write(`${JSON.stringify(routesOf(buildApp({ house, log: pino({ level: 'silent' }), secure: false })), null, 2)}\n`);
await house.close();
