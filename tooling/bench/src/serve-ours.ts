import { clockFrom } from '@changming/application/clock';
import { openHouse } from '@changming/application/context';
import { localFiles } from '@changming/application/files';
import { secretsFrom } from '@changming/application/secrets';
import { serve } from '@hono/node-server';
import { pino } from 'pino';

import { buildApp } from '@changming/api/app';
import { answerWithUsage } from './usage.ts';

/** The product's own API in a process of its own; it tells its port and, when asked, its CPU time. */
const [url = '', role = ''] = process.argv.slice(2);
const house = openHouse({ url, role, max: 8, clock: clockFrom(undefined), secrets: secretsFrom(Buffer.alloc(32, 7).toString('base64')) });
const app = buildApp({ house, log: pino({ level: 'info' }, pino.destination('/dev/null')), secure: false, files: localFiles('/tmp') });
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send?.({ port }));
answerWithUsage();
process.on('disconnect', () => process.exit(0));
