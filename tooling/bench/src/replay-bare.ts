import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { Pool } from 'pg';

import type { Statement } from './statements.ts';
import { answerWithUsage } from './usage.ts';

/** Bare Hono and pg for writes: the next of the transactions that the parent prepared, statement by statement, and nothing else. */
const [url = '', role = ''] = process.argv.slice(2);
const pool = new Pool({ connectionString: url, max: 8, options: `-c role=${role}` });
pool.on('error', () => undefined);
pool.on('connect', (client) => client.on('error', () => undefined));
const app = new Hono();

process.once('message', (transactions: Statement[][]) => {
  app.post('/next', async (c) => {
    const [{ id }, client] = [await c.req.json<{ id: string }>(), await pool.connect()];
    try {
      for (const statement of transactions.pop() ?? []) await client.query(statement);
      return c.json({ id }, 201);
    } finally {
      client.release();
    }
  });
  serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send?.({ port }));
  answerWithUsage();
  process.on('disconnect', () => process.exit(0));
});
