import type { Question, Route } from './asker.ts';
import { type Credential, credentials, dead, type Relation, relations, type Role } from './oracle.ts';
import type { Holder, World } from './world.ts';

/** Which walls stand: both, with every credential; or one alone, with sessions only. */
export type Walls = 'both' | 'policies' | 'predicate';

/**
 * `whole`: the full product. `telling`: the questions whose answers could differ. `dealt`: a fixed plan, in which each route, each role, each
 * relation and each credential meets each of the others at least once, see `dealtQuestions`.
 */
export type Extent = { readonly walls: Walls; readonly asks: 'whole' | 'telling' | 'dealt' };

type Dealt = { readonly by: Holder; readonly credential: Credential; readonly at: Relation };
type Dealing = { readonly world: World; readonly route: Route; readonly walls: Walls };

export function questionsOf(world: World, routes: readonly Route[], { walls, asks }: Extent): Question[] {
  const plan = asks === 'dealt' ? dealtQuestions : everyQuestion(asks === 'whole' ? everyPlace : tellingPlaces);
  return routes.flatMap((route) => {
    const atUnit = plan({ world, route, walls }).map((dealt) => asking(world, dealt, { route, walls }));
    const byGroup = route.says.about === 'group' ? world.atGroup : [];
    return [...atUnit, ...byGroup.map((by) => asking(world, { by, credential: 'session', at: 'own' }, { route, walls }))];
  });
}

type Places = (route: Route, role: Role, credential: Credential) => readonly Relation[];

function everyQuestion(placesFor: Places): (dealing: Dealing) => Dealt[] {
  return ({ world, route, walls }) => {
    const shown = walls === 'both' ? credentials : (['session'] as const);
    return holdersFor(world, route).flatMap((by) =>
      shown.flatMap((credential) => placesFor(route, by.role, credential).map((at) => ({ by, credential, at }))),
    );
  };
}

/**
 * About each place asks one of those who may; who asks where differs from route to route. Where both walls stand everybody else asks too,
 * nearly all of those who may not about their own, and every other credential is shown once, about a place that differs from route to
 * route. A wall alone has nothing to do with who may not, so one of them is enough there.
 */
function dealtQuestions({ world, route, walls }: Dealing): Dealt[] {
  const turn = turnOf(route);
  const places = everyPlace(route);
  const all = holdersFor(world, route);
  const may = all.filter(({ role }) => mayAsk(route, role));
  const mayNot = all.filter((each) => !may.includes(each));
  const session = (by: Holder, at: Relation): Dealt => ({ by, credential: 'session', at });
  const questions = Math.max(places.length, walls === 'both' ? may.length : 0);
  const inPlaces = Array.from({ length: questions }, (_, n) => session(inTurn(may, turn + n), inTurn(places, n)));
  const seeing = may.filter(({ role }) => route.says.ownOnly?.includes(role) === false);
  const asked = [...inPlaces, ...seeing.slice(0, 2).map((by, n) => session(by, inTurn(places, n)))];
  const somewhere = inTurn(places, turn);
  if (walls !== 'both') return [...asked, ...mayNot.filter((_, n) => n === turn % mayNot.length).map((by) => session(by, somewhere))];
  return [...asked, ...refusedByRole(mayNot, { turn, somewhere }), ...shownOnce({ may, all, places }, turn)];
}

/** What a route is asked does not change when another route comes. */
function turnOf({ key }: Route): number {
  return Array.from(key).reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0);
}

function inTurn<Each>(all: readonly Each[], turn: number): Each {
  return all[turn % all.length] as Each;
}

function refusedByRole(mayNot: readonly Holder[], { turn, somewhere }: { turn: number; somewhere: Relation }): Dealt[] {
  return mayNot.map((by, n) => {
    const place = (turn + n) % mayNot.length;
    return { by, credential: place === 1 ? 'token' : 'session', at: place === 0 ? somewhere : 'own' };
  });
}

type Dealer = { readonly may: readonly Holder[]; readonly all: readonly Holder[]; readonly places: readonly Relation[] };

/** A token of the whole branch and one of a unit below are asked about places that follow each other. */
function shownOnce({ may, all, places }: Dealer, turn: number): Dealt[] {
  const at = inTurn(places, turn);
  return [
    { by: inTurn(may, turn), credential: 'token', at },
    { by: inTurn(may, turn + 1), credential: 'elsewhere', at: inTurn(places, turn + 1) },
    { by: inTurn(may, turn + 2), credential: 'narrow', at },
    ...dead.map((credential, n): Dealt => ({ by: inTurn(all, turn + n), credential, at })),
  ];
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

function asking(world: World, { by, credential, at }: Dealt, { route, walls }: Omit<Dealing, 'world'>): Question {
  const held = world.atGroup.includes(by) ? 'group' : 'unit';
  const standing = walls === 'policies' ? 'policies' : 'both';
  return { route, by, credential, relation: at, at: world.places[at], role: by.role, method: route.method, held, walls: standing };
}
