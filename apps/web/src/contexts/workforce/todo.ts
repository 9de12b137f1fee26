import * as contract from '@changming/contract/workforce';
import { queryOptions } from '@tanstack/react-query';
import i18next from 'i18next';

import { call } from '../../api/call.ts';
import { mostCounted, type Todo, type TodoSource } from '../../app/home/todo-source.ts';
import { certificateTodo } from './certificate-todo.ts';

const shown = 5;

const withoutFirst = queryOptions<Todo>({
  queryKey: ['workforce', 'withoutFirst', 'todo'],
  queryFn: async ({ signal }) => {
    const { items, next } = await call(contract.listUnitsWithoutFirst, { query: { limit: String(mostCounted) }, signal });
    const first = items
      .slice(0, shown)
      .map(({ id, name, path }) => ({ id, title: name, note: path, dueOn: null, href: `/units?unit=${id}` }));
    return { count: items.length, more: next !== null, items: first };
  },
});

/** 没有第一责任人的单位, for those who may appoint one. */
export const workforceTodo: readonly TodoSource[] = [
  {
    id: 'workforce.withoutFirst',
    section: 'watch',
    needs: 'workforce.edit',
    title: () => i18next.t('desk.withoutFirst.title', { ns: 'workforce' }),
    empty: () => ({
      title: i18next.t('desk.withoutFirst.none', { ns: 'workforce' }),
      next: i18next.t('desk.withoutFirst.noneNext', { ns: 'workforce' }),
    }),
    href: '/responsibility',
    query: withoutFirst,
  },
  certificateTodo,
];
