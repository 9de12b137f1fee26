import { randomUUID } from 'node:crypto';

import { as, given } from '@changming/application/testing';
import { createRisk, publishRisk, reviewRisk } from '@changming/application/risks';

import { type Example, fresh, noted, ofUnit, onceOutside, unitId } from '../example.ts';
import type { Place, World } from '../world.ts';
import { plan, point } from './points.ts';

const grading = { method: 'lec', likelihood: '3', exposure: '6', consequence: '3', assessedOn: '2026-01-20' } as const;
const measures = [{ kind: 'engineering', text: '设备接地' }] as const;
const content = { name: '充绒机', kind: 'equipment', source: '绒毛积聚起火', measures: [...measures], grading } as const;

/** A risk of the place at a stage, made by headquarters; graded by one person, reviewed by another. */
const risk = onceOutside(
  async (world: World, at: Place, stage: 'draft' | 'reviewed' | 'published' = 'draft'): Promise<{ readonly riskId: string }> => {
    if (at.absent) return { riskId: randomUUID() };
    const [assessor, reviewer] = [as(world.house, 'hqSafety', world.units.root), as(world.house, 'hqSafety', world.units.root)];
    const owner = await given.person(world.owner, at.unit, { staff_no: fresh('R') });
    noted(world, at, owner.id);
    const { id } = await createRisk(assessor, { unitId: at.unit.id, ...content, measures: [...measures], ownerId: owner.id });
    if (stage !== 'draft') await reviewRisk(reviewer, { riskId: id });
    if (stage === 'published') await publishRisk(reviewer, { riskId: id });
    return { riskId: noted(world, at, id) };
  },
);

function onRisk(body: object, stage: 'draft' | 'reviewed' | 'published' = 'draft'): Example {
  return async (world, at) => ({ params: await risk(world, at, stage), body });
}

let day = 0;

/** A table of the group's own; each begins on another day. */
const scale: Example = () => {
  day += 1;
  const values = [1, 2, 3, 4, 5].map((each) => ({ value: String(each), label: `第 ${each} 档` }));
  const bands = [
    { over: '16', level: 'major', label: '重大' },
    { over: '12', level: 'larger', label: '较大' },
    { over: '8', level: 'general', label: '一般' },
    { over: '0', level: 'low', label: '低' },
  ];
  const from = new Date(Date.UTC(2030, 0, day)).toISOString().slice(0, 10);
  return { body: { method: 'ls', from, body: { likelihood: values, exposure: [], consequence: values, bands, boundary: 'lower' } } };
};

export const risks: Readonly<Record<string, Example>> = {
  'GET /risks': ofUnit,
  'GET /risks/counts': ofUnit,
  'GET /risks/measures': ofUnit,
  'GET /risks/scales': () => ({}),
  'POST /risks/scales': scale,
  'GET /risks/maps/{planId}': async (world, at) => ({ params: { planId: (await plan(world, at)).sheetId } }),
  /** A plan without a picture: being told so is proof enough that it was found. */
  'GET /risks/maps/{planId}/print.pdf': async (world, at) => ({
    params: { planId: (await plan(world, at)).sheetId },
    answers: ['points.no_picture'],
  }),
  'POST /risks/maps/{planId}/prints': async (world, at) => ({ params: { planId: (await plan(world, at)).sheetId } }),
  'GET /risks/cards/{code}': async (world, at) => ({ params: { code: (await point(world, at)).code } }),
  'POST /risks/documents': (_, at) => ({ body: { unitId: unitId(at) } }),
  'POST /risks': (_, at) => ({ body: { unitId: unitId(at), ...content } }),
  'GET /risks/{riskId}': async (world, at) => ({ params: await risk(world, at) }),
  'PATCH /risks/{riskId}': onRisk({ version: 1, ...content }),
  'POST /risks/{riskId}/regrading': onRisk({ version: 3, ...content }, 'published'),
  'POST /risks/{riskId}/regrading-request': onRisk({ cause: 'law', note: '新标准' }, 'published'),
  'POST /risks/{riskId}/review': onRisk({}),
  'POST /risks/{riskId}/send-back': onRisk({}, 'reviewed'),
  'POST /risks/{riskId}/publication': onRisk({}, 'reviewed'),
  'POST /risks/{riskId}/archiving': onRisk({ reason: '测试' }),
};
