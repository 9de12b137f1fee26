import * as contract from '@changming/contract/equipment';
import { queryOptions } from '@tanstack/react-query';
import i18next from 'i18next';

import { call } from '../../api/call.ts';
import { mostCounted, type Todo, type TodoSource } from '../../app/home/todo-source.ts';
import { dueAddress } from './due-address.ts';
import { subjectName } from './subject-name.ts';

const shown = 5;

const due = queryOptions<Todo>({
  queryKey: ['equipment', 'due', 'todo'],
  queryFn: async ({ signal }) => {
    const { items, next } = await call(contract.listDue, { query: { overdue: 'true', limit: String(mostCounted) }, signal });
    const words = i18next.getFixedT(null, 'equipment');
    return {
      count: items.length,
      more: next !== null,
      items: items.slice(0, shown).map((one) => ({
        id: `${one.key}:${one.dueOn}`,
        title: `${i18next.t(`dueKinds.${one.kind}`, { ns: 'equipment' })} · ${subjectName(one.name, words) ?? one.unit}`,
        note: [one.no, one.unit].filter((each) => each !== null).join(' · '),
        dueOn: one.dueOn,
        href: dueAddress(one),
      })),
    };
  },
});

const misses = queryOptions<Todo>({
  queryKey: ['equipment', 'misses', 'todo'],
  queryFn: async ({ signal }) => {
    const { items, next } = await call(contract.listMissedSpots, { query: { unexplained: 'true', limit: String(mostCounted) }, signal });
    const words = i18next.getFixedT(null, 'equipment');
    return {
      count: items.length,
      more: next !== null,
      items: items.slice(0, shown).map((one) => ({
        id: `${one.unitId}:${one.dueOn}`,
        title: one.unit,
        note: `${one.from} – ${one.dueOn}`,
        dueOn: null,
        figure: words('desk.misses.pieces', { count: one.unexplained }),
        href: `/equipment/missed-spots?unitId=${one.unitId}&withBelow=false&unexplained=true`,
      })),
    };
  },
});

/** 超期的设备, for those who see the ledgers. */
export const equipmentTodo: readonly TodoSource[] = [
  {
    id: 'equipment.due',
    section: 'watch',
    needs: 'equipment.read',
    lives: true,
    title: () => i18next.t('desk.todo.title', { ns: 'equipment' }),
    empty: () => ({
      title: i18next.t('desk.todo.empty', { ns: 'equipment' }),
      next: i18next.t('desk.todo.emptyNext', { ns: 'equipment' }),
    }),
    href: '/equipment/due?overdue=true',
    query: due,
  },
  {
    id: 'equipment.misses',
    section: 'watch',
    needs: 'equipment.explain',
    title: () => i18next.t('desk.missesTodo.title', { ns: 'equipment' }),
    empty: () => ({
      title: i18next.t('desk.missesTodo.empty', { ns: 'equipment' }),
      next: i18next.t('desk.missesTodo.emptyNext', { ns: 'equipment' }),
    }),
    href: '/equipment/missed-spots?unexplained=true',
    query: misses,
  },
];
