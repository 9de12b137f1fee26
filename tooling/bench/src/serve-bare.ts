import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { Pool } from 'pg';

import type { Statement } from './statements.ts';
import { answerWithUsage } from './usage.ts';

/** Bare Hono and pg: the same statements in the same transaction, and nothing else. */
const [url = '', role = ''] = process.argv.slice(2);
const pool = new Pool({ connectionString: url, max: 8, options: `-c role=${role}` });
pool.on('error', () => undefined);
pool.on('connect', (client) => client.on('error', () => undefined));
const app = new Hono();

process.once('message', (statements: Statement[]) => {
  app.get('/list', async (c) => {
    const client = await pool.connect();
    try {
      let rows: unknown[] = [];
      for (const statement of statements) {
        const found = await client.query(statement);
        if (!Array.isArray(found) && found.rows.length > 1) rows = found.rows;
      }
      return c.json({ items: rows });
    } finally {
      client.release();
    }
  });
  serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send?.({ port }));
  answerWithUsage();
  process.on('disconnect', () => process.exit(0));
});
