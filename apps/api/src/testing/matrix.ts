import type { House } from '@changming/application/context';
import type { Database } from '@changming/database';
import { pino } from 'pino';

import { buildApp, routesOf } from '../app.ts';
import { askerOf, type Route } from './asker.ts';
import { type Extent, questionsOf } from './questions.ts';
import { examples, said } from './table.ts';
import { makeWorld } from './world.ts';

export type Walked = { readonly asked: number; readonly unexpected: readonly string[] };

type Walk = Extent & { readonly only?: readonly string[] };

/** Asks every question of the matrix, or those about some routes only, once and tells each answer that the description does not expect. */
export async function walkMatrix(house: House, owner: Database, { only, ...extent }: Walk): Promise<Walked> {
  const app = buildApp({ house, log: pino({ level: 'silent' }), secure: false });
  const { routes, faults } = routesSaid(routesOf(app));
  if (faults.length > 0) return { asked: 0, unexpected: faults };
  const world = await makeWorld(house, owner, { isStillOutside: true });
  const asker = askerOf(app, world);
  const all = questionsOf(
    world,
    routes.filter(({ key }) => only === undefined || only.includes(key)),
    extent,
  );
  for (const question of all) await asker.ask(question);
  return { asked: all.length, unexpected: asker.unexpected };
}

/** Every route must be described and have an example, and nothing else may be. */
export function routesSaid(served: readonly { readonly method: string; readonly path: string }[]): { routes: Route[]; faults: string[] } {
  const named = served.map(({ method, path }) => ({ method, path, key: `${method} ${path.replace('/api/v1', '')}` }));
  const keys = named.map(({ key }) => key);
  const undescribed = keys.filter((key) => said[key] === undefined).map((key) => `the oracle says nothing of ${key}`);
  const unasked = keys.filter((key) => examples[key] === undefined).map((key) => `no example asks ${key}`);
  const gone = [...new Set([...Object.keys(said), ...Object.keys(examples)])].filter((key) => !keys.includes(key));
  const routes = named.flatMap((route) => {
    const says = said[route.key];
    const example = examples[route.key];
    return says === undefined || example === undefined ? [] : [{ ...route, says, example }];
  });
  return { routes, faults: [...undescribed, ...unasked, ...gone.map((key) => `no route answers ${key}`)] };
}
