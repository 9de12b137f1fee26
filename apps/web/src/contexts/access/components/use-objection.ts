import { useMe } from '../../../api/me.ts';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { objectionToActOn } from '../account-words.ts';
import type { Account } from '../accounts-queries.ts';

/** Why whoever is signed in may not act on this account, in the API's words; null when he may. */
export function useObjectionToActOn(account: Account): string | null {
  const code = objectionToActOn(account, useMe());
  return code === null ? null : refusalSentence(code);
}
