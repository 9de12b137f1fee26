import type { House } from '@changming/application/context';
import { test } from '@changming/application/testing';
import type { Database } from '@changming/database';
import { pino } from 'pino';
import { describe, expect } from 'vitest';

import { buildApp, routesOf } from './app.ts';
import { type Route, send } from './testing/asker.ts';
import type { Asked } from './testing/example.ts';
import { smuggling, spoilt } from './testing/hostile.ts';
import { routesSaid } from './testing/matrix.ts';
import { type Role, roles } from './testing/oracle.ts';
import { makeWorld, type World } from './testing/world.ts';

const patience = 300_000;
let stage: Awaited<ReturnType<typeof staged>> | null = null;

async function staged(house: House, owner: Database) {
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

describe('a request that no form sends', () => {
  test(
    'is refused with a sentence or taken as it is, and is never a fault',
    async ({ house, database: { owner } }) => {
      stage ??= await staged(house, owner);
      const { routes, ask, example } = stage;
      const faults: string[] = [];

      for (const route of routes)
        for (const worse of spoilt(await example(route))) {
          const { status, text } = await ask(route, worse);
          if (status >= 500) faults.push(`${route.key} ${JSON.stringify(worse).slice(0, 300)}: ${status}`);
          if (status >= 400 && !/"title":"[^"]*\p{Script=Han}/u.test(text))
            faults.push(`${route.key}: ${status} without a Chinese sentence`);
        }

      expect(faults).toEqual([]);
    },
    patience,
  );

  test(
    'is refused when it carries what it must not set',
    async ({ house, database: { owner } }) => {
      stage ??= await staged(house, owner);
      const { routes, ask, example } = stage;
      const taken: string[] = [];

      for (const route of routes)
        for (const more of smuggling(await example(route))) {
          const { status } = await ask(route, more);
          if (status !== 422)
            taken.push(`${route.key} ${JSON.stringify(more.query)} ${JSON.stringify(more.body ?? null).slice(-120)}: ${status}`);
        }

      expect(taken).toEqual([]);
    },
    patience,
  );
});
