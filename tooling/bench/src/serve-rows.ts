import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { Pool } from 'pg';

import { answerWithUsage } from './usage.ts';

/** Bare Hono and pg as the database's owner: the same branch by the same range, seven columns and the rows counted, without login, row-level security and names. */
const [url = ''] = process.argv.slice(2);
const pool = new Pool({ connectionString: url, max: 8 });
pool.on('error', () => undefined);
pool.on('connect', (client) => client.on('error', () => undefined));
const within = 'from hazards where stage = $1 and unit_pos between $2 and $3';
const page = {
  name: 'page',
  text: `select id, number, stage, level, text, found_on::text, due_on::text ${within} order by due_key, id limit 20`,
};
const counted = { name: 'counted', text: `select count(*)::int as count ${within}` };

const app = new Hono();
app.get('/rows', async (c) => {
  const { stage, lo, hi, total } = c.req.query();
  const values = [stage, lo, hi];
  const asked = [pool.query({ ...page, values }), ...(total === undefined ? [] : [pool.query({ ...counted, values })])];
  const [items, count] = await Promise.all(asked);
  return c.json({ items: items?.rows, total: count?.rows[0]?.count });
});
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send?.({ port }));
answerWithUsage();
process.on('disconnect', () => process.exit(0));
