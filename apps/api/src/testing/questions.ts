import type { Question, Route } from './asker.ts';
import { type Credential, credentials, dead, type Relation, relations, type Role } from './oracle.ts';
import type { Holder, World } from './world.ts';

/** Which walls stand: both, with every credential; or one alone, with sessions only. */
export type Walls = 'both' | 'policies' | 'predicate';

/**
 * `whole`: the full product. `telling`: the questions whose answers could differ. `dealt`: of those, every one by a dead credential; about a
 * foreign place by everybody who may; at each other place by one of those who may, a different one from route to route, and where both walls
 * stand about one's own by everybody who may not and by every second of those who may. Of whoever may not elsewhere, and of the other
 * credentials, every fifth is asked.
 */
export type Extent = { readonly walls: Walls; readonly asks: 'whole' | 'telling' | 'dealt' };

export function questionsOf(world: World, routes: readonly Route[], { walls, asks }: Extent): Question[] {
  const shown = walls === 'both' ? credentials : (['session'] as const);
  const placesFor = asks === 'whole' ? everyPlace : tellingPlaces;
  return routes.flatMap((route) => {
    const asked = asks === 'dealt' ? dealtOf(world, { route, walls }) : () => true;
    const holders = holdersFor(world, route).flatMap((by) =>
      shown.flatMap((credential) =>
        placesFor(route, by.role, credential)
          .filter((at) => asked({ by, credential, at }))
          .map((at) => asking(world, by, { route, credential, at, walls })),
      ),
    );
    const ofGroup = route.says.about === 'group' ? world.atGroup : [];
    return [...holders, ...ofGroup.map((by) => asking(world, by, { route, credential: 'session', at: 'own', walls }))];
  });
}

type Dealing = { readonly route: Route; readonly walls: Walls };
type Dealt = { readonly by: Holder; readonly credential: Credential; readonly at: Relation };

/** What a route is asked does not change when another route comes. */
function dealtOf(world: World, { route, walls }: Dealing): (dealt: Dealt) => boolean {
  const turn = Array.from(route.key).reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0);
  const all = holdersFor(world, route);
  const may = all.filter(({ role }) => mayAsk(route, role));
  return ({ by, credential, at }) => {
    if (dead.includes(credential)) return true;
    const fifth = (turn + all.indexOf(by) + relations.indexOf(at) + credentials.indexOf(credential)) % 5 === 0;
    const isEverybodys = at === 'own' && walls === 'both';
    if (credential !== 'session') return fifth;
    if (!may.includes(by)) return isEverybodys || fifth;
    const second = isEverybodys && (turn + may.indexOf(by)) % 2 === 0;
    return second || at === 'foreign' || may[(turn + relations.indexOf(at)) % may.length] === by;
  };
}

function mayAsk({ says }: Route, role: Role): boolean {
  return !Array.isArray(says.by) || says.by.includes(role);
}

/** A door does not look at who stands before it, so one caller is enough, with each credential. */
function holdersFor(world: World, { says }: Route): readonly Holder[] {
  return says.about === 'door' ? world.atUnit.slice(0, 1) : world.atUnit;
}

function hasPlace({ says }: Route): boolean {
  return says.about === 'record' || says.about === 'list' || says.about === 'items';
}

function everyPlace(route: Route): readonly Relation[] {
  return hasPlace(route) ? relations : ['own'];
}

/**
 * Whoever may do it is asked at every place; whoever may not, near and far. Dead credentials are nobody's, so one role shows them. Tokens
 * are tried where they could differ from the session of their owner.
 */
function tellingPlaces(route: Route, role: Role, credential: Credential): readonly Relation[] {
  const { by, about } = route.says;
  if (dead.includes(credential) && about !== 'door') return role === (Array.isArray(by) ? by[0] : 'worker') ? ['own'] : [];
  if (!hasPlace(route)) return ['own'];
  const places: Partial<Record<Credential, readonly Relation[]>> = mayAsk(route, role)
    ? { session: relations, token: ['own', 'foreign'], narrow: ['own'], elsewhere: ['own', 'child'] }
    : { session: ['own', 'foreign'], token: ['own'] };
  return places[credential] ?? [];
}

type Choice = { readonly route: Route; readonly credential: Credential; readonly at: Relation; readonly walls: Walls };

function asking(world: World, by: Holder, { route, credential, at, walls }: Choice): Question {
  const held = world.atGroup.includes(by) ? 'group' : 'unit';
  const standing = walls === 'policies' ? 'policies' : 'both';
  return { route, by, credential, relation: at, at: world.places[at], role: by.role, method: route.method, held, walls: standing };
}
