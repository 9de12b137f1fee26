import { globSync } from 'node:fs';

import { contexts } from './contexts.ts';

/** Where a context lives in each package; `*` is the context. Every room must belong to a context of the map. */
export const rooms = [
  'packages/domain/src/*/',
  'packages/application/src/*/',
  'packages/contract/src/*.ts',
  'packages/database/src/schema/*.ts',
  'packages/phrases/src/zh-CN/*.ts',
  'packages/phrases/src/en/*.ts',
  'apps/api/src/contexts/*/',
  'apps/worker/src/contexts/*/',
  'apps/web/src/contexts/*/',
] as const;

/** Rooms that belong to no context, and where they may stand. */
const shared: Readonly<Record<string, readonly string[]>> = {
  'packages/domain/src/*/': ['kernel', 'testing'],
  'packages/application/src/*/': ['documents', 'jobs', 'testing'],
  'packages/contract/src/*.ts': ['documents', 'route', 'problem'],
  'packages/database/src/schema/*.ts': ['documents', 'known'],
  'packages/phrases/src/zh-CN/*.ts': ['request', 'shell'],
  'packages/phrases/src/en/*.ts': ['request', 'shell'],
};

export type Room = { readonly pattern: string; readonly name: string; readonly path: string };

/** Every room below `root` that belongs to a context, or ought to. */
export function roomsIn(root: string): Room[] {
  return rooms.flatMap((pattern) => {
    const [before = '', after = ''] = pattern.split('*');
    return globSync(pattern, { cwd: root })
      .filter((path) => !path.endsWith('.test.ts'))
      .map((path) => ({ pattern, path, name: path.slice(before.length, after === '/' ? undefined : path.length - after.length) }))
      .map((room) => ({ ...room, name: room.name.replace(/\/$/, '') }))
      .filter(({ name }) => !(shared[pattern] ?? []).includes(name));
  });
}

/** Rooms whose name is no context of the map: one line each. */
export function strangeRooms(root: string): string[] {
  return roomsIn(root)
    .filter(({ name }) => !contexts.includes(name))
    .map(({ path, name }) => `${path}: “${name}” is no context of tooling/rooms/contexts.json`);
}

/** A context has every room that others of it need: whoever has a wire shape has sentences in both languages. */
export function missingRooms(root: string): string[] {
  const found = roomsIn(root);
  const has = (pattern: string, name: string) => found.some((room) => room.pattern === pattern && room.name === name);
  return contexts.flatMap((context) => {
    const spoken = ['packages/contract/src/*.ts', 'apps/web/src/contexts/*/'].some((pattern) => has(pattern, context));
    const needed = ['packages/phrases/src/zh-CN/*.ts', 'packages/phrases/src/en/*.ts'];
    return spoken ? needed.filter((pattern) => !has(pattern, context)).map((pattern) => `${pattern.replace('*', context)} is missing`) : [];
  });
}
