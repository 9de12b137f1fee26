import { globSync } from 'node:fs';

import { contexts } from './contexts.mjs';

/** Where a context lives in each package; `*` is the context. Every room must belong to a context of the map. */
const rooms = [
  'packages/domain/src/*/index.ts',
  'packages/application/src/*/index.ts',
  'packages/contract/src/*.ts',
  'packages/database/src/schema/*.ts',
  'packages/phrases/src/zh-CN/*.ts',
  'apps/api/src/contexts/*/routes.ts',
  'apps/worker/src/contexts/*/jobs.ts',
  'apps/web/src/contexts/*/queries.ts',
];
const shared = new Set(['kernel', 'testing', 'route', 'problem', 'trail', 'shell']);

const named = (pattern) => {
  const [before, after] = pattern.split('*');
  return globSync(pattern).map((path) => path.slice(before.length, path.length - after.length));
};
const strangers = rooms.flatMap((room) =>
  named(room)
    .filter((name) => !contexts.includes(name) && !shared.has(name))
    .map((name) => `${room}: ${name}`),
);
if (strangers.length > 0) throw new Error(`Rooms without a context in tooling/rooms/contexts.json:\n${strangers.join('\n')}`);
