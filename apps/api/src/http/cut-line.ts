import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

import type { ApiEnv } from './env.ts';

/**
 * Breaks the line under an answer that cannot be finished. Left to itself, the server would write what went wrong behind the bytes that were
 * sent and end the answer, and whoever reads it would take it for whole.
 */
export function cutLine(c: Context<ApiEnv>): void {
  const { outgoing } = (c.env ?? {}) as Partial<HttpBindings>;
  outgoing?.destroy();
}
