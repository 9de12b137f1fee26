import { z } from 'zod';

/** PostgreSQL cannot store U+0000, and a lone surrogate is no text at all. */
function storable(typed: string): boolean {
  return !typed.includes('\u0000') && typed.isWellFormed();
}

/** Text of up to `max` characters that is kept as it comes: a value to compare with, a parameter. Nothing that cannot be stored. */
export function verbatim(max: number) {
  return z.string().max(max).refine(storable, { message: '含有无法保存的字符' });
}

/** Characters without a shape that turn the direction of what follows, or part a word where nobody sees it; pasted along, never typed. */
const unseen = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** A typed text as it is kept: NFC, trimmed, without what cannot be seen. */
export function tidied(typed: string): string {
  return typed.normalize('NFC').replace(unseen, '').trim();
}

/** Text that a person typed: NFC, trimmed, 1 to `max` characters, nothing that cannot be stored and nothing that cannot be seen. */
export function text(max: number) {
  return z
    .string()
    .refine(storable, { message: '含有无法保存的字符' })
    .transform(tidied)
    .pipe(
      z
        .string()
        .min(1, { message: '请填写' })
        .max(max, { message: `不能超过 ${max} 个字` }),
    );
}

/** What is invisible but not the same: zero-width characters, direction marks, soft hyphens, variation selectors. */
const invisible = /[\p{Default_Ignorable_Code_Point}\s]/gu;

/** The key under which look-alike spellings meet: NFKC, without blanks and invisible characters, lower case. */
export function keyOf(typed: string): string {
  return typed.normalize('NFKC').replace(invisible, '').toLowerCase();
}
