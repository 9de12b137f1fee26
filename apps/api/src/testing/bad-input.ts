import type { House } from '@changming/application/context';
import type { Database } from '@changming/database';
import { pino } from 'pino';
import { expect } from 'vitest';

import { buildApp, routesOf } from '../app.ts';
import { type Route, send } from './asker.ts';
import type { Asked } from './example.ts';
import { spoilt } from './hostile.ts';
import { routesSaid } from './matrix.ts';
import { type Role, roles } from './oracle.ts';
import { makeWorld, type World } from './world.ts';

export type Stage = Awaited<ReturnType<typeof staged>>;

/** The product, a world in it, and how a route is asked by somebody whom nothing stops before the request is read. */
export async function staged(house: House, owner: Database) {
  const app = buildApp({ house, log: pino({ level: 'silent' }), secure: false });
  const { routes } = routesSaid(routesOf(app));
  const world = await makeWorld(house, owner);
  const ask = async (route: Route, asked: Asked) => {
    const by = callerFor(world, route);
    const at = world.places.own;
    const question = {
      route,
      by,
      at,
      role: by.role,
      relation: 'own',
      credential: 'session',
      method: route.method,
      held: 'group',
      walls: 'both',
    } as const;
    const answer = await send(app, question, asked);
    return { status: answer.status, text: await answer.text() };
  };
  const example = async (route: Route) => route.example(world, world.places.own, callerFor(world, route));
  return { routes, ask, example };
}

/** Somebody of the group who may do it, so that nothing stops the request before it is read. */
function callerFor({ atGroup }: World, { says }: Route) {
  const may: readonly Role[] = Array.isArray(says.by) ? says.by : roles;
  return atGroup.find(({ role }) => may.includes(role)) ?? expect.fail('nobody may');
}

/**
 * Asks every route with spoilt requests; what was answered with a fault, or refused without a Chinese sentence.
 *
 * @param oneIn 1 asks all of them; 3 deals them out, so that a route meets every third and each spoilt value meets many routes.
 */
export async function faultsOf({ routes, ask, example }: Stage, oneIn: number): Promise<string[]> {
  const faults: string[] = [];
  for (const [turn, route] of routes.entries()) {
    const dealt = spoilt(await example(route)).filter((_, at) => (at + turn) % oneIn === 0);
    for (const worse of dealt) {
      const { status, text } = await ask(route, worse);
      if (status >= 500) faults.push(`${route.key} ${JSON.stringify(worse).slice(0, 300)}: ${status}`);
      if (status >= 400 && !/"title":"[^"]*\p{Script=Han}/u.test(text)) faults.push(`${route.key}: ${status} without a Chinese sentence`);
    }
  }
  return faults;
}
