import { Readable } from 'node:stream';

import { type DatasetName, type Pull, pullDataset, type PullFormat, pullOf, readDataset } from '@changming/application/analytics';
import type { Context } from 'hono';

import { cutLine } from '../../http/cut-line.ts';
import type { ApiEnv } from '../../http/env.ts';
import { headOf } from './catalogue.ts';

const accepted = [
  ['text/csv', 'csv'],
  ['application/x-ndjson', 'ndjson'],
] as const;

/** One reading of a dataset in the format that was asked for: by parameter, else by `Accept`. */
export async function answer(c: Context<ApiEnv>, name: DatasetName): Promise<Response> {
  const pull = pullOf(name, c.req.queries(), preferred(c.req.header('accept') ?? ''));
  return pull.format === 'json' ? page(c, pull) : stream(c, pull);
}

function preferred(accept: string): PullFormat {
  return accepted.find(([type]) => accept.includes(type))?.[1] ?? 'json';
}

/** The rows are JSON text already and stay as they are: parsing them would round their digits. */
async function page(c: Context<ApiEnv>, pull: Pull): Promise<Response> {
  const { items, next } = await readDataset(c.var.caller, pull);
  return c.body(`{"items":[${items.join(',')}],"next":${JSON.stringify(next)}}`, 200, {
    'content-type': 'application/json; charset=utf-8',
  });
}

async function stream(c: Context<ApiEnv>, pull: Pull): Promise<Response> {
  const heads = pull.heads === 'zh' ? pull.columns.map((column) => headOf(column)) : pull.columns;
  const { chunks } = await pullDataset(c.var.caller, { pull, heads });
  const type = pull.format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8';
  const name = `${pull.dataset}-${c.var.house.clock.today()}.${pull.format}`;
  const headers = { 'content-type': type, 'content-disposition': `attachment; filename="${name}"`, 'x-accel-buffering': 'no' };
  if (c.req.method === 'HEAD') return unread(c, chunks, headers);
  chunks.once('error', () => cutLine(c));
  return c.body(Readable.toWeb(chunks) as ReadableStream, 200, headers);
}

/** Nobody reads the rows of an answer to HEAD, so they are let go, and the connection with them. */
function unread(c: Context<ApiEnv>, chunks: Readable, headers: Record<string, string>): Response {
  chunks.destroy();
  return c.body(null, 200, headers);
}
