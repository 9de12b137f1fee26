import * as contract from '@changming/contract/workforce/watch';
import { queryOptions } from '@tanstack/react-query';
import i18next from 'i18next';

import { call } from '../../../api/call.ts';
import type { Todo, TodoSource } from '../../../app/home/todo-source.ts';
import { dayOf } from '../../../ui/dates.ts';
import { gapsOf, hasGap } from './gaps.ts';

const shown = 5;

const gaps = queryOptions<Todo>({
  queryKey: ['workforce', 'watch', 'todo'],
  queryFn: async ({ signal }) => {
    const { units, now } = await call(contract.readWatchBoard, { signal });
    const bad = units.filter(hasGap).map(({ unitId, unit, firstEmptyAt, ...board }) => {
      const { now: late, ahead: emptyAhead } = gapsOf(board);
      const on = late > 0 ? dayOf(now) : firstEmptyAt === null ? null : dayOf(firstEmptyAt);
      const title = i18next.t(late > 0 ? 'watch.desk.todo.now' : 'watch.desk.todo.ahead', {
        ns: 'workforce',
        unit,
        count: late > 0 ? late : emptyAhead,
      });
      return { id: unitId, title, dueOn: on, href: `/workforce/watch?unit=${unitId}&month=${(on ?? dayOf(now)).slice(0, 7)}` };
    });
    return { count: bad.length, items: bad.slice(0, shown) };
  },
});

/** 空岗和未签到, for those who plan the watch. */
export const watchTodo: readonly TodoSource[] = [
  {
    id: 'workforce.watch',
    section: 'watch',
    needs: 'workforce.planWatch',
    lives: true,
    title: () => i18next.t('watch.desk.todo.title', { ns: 'workforce' }),
    empty: () => ({
      title: i18next.t('watch.desk.todo.empty', { ns: 'workforce' }),
      next: i18next.t('watch.desk.todo.emptyNext', { ns: 'workforce' }),
    }),
    href: '/workforce/watch?gaps=true',
    query: gaps,
  },
];
