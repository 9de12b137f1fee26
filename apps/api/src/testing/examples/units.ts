import { type Example, fresh, unitBelow, unitId } from '../example.ts';

const why = { on: '2026-01-10', reason: '测试' };

function onUnit(body: () => object, headers = {}): Example {
  return async (world, at) => ({ params: { unitId: await unitBelow(world, at) }, body: body(), headers });
}

export const units: Readonly<Record<string, Example>> = {
  'GET /units': (_, at) => ({ query: { parentId: unitId(at) } }),
  'GET /units/search': () => ({ query: { q: '厂', limit: '200' } }),
  'GET /units/{unitId}': (_, at) => ({ params: { unitId: unitId(at) } }),
  'GET /units/{unitId}/changes': (_, at) => ({ params: { unitId: unitId(at) } }),
  'POST /units': (_, at) => ({ body: { parentId: unitId(at), code: fresh('C'), name: fresh('新班组'), kind: 'team', ...why } }),
  'PUT /units/{unitId}/profile': onUnit(() => ({ shortNames: [], profile: { headcount: 5, province: null, industry: null, flags: [] } }), {
    'if-match': '"1"',
  }),
  'POST /units/{unitId}/renaming': onUnit(() => ({ name: fresh('更名'), ...why })),
  'POST /units/{unitId}/move': async (world, at) => ({
    params: { unitId: await unitBelow(world, at) },
    body: { parentId: await unitBelow(world, at, 'workshop'), ...why },
  }),
  'POST /units/{unitId}/merger': async (world, at) => ({
    params: { unitId: await unitBelow(world, at) },
    body: { intoId: await unitBelow(world, at), ...why },
  }),
  'POST /units/{unitId}/split': onUnit(() => ({ parts: [{ code: fresh('S'), name: fresh('拆分') }], ...why })),
  'POST /units/{unitId}/closing': onUnit(() => why),
};
