import * as contract from '@changming/contract/hazards';
import { queryOptions } from '@tanstack/react-query';
import i18next from 'i18next';

import type { Todo, TodoItem, TodoSource } from '../../app/home/todo-source.ts';
import { call } from '../../api/call.ts';
import { hazardsKey, type HazardSummary, type LedgerPage, type OwnTask, type RequestPage, type ToListPage } from './queries.ts';

type Kind = 'triage' | 'acceptance' | 'mine' | 'overdue' | 'requests' | 'undecided' | 'toList' | 'lookBacks';

const shown = 5;

const fromLedger = (kind: Kind, load: (signal: AbortSignal) => Promise<LedgerPage | ToListPage>) =>
  queryOptions<Todo>({
    queryKey: [...hazardsKey, 'todo', kind],
    queryFn: async ({ signal }) => {
      const { items, total } = await load(signal);
      return { count: total.count, more: total.capped, items: items.map((hazard) => itemOf(hazard, kind)) };
    },
  });

const fromTasks = (kind: Kind, verb: OwnTask['verb']) =>
  queryOptions<Todo>({
    queryKey: [...hazardsKey, 'todo', kind],
    queryFn: async ({ signal }) => {
      const { items } = await call(contract.listOwnTasks, { signal });
      const own = items.filter((task) => task.verb === verb);
      return { count: own.length, items: own.slice(0, shown).map(taskOf) };
    },
  });

const limit = String(shown);

/** What others ask and the caller decides; a hazard of which two things are asked is two rows. */
const requests = queryOptions<Todo>({
  queryKey: [...hazardsKey, 'todo', 'requests'],
  queryFn: async ({ signal }) => {
    const { items, total } = await call(contract.listRequests, { query: { limit }, signal });
    return { count: total.count, more: total.capped, items: items.map(requestOf) };
  },
});

/** The cards of the home page; each number opens the list it counts. */
export const hazardsTodo: readonly TodoSource[] = [
  {
    ...words('mine'),
    section: 'mine',
    needs: 'hazards.rectify',
    lives: true,
    href: '/hazards?mine=true&stage=assigned&stage=rectifying',
    query: fromTasks('mine', 'hazards.rectify'),
  },
  {
    ...words('triage'),
    section: 'mine',
    needs: 'hazards.triage',
    lives: true,
    href: '/hazards/triage',
    query: fromLedger('triage', (signal) => call(contract.listToTriage, { query: { limit, sort: 'oldest' }, signal })),
  },
  {
    ...words('lookBacks'),
    section: 'mine',
    needs: 'hazards.lookBack',
    href: '/hazards/look-backs',
    query: fromTasks('lookBacks', 'hazards.lookBack'),
  },
  {
    ...words('acceptance'),
    section: 'decide',
    needs: 'hazards.accept',
    href: '/hazards/acceptance',
    query: fromLedger('acceptance', (signal) => call(contract.listToAccept, { query: { limit, sort: 'dueSoonest' }, signal })),
  },
  {
    ...words('requests'),
    section: 'decide',
    needs: 'hazards.decideExtension',
    href: '/hazards/requests',
    query: requests,
  },
  {
    ...words('undecided'),
    section: 'decide',
    needs: 'hazards.confirmMajor',
    lives: true,
    href: '/hazards/supervision?show=undecided',
    query: fromLedger('undecided', (signal) => call(contract.listHazards, { query: { limit, suggested: 'true', sort: 'oldest' }, signal })),
  },
  {
    ...words('toList'),
    section: 'decide',
    needs: 'hazards.supervise',
    lives: true,
    href: '/hazards/supervision?show=toList',
    query: fromLedger('toList', (signal) => call(contract.listToList, { query: { limit }, signal })),
  },
  {
    ...words('overdue'),
    section: 'watch',
    needs: 'hazards.read',
    lives: true,
    href: '/hazards?overdue=true&sort=dueSoonest',
    query: fromLedger('overdue', (signal) => call(contract.listHazards, { query: { limit, overdue: 'true', sort: 'dueSoonest' }, signal })),
  },
];

function words(kind: Kind): Pick<TodoSource, 'id' | 'title' | 'empty'> {
  return {
    id: `hazards.${kind}`,
    title: () => i18next.t(`desk.todo.${kind}`, { ns: 'hazards' }),
    empty: () => ({
      title: i18next.t(`desk.todo.${kind}Empty`, { ns: 'hazards' }),
      next: i18next.t(`desk.todo.${kind}EmptyNext`, { ns: 'hazards' }),
    }),
  };
}

const pageOf: Partial<Record<Kind, string>> = { triage: '/hazards/triage', acceptance: '/hazards/acceptance' };

function itemOf(hazard: HazardSummary & Partial<Pick<ToListPage['items'][number], 'reasonsToList'>>, kind: Kind): TodoItem {
  const queue = pageOf[kind];
  return {
    id: hazard.id,
    title: named(hazard),
    note: [...(hazard.reasonsToList ?? []).map((why) => i18next.t(`listingReasons.${why}`, { ns: 'hazards' })), hazard.unit].join(' · '),
    dueOn: hazard.stage === 'submitted' ? hazard.acceptanceDueOn : hazard.dueOn,
    href: queue === undefined ? `/hazards/${hazard.id}` : `${queue}?hazard=${hazard.id}`,
  };
}

function taskOf(task: OwnTask): TodoItem {
  const href = task.verb === 'hazards.lookBack' ? `/hazards/look-backs?hazard=${task.id}` : `/hazards/${task.id}`;
  return { id: task.id, title: named(task), note: task.unit, dueOn: task.dueOn, href };
}

function requestOf({ id, request, unit, ...hazard }: RequestPage['items'][number]): TodoItem {
  return {
    id: request.id,
    title: `${i18next.t(`requests.kinds.${request.kind}`, { ns: 'hazards' })} · ${named(hazard)}`,
    note: [unit, request.askedBy].filter(Boolean).join(' · '),
    dueOn: request.dueOn,
    href: `/hazards/requests?hazard=${id}`,
  };
}

function named({ number, category }: Pick<HazardSummary, 'number' | 'category'>): string {
  return `${i18next.t(`categories.${category}`, { ns: 'hazards' })} ${number}`;
}
