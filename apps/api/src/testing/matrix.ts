import type { House } from '@changming/application/context';
import type { Database } from '@changming/database';
import { pino } from 'pino';

import { buildApp, routesOf } from '../app.ts';
import { type Credential, credentials, type Relation, relations } from './oracle.ts';
import { askerOf, type Question, type Route } from './asker.ts';
import { examples, said } from './table.ts';
import { type Holder, makeWorld, type World } from './world.ts';

/** Which walls stand: both, with every credential; or one alone, with sessions only. */
export type Walls = 'both' | 'policies' | 'predicate';

export type Walked = { readonly asked: number; readonly unexpected: readonly string[] };

type Walk = { readonly walls: Walls; readonly only?: readonly string[] };

/** Asks every question of the matrix, or those about some routes only, once and tells each answer that the description does not expect. */
export async function walkMatrix(house: House, owner: Database, { walls, only }: Walk): Promise<Walked> {
  const app = buildApp({ house, log: pino({ level: 'silent' }), secure: false });
  const { routes, faults } = routesSaid(routesOf(app));
  if (faults.length > 0) return { asked: 0, unexpected: faults };
  const world = await makeWorld(house, owner);
  const asker = askerOf(app, world);
  const all = questions(
    world,
    routes.filter(({ key }) => only === undefined || only.includes(key)),
    walls,
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

function questions(world: World, routes: readonly Route[], walls: Walls): Question[] {
  const shown = walls === 'both' ? credentials : (['session'] as const);
  return routes.flatMap((route) => [
    ...holdersFor(world, route).flatMap((by) =>
      shown.flatMap((credential) => placesFor(route, credential).map((at) => asking(world, by, { route, credential, at, walls }))),
    ),
    ...(route.says.about === 'group'
      ? world.atGroup.map((by) => asking(world, by, { route, credential: 'session', at: 'own', walls }))
      : []),
  ]);
}

/** A door does not look at who stands before it, so one caller is enough, with each credential. */
function holdersFor(world: World, { says }: Route): readonly Holder[] {
  return says.about === 'door' ? world.atUnit.slice(0, 1) : world.atUnit;
}

/** A session is tried at every place; other credentials where they could differ. */
function placesFor({ says }: Route, credential: Credential): readonly Relation[] {
  if (says.about !== 'record' && says.about !== 'list' && says.about !== 'items') return ['own'];
  if (credential === 'session') return relations;
  if (credential === 'token') return ['own', 'foreign'];
  return credential === 'elsewhere' ? ['own', 'child'] : ['own'];
}

type Choice = { readonly route: Route; readonly credential: Credential; readonly at: Relation; readonly walls: Walls };

function asking(world: World, by: Holder, { route, credential, at, walls }: Choice): Question {
  const held = world.atGroup.includes(by) ? 'group' : 'unit';
  return {
    route,
    by,
    credential,
    relation: at,
    at: world.places[at],
    role: by.role,
    method: route.method,
    held,
    walls: walls === 'policies' ? 'policies' : 'both',
  };
}
