import { createHash, randomUUID } from 'node:crypto';

import { given } from '@changming/application/testing';
import type { AssessmentRunRow } from '@changming/database';
import { assess, canonical, garment35Draft, hazardTreatmentV1, prepare } from '@changming/domain/assessments';

import { bare, type Example, fresh, unitId } from '../example.ts';
import type { Place, World } from '../world.ts';
import { smallScheme } from './small-scheme.ts';

const at = new Date('2026-01-15T02:00:00Z');
const prepared = prepare(hazardTreatmentV1);
const nothing = { sums: prepared.measures.map(() => 0) };

/** The published scheme, once for the whole walk. */
async function scheme({ owner }: World): Promise<string> {
  const there = await owner.selectFrom('assessment_schemes').select('id').where('code', '=', hazardTreatmentV1.code).executeTakeFirst();
  if (there !== undefined) return there.id;
  const id = randomUUID();
  await owner
    .insertInto('assessment_schemes')
    .values({
      id,
      code: hazardTreatmentV1.code,
      version: 1,
      name: hazardTreatmentV1.code,
      stage: 'published',
      body: JSON.stringify(hazardTreatmentV1),
      hash: createHash('sha256').update(canonical(hazardTreatmentV1)).digest('hex'),
      effective_from: '2025-01-01',
      drafted_at: at,
      published_at: at,
    })
    .execute();
  return id;
}

async function draft({ owner }: World): Promise<string> {
  const code = fresh('draft-');
  const body = { ...garment35Draft, code };
  const hash = createHash('sha256').update(canonical(body)).digest('hex');
  const row = { id: randomUUID(), code, version: 1, name: code, body: JSON.stringify(body), hash, drafted_at: at };
  await owner
    .insertInto('assessment_schemes')
    .values({ ...row, stage: 'draft' })
    .execute();
  return code;
}

/** A run in some stage, of a period that no other has. */
async function run(world: World, stage: AssessmentRunRow['stage']): Promise<string> {
  const id = randomUUID();
  const scheme_id = await scheme(world);
  const hash = 'a'.repeat(64);
  await world.owner
    .insertInto('assessment_runs')
    .values({
      id,
      scheme_id,
      period: fresh('2025-'),
      period_kind: 'month',
      from_on: '2025-12-01',
      until_on: '2026-01-01',
      known_at: at,
      opening_at: at,
      computed_at: at,
      kind: 'regular',
      scheme_hash: hash,
      input_hash: hash,
      result_hash: hash,
      facts: '{}',
      summary: '{"units":1,"statuses":{},"grades":{}}',
      stage,
    })
    .execute();
  return id;
}

/** A result of the place in a run of its own. */
async function result(world: World, place: Place, stage: AssessmentRunRow['stage'] = 'computed') {
  const runId = await run(world, stage);
  if (place.absent) return { runId, unitId: randomUUID() };
  await resultIn(world, runId, place.unit);
  return { runId, unitId: place.unit.id };
}

async function resultIn(world: World, runId: string, { id, parent_id, name, kind }: Place['unit']): Promise<void> {
  const found = assess(prepared, nothing);
  await world.owner
    .insertInto('assessment_results')
    .values({
      run_id: runId,
      unit_id: id,
      parent_id,
      name,
      kind,
      headcount: 10,
      members: [id],
      status: found.status,
      bonus: found.bonus,
      malus: found.malus,
      applicable_weight: found.applicableWeight,
      result: JSON.stringify(found),
      facts: JSON.stringify(nothing),
      receipts: '{}',
    })
    .execute();
}

const onResult: Example = async (world, place) => ({ params: await result(world, place) });

/** A run is read by whoever has results in it. */
function onRun(over: object = {}): Example {
  return async (world, place) => ({ params: { runId: (await result(world, place)).runId }, ...over });
}

/** The results of the place in a run in which the factory has some as well. */
const resultsAt: Example = async (world, place) => {
  const { runId } = await result(world, place);
  if (place.absent || place.unit.id !== world.units.mill.id) await resultIn(world, runId, world.units.mill);
  return { params: { runId }, query: { unitId: unitId(place) } };
};

async function finding(world: World, { unit }: Place): Promise<string> {
  const id = randomUUID();
  await given.arranged(world.owner, async (tx) => {
    const row = { id, unit_id: unit.id, scheme_code: hazardTreatmentV1.code, rule: 'V8', on_day: '2026-01-10', reason: '查实' };
    await tx
      .insertInto('assessment_findings')
      .values({ ...row, kind: 'veto', stage: 'proposed' })
      .execute();
  });
  return id;
}

async function appeal(world: World, place: Place): Promise<string> {
  const { runId } = await result(world, { ...place, absent: false }, 'appealing');
  const id = randomUUID();
  const row = { id, run_id: runId, unit_id: place.unit.id, reason: '有误', lodged_at: at };
  await world.owner
    .insertInto('assessment_appeals')
    .values({ ...row, stage: 'lodged' })
    .execute();
  return id;
}

const reason = '测试';

export const assessments: Readonly<Record<string, Example>> = {
  'GET /assessments/schemes': bare,
  'GET /assessments/schemes/{code}/{version}': async (world) => ({ params: { code: await draft(world), version: '1' } }),
  'POST /assessments/schemes': () => ({ body: { scheme: { ...smallScheme, code: fresh('scheme-') } } }),
  'POST /assessments/schemes/{code}/{version}/publication': async (world) => ({
    params: { code: await draft(world), version: '1' },
    body: { effectiveFrom: '2026-02-01' },
  }),
  'GET /assessments/runs': bare,
  'POST /assessments/runs': async (world) => {
    await scheme(world);
    return { body: { schemeCode: hazardTreatmentV1.code, period: '2025-11' } };
  },
  'GET /assessments/runs/{runId}': onRun(),
  'GET /assessments/runs/{runId}/receipt': onRun(),
  'GET /assessments/runs/{runId}/diff': onRun({ answers: ['assessments.not_a_restatement'] }),
  'POST /assessments/runs/{runId}/{step}': async (world) => ({ params: { runId: await run(world, 'computed'), step: 'ask' }, body: {} }),
  'POST /assessments/runs/{runId}/conclusion/{step}': async (world) => ({
    params: { runId: await run(world, 'reviewed'), step: 'finalise' },
    body: {},
  }),
  'GET /assessments/runs/{runId}/results': resultsAt,
  'GET /assessments/runs/{runId}/results/{unitId}': onResult,
  'GET /assessments/runs/{runId}/results/{unitId}/{indicator}/records': async (world, place) => ({
    params: { ...(await result(world, place)), indicator: 'D2' },
  }),
  'GET /assessments/runs/{runId}/results/{unitId}/{indicator}/records/check': async (world, place) => ({
    params: { ...(await result(world, place)), indicator: 'D2' },
  }),
  'GET /assessments/runs/{runId}/results/{unitId}/{indicator}/records/plan-gaps': async (world, place) => ({
    params: { ...(await result(world, place)), indicator: 'D3' },
  }),
  'GET /assessments/units/{unitId}/trend': async (world, place) => {
    await scheme(world);
    return { params: { unitId: unitId(place) }, query: { scheme: hazardTreatmentV1.code } };
  },
  'POST /assessments/runs/{runId}/results/{unitId}/confirmation': async (world, place) => ({
    params: await result(world, place, 'confirming'),
  }),
  'POST /assessments/runs/{runId}/results/{unitId}/appeals': async (world, place) => ({
    params: await result(world, place, 'appealing'),
    body: { indicator: 'D2', reason },
  }),
  'POST /assessments/appeals/{appealId}/answer': async (world, place) => ({
    params: { appealId: await appeal(world, place) },
    body: { upheld: false, reason },
  }),
  'GET /assessments/findings': (_, place) => ({ query: { unitId: unitId(place) } }),
  'POST /assessments/findings': async (world) => {
    await scheme(world);
    const told = { kind: 'veto', rule: 'V8', on: '2026-01-10', reason };
    return { body: { unitId: world.units.mill.id, schemeCode: hazardTreatmentV1.code, ...told } };
  },
  'POST /assessments/findings/{findingId}/decision': async (world, place) => ({
    params: { findingId: await finding(world, place) },
    body: { approved: true },
  }),
};
