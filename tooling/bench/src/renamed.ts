import { randomBytes, randomUUID } from 'node:crypto';

import type { Statement } from './statements.ts';

const names = /[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** The ids and hashes that one run of a verb sends and another does not: what it made itself, and what it was about. */
export function ownNames(one: readonly Statement[], other: readonly Statement[]): string[] {
  const known = namesIn(other);
  return [...namesIn(one)].filter((name) => !known.has(name));
}

function namesIn(statements: readonly Statement[]): Set<string> {
  return new Set(statements.flatMap(({ text, values }) => [text, ...values.flatMap(textsIn)]).flatMap((text) => text.match(names) ?? []));
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.flatMap(textsIn) : [];
}

/** The same statements about another record: what was its own has new names, each the same throughout. */
export function renamed(
  statements: readonly Statement[],
  own: readonly string[],
  about: readonly (readonly [string, string])[],
): Statement[] {
  const given = new Map([...own.map((name) => [name, newName(name)] as const), ...about]);
  const told = (text: string) => text.replaceAll(names, (name) => given.get(name) ?? name);
  const valued = (value: unknown): unknown => {
    if (typeof value === 'string') return told(value);
    return Array.isArray(value) ? value.map(valued) : value;
  };
  return statements.map(({ text, values, ...named }) => ({ ...named, text: told(text), values: values.map(valued) }));
}

function newName(like: string): string {
  return like.length === 64 ? randomBytes(32).toString('hex') : randomUUID();
}
