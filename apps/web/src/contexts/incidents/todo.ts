import * as contract from '@changming/contract/incidents';
import { queryOptions } from '@tanstack/react-query';
import i18next from 'i18next';

import { call } from '../../api/call.ts';
import type { Todo, TodoItem, TodoSource } from '../../app/home/todo-source.ts';
import { dayOf } from '../../ui/dates.ts';
import type { Incident } from './queries.ts';

const shown = 5;

function itemOf({ id, number, text, unit, nextDueAt }: Incident): TodoItem {
  return {
    id,
    title: `${number} ${text}`,
    note: unit,
    dueOn: nextDueAt === null ? null : dayOf(nextDueAt),
    ...(nextDueAt === null ? {} : { dueAt: nextDueAt }),
    href: `/incidents/${id}`,
  };
}

const running = queryOptions<Todo>({
  queryKey: ['incidents', 'running', 'todo'],
  queryFn: async ({ signal }) => {
    const [{ items }, { unfinished }] = await Promise.all([
      call(contract.listIncidents, { query: { unfinished: 'true', limit: '50' }, signal }),
      call(contract.countIncidents, { query: {}, signal }),
    ]);
    const urgent = items.toSorted((a, b) => (a.nextDueAt ?? '9').localeCompare(b.nextDueAt ?? '9'));
    return { count: unfinished, items: urgent.slice(0, shown).map(itemOf) };
  },
});

const overdue = queryOptions<Todo>({
  queryKey: ['incidents', 'overdue', 'todo'],
  queryFn: async ({ signal }) => {
    const [{ items }, counts] = await Promise.all([
      call(contract.listIncidents, { query: { overdue: 'true', limit: String(shown) }, signal }),
      call(contract.countIncidents, { query: {}, signal }),
    ]);
    return { count: counts.overdue, items: items.map(itemOf) };
  },
});

/** 在办的事件 and those whose clocks have run out. */
export const incidentsTodo: readonly TodoSource[] = [
  {
    id: 'incidents.running',
    section: 'decide',
    needs: 'incidents.confirm',
    lives: true,
    title: () => i18next.t('desk.todo.running', { ns: 'incidents' }),
    empty: () => ({
      title: i18next.t('desk.todo.runningEmpty', { ns: 'incidents' }),
      next: i18next.t('desk.todo.runningEmptyNext', { ns: 'incidents' }),
    }),
    href: '/incidents?unfinished=true',
    query: running,
  },
  {
    id: 'incidents.overdue',
    section: 'watch',
    needs: 'incidents.read',
    lives: true,
    title: () => i18next.t('desk.todo.overdue', { ns: 'incidents' }),
    empty: () => ({
      title: i18next.t('desk.todo.overdueEmpty', { ns: 'incidents' }),
      next: i18next.t('desk.todo.overdueEmptyNext', { ns: 'incidents' }),
    }),
    href: '/incidents?overdue=true',
    query: overdue,
  },
];
