import type { House } from '@changming/application/context';
import type { Database } from '@changming/database';
import { pino } from 'pino';

import { buildApp, routesOf } from '../app.ts';
import { liveElsewhere, seenIn, viewsOf } from './elsewhere.ts';
import { routesSaid } from './matrix.ts';
import { makeWorld } from './world.ts';

/** 不干涉: what happens beside and above a factory changes not one byte of what its people are shown. What did change, and of how much. */
export async function interference(house: House, owner: Database, oneIn: number) {
  const app = buildApp({ house, log: pino({ level: 'silent' }), secure: false });
  const { routes } = routesSaid(routesOf(app));
  const world = await makeWorld(house, owner);
  const views = await viewsOf(app, world, { routes, oneIn });
  const before = await seenIn(views);
  const made = await liveElsewhere(app, world, { routes, oneIn });
  const after = await seenIn(views);
  const changed = [...before]
    .filter(([name, seen]) => after.get(name) !== seen)
    .map(([name, seen]) => `${name}: ${seen.slice(0, 400)} became ${after.get(name)?.slice(0, 400)}`);
  return { changed, views: views.length, made };
}
