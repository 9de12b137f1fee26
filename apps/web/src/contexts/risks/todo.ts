import * as contract from '@changming/contract/risks';
import { queryOptions } from '@tanstack/react-query';
import i18next from 'i18next';

import { call } from '../../api/call.ts';
import type { Todo, TodoSource } from '../../app/home/todo-source.ts';
import { dayOf } from '../../ui/dates.ts';
import { reviewItem } from './review-item.ts';

const shown = 5;

const reviews = queryOptions<Todo>({
  queryKey: ['risks', 'todo', 'reviews'],
  queryFn: async ({ signal }) => {
    const [{ items }, { due }] = await Promise.all([
      call(contract.listRisks, { query: { due: 'true', sort: 'dueSoonest', limit: String(shown) }, signal }),
      call(contract.countRisks, { query: {}, signal }),
    ]);
    const today = dayOf(new Date());
    return { count: due, items: items.map((risk) => reviewItem(risk, today)) };
  },
});

/** 到期复评, for those who grade. */
export const risksTodo: readonly TodoSource[] = [
  {
    id: 'risks.reviews',
    section: 'watch',
    needs: 'risks.edit',
    title: () => i18next.t('desk.todo.reviews', { ns: 'risks' }),
    empty: () => ({
      title: i18next.t('desk.todo.reviewsEmpty', { ns: 'risks' }),
      next: i18next.t('desk.todo.reviewsEmptyNext', { ns: 'risks' }),
    }),
    href: '/risks?due=true',
    query: reviews,
  },
];
