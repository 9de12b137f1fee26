import * as contract from '@changming/contract/training';
import { queryOptions } from '@tanstack/react-query';
import i18next from 'i18next';

import { call } from '../../../api/call.ts';
import { mostCounted, type Todo, type TodoSource } from '../../../app/home/todo-source.ts';

const shown = 5;

const owed = queryOptions<Todo>({
  queryKey: ['training', 'owed', 'todo'],
  queryFn: async ({ signal }) => {
    const { items, next } = await call(contract.listOwed, { query: { limit: String(mostCounted) }, signal });
    return {
      count: items.length,
      more: next !== null,
      items: items.slice(0, shown).map(({ personId, name, unit, cause, dueOn }) => ({
        id: `${personId}:${cause}`,
        title: `${name} · ${i18next.t(`causes.${cause}`, { ns: 'training' })}`,
        note: unit,
        dueOn,
        href: `/training/owed?person=${personId}`,
      })),
    };
  },
});

/** 尚不能上岗, for those who see training. */
export const heldTodo: readonly TodoSource[] = [
  {
    id: 'training.owed',
    section: 'watch',
    needs: 'training.read',
    title: () => i18next.t('held.todo.owed', { ns: 'training' }),
    empty: () => ({
      title: i18next.t('held.todo.owedEmpty', { ns: 'training' }),
      next: i18next.t('held.todo.owedNext', { ns: 'training' }),
    }),
    href: '/training/owed',
    query: owed,
  },
];
