import * as contract from '@changming/contract/responsibilities';
import { queryOptions } from '@tanstack/react-query';
import i18next from 'i18next';

import { call } from '../../api/call.ts';
import { mostCounted, type Todo, type TodoSource } from '../../app/home/todo-source.ts';

const shown = 5;
const words = (name: 'duties' | 'letters' | 'overdue') => ({
  title: () => i18next.t(`desk.todo.${name}`, { ns: 'responsibilities' }),
  empty: () => ({
    title: i18next.t(`desk.todo.${name}Empty`, { ns: 'responsibilities' }),
    next: i18next.t(`desk.todo.${name}EmptyNext`, { ns: 'responsibilities' }),
  }),
});

const duties = queryOptions<Todo>({
  queryKey: ['responsibilities', 'todo', 'duties'],
  queryFn: async ({ signal }) => {
    const { items } = await call(contract.listOwnDuties, { signal });
    const owed = items.filter(({ state }) => state === 'open' || state === 'overdue');
    const href = '/responsibilities/mine';
    return {
      count: owed.length,
      items: owed.slice(0, shown).map(({ id, text, unit, dueOn }) => ({ id, title: text, note: unit, dueOn, href })),
    };
  },
});

const letters = queryOptions<Todo>({
  queryKey: ['responsibilities', 'todo', 'letters'],
  queryFn: async ({ signal }) => {
    const { items } = await call(contract.listOwnLetters, { signal });
    const waiting = items.filter(({ state }) => state === 'issued');
    const title = (year: number) => i18next.t('desk.letters.campaignName', { ns: 'responsibilities', year });
    return {
      count: waiting.length,
      items: waiting.map(({ id, year, unit, dueOn }) => ({
        id,
        title: title(year),
        note: unit,
        dueOn,
        href: `/responsibilities/letters/${id}`,
      })),
    };
  },
});

const overdue = queryOptions<Todo>({
  queryKey: ['responsibilities', 'todo', 'overdue'],
  queryFn: async ({ signal }) => {
    const { items, next } = await call(contract.listLetters, { query: { overdue: 'true', limit: String(mostCounted) } as never, signal });
    return {
      count: items.length,
      more: next !== null,
      items: items.slice(0, shown).map(({ id, person, unit, dueOn }) => ({
        id,
        title: person,
        note: unit,
        dueOn,
        href: `/responsibilities/letters/${id}`,
      })),
    };
  },
});

export const responsibilitiesTodo: readonly TodoSource[] = [
  {
    id: 'responsibilities.letters',
    section: 'mine',
    needs: 'responsibilities.sign',
    ...words('letters'),
    href: '/responsibilities/mine',
    query: letters,
  },
  {
    id: 'responsibilities.duties',
    section: 'mine',
    needs: 'responsibilities.follow',
    ...words('duties'),
    href: '/responsibilities/mine',
    query: duties,
  },
  {
    id: 'responsibilities.overdue',
    section: 'watch',
    needs: 'responsibilities.issue',
    ...words('overdue'),
    href: '/responsibilities/letters?overdue=true',
    query: overdue,
  },
];
