import type { buildApp } from '../app.ts';
import { type Question, type Route, send } from './asker.ts';
import { type Role, roles } from './oracle.ts';
import type { Holder, Place, World } from './world.ts';

type App = ReturnType<typeof buildApp>;
type Seen = ReadonlyMap<string, string>;
type View = { readonly name: string; readonly look: () => Promise<string> };

/**
 * What the people of the factory may look at there and below, each with the address it is seen at.
 *
 * @param oneIn 1 lets everybody look at everything; 3 deals it out, so that a route is looked at by every third of them.
 */
export async function viewsOf(app: App, world: World, { routes, oneIn }: { routes: readonly Route[]; oneIn: number }): Promise<View[]> {
  const views: View[] = [];
  const looking = routes.filter(({ method, says }) => method === 'GET' && says.about !== 'door' && says.handedDown !== true);
  for (const [turn, route] of looking.entries()) {
    const holders = world.atUnit.filter((_, place) => (place + turn) % oneIn === 0);
    for (const at of [world.places.own, world.places.child]) views.push(...(await viewsAt(app, world, { route, at, holders })));
  }
  return views;
}

type Looked = { readonly route: Route; readonly at: Place; readonly holders: readonly Holder[] };

async function viewsAt(app: App, world: World, { route, at, holders }: Looked): Promise<View[]> {
  const views: View[] = [];
  for (const by of holders) {
    const asked = await route.example(world, at, by);
    const look = async () => {
      const answer = await send(app, question(route, by, at), asked);
      /** A workbook says when it was made, so of files only that they came is compared. */
      const shown = (answer.headers.get('content-type') ?? '').includes('json') ? await answer.text() : '';
      return `${answer.status} ${shown}`;
    };
    views.push({ name: `${route.key} as ${by.role}, ${at.relation}`, look });
  }
  return views;
}

export async function seenIn(views: readonly View[]): Promise<Seen> {
  const seen = new Map<string, string>();
  for (const { name, look } of views) seen.set(name, await look());
  return seen;
}

/**
 * Life goes on beside and above the factory: every change that the group's own people can make there is made. How many were.
 *
 * @param oneIn 1 makes each of them beside it, far away and above it; otherwise each is made at one of these, by turns.
 */
export async function liveElsewhere(
  app: App,
  world: World,
  { routes, oneIn }: { routes: readonly Route[]; oneIn: number },
): Promise<number> {
  const changing = routes.filter(({ method, says }) => method !== 'GET' && (says.about === 'record' || says.about === 'items'));
  const { sibling, foreign, parent } = world.places;
  let made = 0;
  for (const [turn, route] of changing.entries())
    for (const at of [sibling, foreign, parent].filter((_, place) => oneIn === 1 || place === turn % 3)) {
      const by = holderFor(world, route);
      const answer = await send(app, question(route, by, at), await route.example(world, at, by));
      if (answer.status < 300) made += 1;
    }
  return made;
}

function holderFor({ atGroup }: World, { says }: Route): Holder {
  const may: readonly Role[] = Array.isArray(says.by) ? says.by : roles;
  const holder = atGroup.find(({ role }) => may.includes(role));
  if (holder === undefined) throw new Error('nobody may');
  return holder;
}

function question(route: Route, by: Holder, at: Place): Question {
  return { route, by, at, role: by.role, relation: 'own', credential: 'session', method: route.method, held: 'unit', walls: 'both' };
}
