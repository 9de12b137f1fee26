import * as contract from '@changming/contract/imports';
import { queryOptions } from '@tanstack/react-query';
import i18next from 'i18next';

import { call } from '../../api/call.ts';
import { mostCounted, type Todo, type TodoSource } from '../../app/home/todo-source.ts';
import { importsKey } from './queries.ts';

const shown = 5;

const toConfirm = queryOptions<Todo>({
  queryKey: [...importsKey, 'todo', 'toConfirm'],
  queryFn: async ({ signal }) => {
    const { items, next } = await call(contract.listImports, { query: { awaiting: 'true', limit: String(mostCounted) }, signal });
    const first = items.slice(0, shown).map(({ id, fileName, unit, by, awaiting }) => ({
      id,
      title: fileName,
      note: [unit, by].filter((each) => each !== null).join(' · '),
      dueOn: null,
      figure: i18next.t('desk.todo.rows', { ns: 'imports', count: awaiting }),
      href: `/imports/${id}?show=wrong`,
    }));
    return { count: items.length, more: next !== null, items: first };
  },
});

/** 导入待确认: what others have sent and may not bring in, for those who may. */
export const importsTodo: readonly TodoSource[] = [
  {
    id: 'imports.toConfirm',
    section: 'decide',
    needs: 'imports.run',
    title: () => i18next.t('desk.todo.toConfirm', { ns: 'imports' }),
    empty: () => ({
      title: i18next.t('desk.todo.toConfirmEmpty', { ns: 'imports' }),
      next: i18next.t('desk.todo.toConfirmEmptyNext', { ns: 'imports' }),
    }),
    href: '/imports?awaiting=true',
    query: toConfirm,
  },
];
