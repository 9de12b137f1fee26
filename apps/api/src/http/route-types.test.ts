import { body, done, json, refused, route } from '@changming/contract/route';
import { expect, test } from 'vitest';
import { z } from 'zod';

import { contextApp, served } from './context-app.ts';

const tags: string[] = [];
const common = { method: 'post', tags, summary: '', access: 'public' } as const;
const request = { params: z.object({ id: z.string() }), body: body(z.object({ count: z.int(), on: z.coerce.date() })) };
const dated = route({
  ...common,
  path: '/a',
  request,
  responses: { 200: json('', z.object({ id: z.string(), on: z.iso.date() })), 404: refused },
});
const perhaps = route({ ...common, path: '/b', responses: { 200: json('', z.object({ id: z.string() })), 204: done('') } });
const file = route({ ...common, path: '/c', responses: { 200: { description: '', content: { 'text/csv': { schema: z.string() } } } } });

const on = '2026-01-20';

test('a handler compiles that answers what the contract says of its route', () => {
  const app = contextApp()
    .openapi(served(dated), (c) => c.json({ id: c.req.valid('param').id, on: c.req.valid('json').on.toISOString() }, 200))
    .openapi(served(perhaps), (c) => c.body(null, 204))
    .openapi(served(perhaps), async (c) => Promise.resolve(c.json({ id: '' }, 200)))
    .openapi(served(file), (c) => c.body('a,b', 200, { 'content-type': 'text/csv' }))
    .openapi(served(file), () => new Response('a,b'));
  expect(app.routes).not.toEqual([]);
});

test('a handler does not compile that answers anything else', () => {
  const app = contextApp()
    // @ts-expect-error: a text is no number
    .openapi(served(dated), (c) => c.json({ id: 1, on }, 200))
    // @ts-expect-error: the day is missing
    .openapi(served(dated), (c) => c.json({ id: '' }, 200))
    // @ts-expect-error: an instant travels as a text
    .openapi(served(dated), (c) => c.json({ id: '', on: new Date() }, 200))
    // @ts-expect-error: the contract has no such status
    .openapi(served(dated), (c) => c.json({ id: '', on }, 201))
    // @ts-expect-error: under this status a problem is told
    .openapi(served(dated), (c) => c.json({ id: '', on }, 404))
    // @ts-expect-error: this route never answers without a body
    .openapi(served(dated), (c) => c.body(null, 204))
    // @ts-expect-error: nor with one that nobody looked at
    .openapi(served(dated), () => new Response(''))
    // @ts-expect-error: what may be empty is held to the contract where it is not
    .openapi(served(perhaps), (c) => c.json({ id: 1 }, 200));
  expect(app.routes).not.toEqual([]);
});

test('a handler does not compile that reads what its route does not ask for', () => {
  const app = contextApp()
    // @ts-expect-error: there is no query
    .openapi(served(dated), (c) => c.json({ id: c.req.valid('query').id, on }, 200))
    // @ts-expect-error: nor such a part of the address
    .openapi(served(dated), (c) => c.json({ id: c.req.valid('param').unitId, on }, 200))
    // @ts-expect-error: the body has a number here
    .openapi(served(dated), (c) => c.json({ id: c.req.valid('json').count, on }, 200));
  expect(app.routes).not.toEqual([]);
});
