import type { OpenAPIHono } from '@hono/zod-openapi';

import type { ApiEnv } from '../http/env.ts';

export type ListedRoute = {
  readonly tag: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly access: string;
};

/** Every route of the contract, in the order in which it was declared. */
export function listedRoutes(api: OpenAPIHono<ApiEnv>): ListedRoute[] {
  return api.openAPIRegistry.definitions.flatMap((definition) => {
    if (definition.type !== 'route') return [];
    const { tags = [], method, path, summary = '', ...more } = definition.route;
    const access = 'access' in more && typeof more.access === 'string' ? more.access : '';
    return [{ tag: tags[0] ?? '', method: method.toUpperCase(), path, summary, access }];
  });
}
