import { z } from 'zod';

import { textPairs } from '../api/text-pairs.ts';

/** What an address can say: plain words, several of one name for a list. No JSON, so that a person can read and change it. */
export function parseSearch(text: string): Record<string, string | string[]> {
  const params = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const all = params.getAll(name);
      return [name, all.length > 1 ? all : (all[0] ?? '')];
    }),
  );
}

export function stringifySearch(search: Record<string, unknown>): string {
  const pairs = textPairs(search);
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}

type Lenient<Shape extends z.core.$ZodShape> = { [Key in keyof Shape]: z.ZodCatch<z.ZodOptional<Shape[Key]>> };

/**
 * The search parameters of a page, as `validateSearch`. A parameter that makes no sense is dropped, never an error:
 * an old or mistyped link still opens. Numbers with `z.coerce.number()`, switches with `flag`, lists with `many()`.
 */
export function searchOf<const Shape extends Record<string, z.ZodType>>(shape: Shape): z.ZodObject<Lenient<Shape>> {
  const lenient = Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, schema.optional().catch(undefined)]));
  return z.object(lenient as Lenient<Shape>);
}

/** A switch in the address: `within=false`. */
export const flag = z.union([z.boolean(), z.stringbool()]);

/** A list in the address, where one value comes without brackets. */
export function many<Item extends z.ZodType>(item: Item) {
  return z.preprocess((value) => [value].flat(), z.array(item));
}
