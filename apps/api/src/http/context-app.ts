import type { Access } from '@changming/contract/route';
import { refuse } from '@changming/application/context';
import { createRoute, OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';

import type { ApiEnv } from './env.ts';
import { toInvalid } from './problem.ts';
import type { RouteAnswer, RouteContext, ServableRoute } from './route-types.ts';

/** What each route asks and answers stands in the contract: the type of an app does not gather it again, route by route. */
export interface ContextApp extends Hono<ApiEnv> {
  openapi<Route extends ServableRoute>(
    route: Route,
    handler: (c: RouteContext<Route>) => RouteAnswer<Route> | Promise<RouteAnswer<Route>>,
  ): ContextApp;
}

/** The routes of one context. A request that does not fit the contract never reaches a handler; what a handler throws is answered by the app around it. */
export function contextApp(): ContextApp {
  const app: Hono<ApiEnv> = new OpenAPIHono<ApiEnv>({
    defaultHook: (checked, c) => (checked.success ? undefined : toInvalid(checked.error, givenOf(checked), c)),
  });
  return app as ContextApp;
}

/** What the validator was handed: it hands it on, and its type does not say so. */
function givenOf(checked: object): unknown {
  return 'data' in checked ? checked.data : undefined;
}

/** A route of the contract, with its guard before it: nobody unknown passes one that is not public. */
export function served<const Route extends ServableRoute>(route: Route): Route {
  return createRoute({ ...(route as Route & RouteConfig), middleware: [guard(route.access)] });
}

function guard(access: Access) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    if (access === 'public') return next();
    if (c.get('caller').actor.accountId === null) refuse('unknown', c.get('unknownAs'));
    if (access === 'self' && c.get('sessionId') === null && c.req.method !== 'GET') refuse('forbidden', 'access.session_only');
    if (access !== 'self') refuseOwing({ mustChangePassword: c.get('mustChangePassword'), mustEnrolTotp: c.get('mustEnrolTotp') });
    return next();
  });
}

/** Nothing but the own account opens before a first password was changed, and before an administrator has a second lock. */
function refuseOwing({ mustChangePassword, mustEnrolTotp }: Pick<ApiEnv['Variables'], 'mustChangePassword' | 'mustEnrolTotp'>): void {
  if (mustChangePassword) refuse('forbidden', 'access.must_change_password');
  if (mustEnrolTotp) refuse('forbidden', 'access.must_enrol_totp');
}
