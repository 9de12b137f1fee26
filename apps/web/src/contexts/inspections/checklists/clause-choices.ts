import type { Clause } from '@changming/contract/standards';
import { basisWords, type Language } from '@changming/phrases';

type ClauseChoice = { readonly value: string; readonly label: string; readonly about: string };

/** Whether somebody types a code, which may be one that the library does not know yet, and not words to search by. */
export function isClauseCode(typed: string): boolean {
  return /^[A-Z][A-Z0-9]*-\d[\d.]*(?:-\d+)?$/iu.test(typed.trim());
}

/** Clauses found, each as people cite it and with its title; of several versions of a code one is enough, as the item holds the code. */
export function clauseChoices(found: readonly Pick<Clause, 'code' | 'title'>[], language: Language): ClauseChoice[] {
  const titles = new Map<string, string>();
  for (const { code, title } of found) if (!titles.has(code)) titles.set(code, title);
  return [...titles].map(([value, about]) => ({ value, label: basisWords(value, language), about }));
}
