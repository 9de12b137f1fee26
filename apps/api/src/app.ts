import { responsibilities } from './contexts/responsibilities/routes.ts';
import { incidents } from './contexts/incidents/routes.ts';
import { training } from './contexts/training/routes.ts';
import { actions } from './contexts/actions/routes.ts';
import { inspections } from './contexts/inspections/routes.ts';
import { analytics } from './contexts/analytics/routes.ts';
import { assessments } from './contexts/assessments/routes.ts';
import { permissions, type Sso } from '@changming/application/access';
import { type House, refuse } from '@changming/application/context';
import type { Files } from '@changming/application/files';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Logger } from 'pino';

import { access } from './contexts/access/routes.ts';
import { audit } from './contexts/audit/routes.ts';
import { equipment } from './contexts/equipment/routes.ts';
import { evidence } from './contexts/evidence/routes.ts';
import { hazards } from './contexts/hazards/routes.ts';
import { imports } from './contexts/imports/routes.ts';
import { notices } from './contexts/notices/routes.ts';
import { points } from './contexts/points/routes.ts';
import { risks } from './contexts/risks/routes.ts';
import { standards } from './contexts/standards/routes.ts';
import { units } from './contexts/units/routes.ts';
import { workforce } from './contexts/workforce/routes.ts';
import { docs } from './docs/routes.ts';
import { boundedBody, jsonBody } from './http/body.ts';
import { answersWith, everyAnswer, sameOrigin } from './http/browser-safety.ts';
import type { ApiEnv } from './http/env.ts';
import { health } from './http/health.ts';
import { identify } from './http/identify.ts';
import { packedJson } from './http/packed-json.ts';
import { pages } from './http/pages.ts';
import { toProblem } from './http/problem.ts';

export type Dependencies = {
  readonly house: House;
  readonly log: Logger;
  /** Where contents lie; without one, nothing can be uploaded. */
  readonly files?: Files;
  /** The built web, when this process serves it. */
  readonly webFolder?: string;
  /** Where people reach the product: it stands on plates. */
  readonly publicUrl?: string;
  /** Whether browsers reach us over TLS. */
  readonly secure: boolean;
  /** 统一身份, when the house has one. */
  readonly sso?: Sso;
};

const noFiles: Files = {
  put: () => Promise.reject(new Error('no file store')),
  get: () => Promise.reject(new Error('no file store')),
};

/** One line a context; `access` stands before them. */
const contexts = {
  responsibilities,
  incidents,
  training,
  actions,
  inspections,
  analytics,
  assessments,
  audit,
  equipment,
  evidence,
  hazards,
  imports,
  notices,
  points,
  risks,
  standards,
  units,
  workforce,
} as const;

/** The whole HTTP side: what belongs to every request, then the routes of each context. Refuses to be built with an unguarded route. */
export function buildApp({ house, log, files = noFiles, webFolder, publicUrl, secure, sso }: Dependencies) {
  const app = new OpenAPIHono<ApiEnv>();
  app.onError(toProblem);
  app.use(async (c, next) => {
    c.set('house', house);
    c.set('files', files);
    c.set('log', log);
    c.set('secure', secure);
    c.set('publicUrl', publicUrl ?? null);
    c.set('sso', sso ?? null);
    c.set('language', /^en\b/.test(c.req.header('accept-language') ?? '') ? 'en' : 'zh-CN');
    c.set('ip', addressOf(c.env));
    await next();
  });
  app.route('/', health(house));
  app.use('/api/*', answersWith({ ...everyAnswer(secure), 'cache-control': 'no-store' }));
  app.use('/api/*', sameOrigin, boundedBody, jsonBody, identify(house));
  // What signs people in and tells secrets once stays as it is: packed beside words of the request, a secret could be guessed by the length.
  app.route('/api/v1', access);
  app.use('/api/*', packedJson);
  for (const context of Object.values(contexts)) app.route('/api/v1', context);
  refuseUnguarded(app);
  app.doc31('/api/openapi.json', { openapi: '3.1.0', info: { title: '长明', version: '1' } });
  app.route('/', docs(app));
  app.all('/api/*', () => refuse('missing', 'request.no_route'));
  if (webFolder !== undefined) app.route('/', pages(webFolder));
  return app;
}

export type GuardedRoute = { readonly method: string; readonly path: string; readonly permission: string };

/** Every route under `/api/v1` with who may knock: `pnpm cm routes --json`. */
export function routesOf(app: OpenAPIHono<ApiEnv>): GuardedRoute[] {
  return app.openAPIRegistry.definitions.flatMap((definition) => {
    if (definition.type !== 'route') return [];
    const { method, path, access: permission } = definition.route as typeof definition.route & { access?: string };
    return [{ method: method.toUpperCase(), path, permission: permission ?? '' }];
  });
}

/** A route that nobody guards, or that was added past the contract, is a fault of the program, found before the first request. */
function refuseUnguarded(app: OpenAPIHono<ApiEnv>): void {
  const known = new Set<string>(['public', 'self', ...permissions]);
  const declared = routesOf(app);
  const bare = declared.filter(({ permission }) => !known.has(permission)).map(({ method, path }) => `${method} ${path}`);
  const names = new Set(declared.map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`));
  const undeclared = app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1/') && !names.has(`${method} ${path}`))
    .map(({ method, path }) => `${method} ${path}`);
  if (bare.length + undeclared.length > 0) throw new Error(`routes without a permission: ${[...bare, ...undeclared].join(', ')}`);
}

function addressOf(env: unknown): string | null {
  const incoming = (env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming;
  return incoming?.socket?.remoteAddress ?? null;
}
