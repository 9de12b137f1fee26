import { clockFrom } from '@changming/application/clock';
import { openHouse } from '@changming/application/context';
import { testSecrets } from '@changming/application/testing';
import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';

import { buildApp, routesOf } from './app.ts';
import type { Question, Route } from './testing/asker.ts';
import { routesSaid } from './testing/matrix.ts';
import { credentials, expectedFor, relations, roles } from './testing/oracle.ts';
import { questionsOf, type Walls } from './testing/questions.ts';
import type { World } from './testing/world.ts';

/** Callers and places without a database: a plan needs no more of them. */
const holders = () => roles.map((role) => ({ role, accountId: role, personId: role, headers: {} }));
const world = { atUnit: holders(), atGroup: holders(), places: {} } as unknown as World;
let routes: readonly Route[] = [];

beforeAll(async () => {
  const house = openHouse({ url: 'postgres://nobody@127.0.0.1:1/none', clock: clockFrom(undefined), secrets: testSecrets });
  ({ routes } = routesSaid(routesOf(buildApp({ house, log: pino({ level: 'silent' }), secure: false }))));
  await house.close();
});

function dealt(walls: Walls): Question[] {
  return questionsOf(world, routes, { walls, asks: 'dealt' });
}

function pairs(questions: readonly Question[], ...[one, other]: readonly ('role' | 'relation' | 'credential')[]): number {
  return new Set(questions.map((question) => `${question[one ?? 'role']} ${question[other ?? 'role']}`)).size;
}

const about = (question: Question) => question.route.says.about;
const hasPlace = (question: Question) => ['record', 'list', 'items'].includes(about(question));

/** What of each route is asked, for all routes the same. */
function eachRoute(questions: readonly Question[], of: (question: Question) => string): string[] {
  const byRoute = Map.groupBy(questions, ({ route }) => route.key);
  return [...new Set([...byRoute.values()].map((all) => [...new Set(all.map(of))].toSorted().join(' ')))];
}

describe('the fixed plan of the matrix', () => {
  it('asks every route as every role with a credential that lives, and shows it every credential', () => {
    const questions = dealt('both').filter((question) => about(question) !== 'door');
    const living = questions.filter(({ credential }) => credential === 'session' || credential === 'token');

    expect(eachRoute(living, ({ role }) => role)).toEqual([roles.toSorted().join(' ')]);
    expect(eachRoute(questions, ({ credential }) => credential)).toEqual([credentials.toSorted().join(' ')]);
  });

  it.each(['both', 'policies', 'predicate'] as const)('with %s standing asks about every place by somebody who may', (walls) => {
    const mayAsk = ({ route: { says }, role }: Question) => !Array.isArray(says.by) || says.by.includes(role);
    const questions = dealt(walls).filter((question) => hasPlace(question) && question.credential === 'session' && mayAsk(question));

    expect(eachRoute(questions, ({ relation }) => relation)).toEqual([relations.toSorted().join(' ')]);
  });

  it('brings every credential to every role and every place', () => {
    expect(pairs(dealt('both'), 'role', 'credential')).toBe(roles.length * credentials.length);
    expect(pairs(dealt('both'), 'role', 'relation')).toBe(roles.length * relations.length);
    expect(pairs(dealt('both'), 'credential', 'relation')).toBe(credentials.length * relations.length);
  });

  it('lets somebody through at every record and list, unless everybody has only his own', () => {
    const reached = dealt('both').filter((question) => ['record', 'list'].includes(about(question)) && !hasOnlyOwn(question.route));

    expect(eachRoute(reached, (question) => (expectedFor(question.route.says, question) === 'through' ? 'through' : 'refused'))).toEqual([
      'refused through',
    ]);
  });
});

function hasOnlyOwn({ says }: Route): boolean {
  return Array.isArray(says.by) && says.by.every((role) => says.ownOnly?.includes(role));
}
