import * as contract from '@changming/contract/training';
import { queryOptions } from '@tanstack/react-query';
import i18next from 'i18next';

import { call } from '../../../api/call.ts';
import { mostCounted, type Todo, type TodoSource } from '../../../app/home/todo-source.ts';
import { dayOf } from '../../../ui/dates.ts';

const shown = 5;
const waiting = ['unhandled', 'handled', 'overdue'] as const;

/** The ledger lists the latest first; the nearest deadline comes first here. */
const violations = queryOptions<Todo>({
  queryKey: ['training', 'learning', 'todo', 'violations'],
  queryFn: async ({ signal }) => {
    const query = { standing: [...waiting], limit: String(mostCounted) };
    const { items, next } = await call(contract.listViolations, { query, signal });
    const urgent = items.toSorted((a, b) => a.reEducateBy.localeCompare(b.reEducateBy));
    const told = urgent.slice(0, shown).map(({ id, name, what, unit, standing, reEducateBy }) => ({
      id,
      title: `${name} · ${what}`,
      note: `${unit} · ${i18next.t(`violationStandings.${standing}`, { ns: 'training' })}`,
      dueOn: reEducateBy,
      href: `/training/violations?violation=${id}`,
    }));
    return { count: items.length, more: next !== null, items: told };
  },
});

const exams = queryOptions<Todo>({
  queryKey: ['training', 'learning', 'todo', 'exams'],
  queryFn: async ({ signal }) => {
    const { items, next } = await call(contract.listExams, { query: { waiting: 'true', limit: String(mostCounted) }, signal });
    const open = items
      .map((exam) => ({ ...exam, left: exam.seats - exam.passed - exam.failed - exam.missed }))
      .toSorted((a, b) => a.closesAt.localeCompare(b.closesAt));
    const told = open.slice(0, shown).map(({ id, title, unit, closesAt, left }) => ({
      id,
      title,
      note: `${unit} · ${i18next.t('learning.todo.examsOpen', { ns: 'training', open: left })}`,
      dueOn: dayOf(closesAt),
      href: `/training/exams?exam=${id}`,
    }));
    return { count: open.length, more: next !== null, items: told };
  },
});

const words = (name: 'reEducate' | 'exams') => ({
  title: () => i18next.t(`learning.todo.${name}`, { ns: 'training' }),
  empty: () => ({
    title: i18next.t(`learning.todo.${name}Empty`, { ns: 'training' }),
    next: i18next.t(`learning.todo.${name}Next`, { ns: 'training' }),
  }),
});

/** 三违待闭环, and exams that close before everybody has finished. */
export const learningTodo: readonly TodoSource[] = [
  {
    id: 'training.violations',
    section: 'watch',
    needs: 'training.handleViolation',
    ...words('reEducate'),
    href: '/training/violations?standing=unhandled&standing=handled&standing=overdue',
    query: violations,
  },
  {
    id: 'training.exams',
    section: 'watch',
    needs: 'training.setExams',
    ...words('exams'),
    href: '/training/exams?waiting=true',
    query: exams,
  },
];
