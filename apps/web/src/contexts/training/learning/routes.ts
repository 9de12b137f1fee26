import { libraryKinds, questionKinds, topics, trainingCategories, violationKinds, violationStandings } from '@changming/domain/training';
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import i18next from 'i18next';
import { z } from 'zod';

import { deskRoute } from '../../../app/desk-route.tsx';
import { flag, many, searchOf } from '../../../app/search-params.ts';

const branch = { unitId: z.uuid() } as const;
const title = (page: 'exams' | 'violations' | 'behaviour' | 'library' | 'questions') => () =>
  i18next.t(`learning.${page}.title`, { ns: 'training' });

const examsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/training/exams',
  validateSearch: searchOf({ ...branch, category: many(z.enum(trainingCategories)), open: flag, waiting: flag, exam: z.uuid() }),
  staticData: { title: title('exams') },
  component: lazyRouteComponent(() => import('./exams-page.tsx'), 'ExamsPage'),
});

const violationsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/training/violations',
  validateSearch: searchOf({
    ...branch,
    kind: many(z.enum(violationKinds)),
    standing: many(z.enum(violationStandings)),
    violation: z.uuid(),
  }),
  staticData: { title: title('violations') },
  component: lazyRouteComponent(() => import('./violations-page.tsx'), 'ViolationsPage'),
});

const behaviourRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/training/behaviour',
  validateSearch: searchOf({ ...branch, list: z.enum(['checks', 'praise']) }),
  staticData: { title: title('behaviour') },
  component: lazyRouteComponent(() => import('./behaviour-page.tsx'), 'BehaviourPage'),
});

const libraryRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/training/library',
  validateSearch: searchOf({ ...branch, kind: many(z.enum(libraryKinds)), q: z.string().max(40), item: z.uuid() }),
  staticData: { title: title('library') },
  component: lazyRouteComponent(() => import('./library-page.tsx'), 'LibraryPage'),
});

const questionsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/training/questions',
  validateSearch: searchOf({ ...branch, topic: many(z.enum(topics)), kind: many(z.enum(questionKinds)), q: z.string().max(40) }),
  staticData: { title: title('questions') },
  component: lazyRouteComponent(() => import('./questions-page.tsx'), 'QuestionsPage'),
});

/** One's own exams and violations are looked at on the phone's screens, at a desk too. */
const ownRoutes = (['/training/my-exams', '/training/my-violations'] as const).map((path) =>
  createRoute({
    getParentRoute: () => deskRoute,
    path,
    beforeLoad: () => {
      throw redirect({ href: `/m${path}`, reloadDocument: true });
    },
  }),
);

export const learningRoutes = [examsRoute, violationsRoute, behaviourRoute, libraryRoute, questionsRoute, ...ownRoutes] as const;
