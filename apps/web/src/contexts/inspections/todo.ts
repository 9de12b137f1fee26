import { queryOptions } from '@tanstack/react-query';
import i18next from 'i18next';

import { call } from '../../api/call.ts';
import { mostCounted, type Todo, type TodoSource } from '../../app/home/todo-source.ts';
import { dayAfter, dayOf } from '../../ui/dates.ts';
import { inspectionsKey } from './inspections-key.ts';

const shown = 5;
/** Days in which a miss is still asked about here. */
const asked = 30;

/** The days that the card counts and its list shows. */
function days(): { readonly from: string; readonly to: string } {
  const today = dayOf(new Date());
  return { from: dayAfter(today, -asked), to: today };
}

/** Misses of the branch that nobody has explained. */
const misses = queryOptions<Todo>({
  queryKey: [...inspectionsKey, 'todo', 'misses'],
  queryFn: async ({ signal }) => {
    const { from, to } = days();
    const query = { from, to, unexplained: 'true', limit: String(mostCounted) } as const;
    const { listOccurrences } = await import('@changming/contract/inspections/occurrences');
    const { items, next } = await call(listOccurrences, { query, signal });
    const first = items.slice(0, shown).map(({ id, plan, point, unit, on }) => ({
      id,
      title: point ?? plan,
      note: unit,
      dueOn: null,
      figure: on,
      href: `/inspections?from=${on}&to=${on}&state=missed&check=${id}`,
    }));
    return { count: items.length, more: next !== null, items: first, href: `/inspections?from=${from}&to=${to}&unexplained=true` };
  },
});

export const inspectionsTodo: readonly TodoSource[] = [
  {
    id: 'inspections.misses',
    section: 'watch',
    needs: 'inspections.explain',
    lives: true,
    title: () => i18next.t('desk.todo.misses', { ns: 'inspections' }),
    empty: () => ({
      title: i18next.t('desk.todo.missesEmpty', { ns: 'inspections' }),
      next: i18next.t('desk.todo.missesEmptyNext', { ns: 'inspections' }),
    }),
    href: '/inspections?unexplained=true',
    query: misses,
  },
];
