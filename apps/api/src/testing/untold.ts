import type { Database } from '@changming/database';
import { en, zhCN } from '@changming/phrases';
import { pathsOf, toldCode, toldField } from '@changming/phrases/told';

/** Fields that hold what somebody wrote or a number of the trade, in whatever letters; what an analyst asked for stands as he wrote it. */
const written = ['asked', 'code', 'hash', 'login', 'name', 'prefix', 'q', 'schemeCode', 'sha256', 'sso'];
const instant = /^\d{4}-\d{2}-\d{2}T/u;

/**
 * What the trail of a database tells in no words that a person reads: a field without a name, a code without words, in either language.
 * One line for each act and field, with one of the codes.
 */
export async function untold(owner: Database): Promise<string[]> {
  const rows = await owner.selectFrom('trail').select(['verb', 'before', 'after']).execute();
  const found = rows.flatMap(({ verb, before, after }) => [before, after].flatMap((told) => wordless(verb, told ?? {})));
  return [...new Map(found).values()].toSorted();
}

type Found = readonly [place: string, line: string];

function wordless(verb: string, told: object): Found[] {
  return Object.entries(told).flatMap(([field, value]) => [...namelessField(verb, field), ...wordlessValue(verb, field, value)]);
}

function namelessField(verb: string, field: string): Found[] {
  const named = [zhCN, en].every((words) => toldField(words, verb, field) !== undefined);
  return named ? [] : [[`${verb} ${field}`, `${verb}: “${field}” has no name in packages/phrases/src/zh-CN/audit`]];
}

function wordlessValue(verb: string, field: string, value: unknown): Found[] {
  if (Array.isArray(value)) return value.flatMap((item) => wordlessValue(verb, field, item));
  if (value !== null && typeof value === 'object') return written.includes(field) ? [] : wordless(verb, value);
  if (typeof value !== 'string' || !isCode({ verb, field }, value)) return [];
  const spoken = [zhCN, en].every((words) => toldCode(words, { verb, field }, value) !== undefined);
  return spoken ? [] : [[`${verb} ${field} =`, `${verb}: “${value}” in “${field}” has no words in packages/phrases/src/told-codes.ts`]];
}

/** What stands in a field of codes, and what looks like a code where nobody writes freely. */
function isCode({ verb, field }: { readonly verb: string; readonly field: string }, value: string): boolean {
  if (written.includes(field) || instant.test(value)) return false;
  return pathsOf(verb, field).length > 0 || /^[a-z]+(?:[.A-Z]\w*)*$/u.test(value);
}
