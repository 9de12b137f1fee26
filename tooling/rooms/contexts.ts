import { readFileSync } from 'node:fs';

type ContextMap = {
  readonly base: readonly string[];
  readonly ports: readonly string[];
  readonly mayKnow: Readonly<Record<string, readonly string[]>>;
};

const map = JSON.parse(readFileSync(new URL('contexts.json', import.meta.url), 'utf8')) as ContextMap;

export const contexts: readonly string[] = Object.keys(map.mayKnow);
export const ports: readonly string[] = map.ports;

/** A port is never imported by another context: `command()` hands it over. */
const importable = contexts.filter((name) => !ports.includes(name));
const groups: Readonly<Record<string, readonly string[]>> = {
  base: map.base,
  'everything but analytics': importable.filter((name) => name !== 'assessments' && name !== 'analytics'),
  everything: importable.filter((name) => name !== 'analytics'),
};

/** Every other context that `context` may import, groups written out. */
export function mayKnow(context: string): readonly string[] {
  return (map.mayKnow[context] ?? []).flatMap((name) => groups[name] ?? [name]);
}
