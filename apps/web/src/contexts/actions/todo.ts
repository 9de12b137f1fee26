import { queryOptions } from '@tanstack/react-query';
import i18next from 'i18next';

import * as contract from '@changming/contract/actions';

import { call } from '../../api/call.ts';
import type { Todo, TodoSource } from '../../app/home/todo-source.ts';
import { owedActions } from './owed.ts';

const shown = 5;

const own = queryOptions<Todo>({
  queryKey: ['actions', 'mine', 'todo'],
  queryFn: async ({ signal }) => {
    const { items } = await call(contract.listOwnActions, { signal });
    const owed = owedActions(items);
    return {
      count: owed.length,
      items: owed.slice(0, shown).map(({ id, number, title, unit, dueOn, mine }) => ({
        id,
        title: `${mine ? '' : i18next.t('desk.toVerify', { ns: 'actions' })}${number} ${title}`,
        note: unit,
        dueOn,
        href: `/actions?action=${id}`,
      })),
    };
  },
});

const overdue = queryOptions<Todo>({
  queryKey: ['actions', 'overdue', 'todo'],
  queryFn: async ({ signal }) => {
    const [{ items }, counts] = await Promise.all([
      call(contract.listActions, { query: { overdue: 'true', limit: String(shown) }, signal }),
      call(contract.countActions, { query: {}, signal }),
    ]);
    return {
      count: counts.overdue,
      items: items.map(({ id, number, title, unit, dueOn }) => ({
        id,
        title: `${number} ${title}`,
        note: unit,
        dueOn,
        href: `/actions?action=${id}`,
      })),
    };
  },
});

/** 我的整改措施, and for those who read the ledger what is overdue. */
export const actionsTodo: readonly TodoSource[] = [
  {
    id: 'actions.mine',
    section: 'mine',
    needs: 'actions.follow',
    title: () => i18next.t('desk.todo.mine', { ns: 'actions' }),
    empty: () => ({
      title: i18next.t('desk.todo.mineEmpty', { ns: 'actions' }),
      next: i18next.t('desk.todo.mineEmptyNext', { ns: 'actions' }),
    }),
    href: '/actions?mine=true',
    query: own,
  },
  {
    id: 'actions.overdue',
    section: 'watch',
    needs: 'actions.read',
    lives: true,
    title: () => i18next.t('desk.todo.overdue', { ns: 'actions' }),
    empty: () => ({
      title: i18next.t('desk.todo.overdueEmpty', { ns: 'actions' }),
      next: i18next.t('desk.todo.overdueEmptyNext', { ns: 'actions' }),
    }),
    href: '/actions?overdue=true',
    query: overdue,
  },
];
