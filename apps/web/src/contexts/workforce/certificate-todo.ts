import * as contract from '@changming/contract/workforce';
import { queryOptions } from '@tanstack/react-query';
import i18next from 'i18next';

import { call } from '../../api/call.ts';
import type { Todo, TodoSource } from '../../app/home/todo-source.ts';
import { itemName } from './certificate-look.ts';

const shown = 5;

const due = queryOptions<Todo>({
  queryKey: ['workforce', 'certificates', 'todo'],
  queryFn: async ({ signal }) => {
    const [{ items }, { dueSoon, expired, reviewMissed }] = await Promise.all([
      call(contract.listCertificates, { query: { due: 'true', limit: String(shown) }, signal }),
      call(contract.countCertificates, { query: {}, signal }),
    ]);
    return {
      count: dueSoon + expired + reviewMissed,
      items: items.map(({ id, name, unit, next, ...certificate }) => ({
        id,
        title: `${name} · ${itemName(certificate)}`,
        note: [unit, i18next.t(`certificateWords.standings.${certificate.standing}`, { ns: 'workforce' })].join(' · '),
        dueOn: next?.dueOn ?? null,
        href: `/workforce/certificates?certificate=${id}`,
      })),
    };
  },
});

/** 证书到期与失效, for those who keep the people. */
export const certificateTodo: TodoSource = {
  id: 'workforce.certificates',
  section: 'watch',
  needs: 'workforce.read',
  lives: true,
  title: () => i18next.t('certificateDesk.todo.title', { ns: 'workforce' }),
  empty: () => ({
    title: i18next.t('certificateDesk.todo.none', { ns: 'workforce' }),
    next: i18next.t('certificateDesk.todo.noneNext', { ns: 'workforce' }),
  }),
  href: '/workforce/certificates?due=true',
  query: due,
};
