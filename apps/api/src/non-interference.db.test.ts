import { test } from '@changming/application/testing';
import { pino } from 'pino';
import { expect } from 'vitest';

import { buildApp, routesOf } from './app.ts';
import { liveElsewhere, seenIn, viewsOf } from './testing/elsewhere.ts';
import { routesSaid } from './testing/matrix.ts';
import { makeWorld } from './testing/world.ts';

/** 不干涉: what happens beside and above a factory changes not one byte of what its people are shown. */
test('nothing that happens outside a branch is seen inside of it', async ({ house, database: { owner } }) => {
  const app = buildApp({ house, log: pino({ level: 'silent' }), secure: false });
  const { routes } = routesSaid(routesOf(app));
  const world = await makeWorld(house, owner);
  const views = await viewsOf(app, world, routes);
  const before = await seenIn(views);

  const made = await liveElsewhere(app, world, routes);

  const after = await seenIn(views);
  const changed = [...before]
    .filter(([name, seen]) => after.get(name) !== seen)
    .map(([name, seen]) => `${name}: ${seen.slice(0, 400)} became ${after.get(name)?.slice(0, 400)}`);
  expect(changed).toEqual([]);
  expect(views.length).toBeGreaterThan(500);
  expect(made).toBeGreaterThan(60);
}, 300_000);
