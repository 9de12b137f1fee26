import * as accounts from '@changming/contract/access/accounts';
import * as tokens from '@changming/contract/access/tokens';
import { queryOptions } from '@tanstack/react-query';
import i18next from 'i18next';

import { call } from '../../api/call.ts';
import { mostCounted, type Todo, type TodoSource } from '../../app/home/todo-source.ts';
import { dayAfter, dayOf, instantText } from '../../ui/dates.ts';
import { accountName } from './account-words.ts';
import { warnDays } from './tokens-queries.ts';

const shown = 5;

const locked = queryOptions<Todo>({
  queryKey: ['access', 'accounts', 'todo'],
  queryFn: async ({ signal }) => {
    const { items, next } = await call(accounts.listAccounts, { query: { state: 'locked', limit: String(mostCounted) }, signal });
    const first = items.slice(0, shown).map((account) => ({
      id: account.id,
      title: accountName(account),
      note: [account.unit, lockNote(account.lockedUntil)].join(' · '),
      dueOn: null,
      href: `/accounts?state=locked&open=${account.id}`,
    }));
    return { count: items.length, more: next !== null, items: first };
  },
});

function lockNote(until: string | null): string {
  return until === null ? '' : i18next.t('desk.accounts.lockedUntil', { ns: 'access', at: instantText(until).slice(11) });
}

const expiring = queryOptions<Todo>({
  queryKey: ['access', 'tokens', 'todo'],
  queryFn: async ({ signal }) => {
    const expiresBy = dayAfter(dayOf(new Date()), warnDays);
    const { items, next } = await call(tokens.listTokens, { query: { expiresBy, limit: String(mostCounted) }, signal });
    const nearest = items.toSorted((one, other) => one.expiresOn.localeCompare(other.expiresOn)).slice(0, shown);
    const first = nearest.map(({ id, name, owner, expiresOn }) => ({
      id,
      title: name,
      ...(owner === null ? {} : { note: owner }),
      dueOn: expiresOn,
      href: `/tokens?expiring=true&open=${id}`,
    }));
    return { count: items.length, more: next !== null, items: first };
  },
});

/** The cards of the administrators. */
export const accessTodo: readonly TodoSource[] = [
  {
    id: 'access.locked',
    section: 'administer',
    needs: 'access.manageAccounts',
    title: () => i18next.t('desk.accounts.locked', { ns: 'access' }),
    empty: () => ({
      title: i18next.t('desk.accounts.lockedEmpty', { ns: 'access' }),
      next: i18next.t('desk.accounts.lockedEmptyNext', { ns: 'access' }),
    }),
    href: '/accounts?state=locked',
    query: locked,
  },
  {
    id: 'access.expiring',
    section: 'administer',
    needs: 'access.manageTokens',
    title: () => i18next.t('desk.tokens.expiring', { ns: 'access' }),
    empty: () => ({
      title: i18next.t('desk.tokens.expiringEmpty', { ns: 'access' }),
      next: i18next.t('desk.tokens.expiringEmptyNext', { ns: 'access' }),
    }),
    href: '/tokens?expiring=true',
    query: expiring,
  },
];
