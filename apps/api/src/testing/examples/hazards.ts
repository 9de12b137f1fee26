import { randomUUID } from 'node:crypto';

import { as } from '@changming/application/testing';
import { reportHazard } from '@changming/application/hazards';

import { bare, type Example, noted, ofUnit, onceOutside, personId, unitId } from '../example.ts';
import type { Place, World } from '../world.ts';

let count = 0;
function newHash(): string {
  count += 1;
  return count.toString(16).padStart(64, '0');
}

/** A UUIDv7 of the instant at which the matrix happens. */
function newHazardId(): string {
  const time = Date.parse('2026-01-20T02:00:00Z').toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

function report(): object & { id: string } {
  const seen = { category: 'exits' as const, text: '安全出口堆放布料', photos: [newHash()], foundAt: '2026-01-20T01:50:00.000Z' };
  return { id: newHazardId(), ...seen };
}

/** Whoever has ordered a few documents must wait for them, so those of the question before are taken away. */
export async function noneInMaking({ owner }: World): Promise<void> {
  await owner.deleteFrom('ordered_documents').execute();
}

/** A hazard of the place, just reported by somebody there. */
export const hazard = onceOutside(async (world: World, at: Place): Promise<string> => {
  if (at.absent) return randomUUID();
  const reporter = as(world.house, 'worker', at.unit, await personId(world, at));
  const { id } = await reportHazard(reporter, { ...(report() as Parameters<typeof reportHazard>[1]), unitId: at.unit.id });
  return noted(world, at, id);
});

const plan = {
  responsibleUnitId: null,
  responsibleId: null,
  leaderId: null,
  measures: '清理通道',
  funds: 0,
  dueOn: '2026-01-25',
  contingency: null,
};

/** What a hazard that was found may lack. */
const onceFound = ['suggestion', 'supervision', 'look_back', 'treatment', 'request', 'photo'].map((part) => `hazards.${part}_not_found`);

/**
 * A step on a hazard that was just reported. Many do not fit its stage or the person, and the refusal that says so is proof enough that
 * the record was found: which step may follow which, and by whom, is tested with the loop itself.
 */
function step(body: object = {}): Example {
  return async (world, at) => ({
    params: { hazardId: await hazard(world, at) },
    body,
    answers: [200, 201, 409, 422, ...onceFound],
  });
}

const byClaim = { headers: { 'x-claim-code': 'AAAA-BBBB-CCCC-DDDD' }, answers: [404, 422] };
const treatment = { goals: '消除', methods: '改造', funds: 0, organisation: '安全部', timeLimit: '一月', safetyMeasures: '停用' };
const reason = '测试';

export const hazards: Readonly<Record<string, Example>> = {
  'POST /door/hazards': () => ({ body: { ...report(), pointCode: 'ZZZZZZZZ' }, answers: [404, 422] }),
  'GET /door/claim': () => byClaim,
  'POST /door/claim/notes': () => ({ ...byClaim, body: { text: '补充' } }),
  'PUT /door/evidence/{evidenceId}/content': () => ({
    ...byClaim,
    params: { evidenceId: randomUUID() },
    query: { sha256: 'a'.repeat(64), mime: 'image/jpeg' },
    bytes: 'none',
  }),
  'GET /hazards': ofUnit,
  'GET /hazard-queues/triage': ofUnit,
  'GET /hazard-queues/acceptance': ofUnit,
  'GET /hazard-queues/listing': ofUnit,
  'GET /hazard-queues/requests': ofUnit,
  'GET /me/hazard-reports': ofUnit,
  'GET /me/places': bare,
  'GET /hazard-supervisions': ofUnit,
  'GET /look-backs': ofUnit,
  'GET /look-back-draws': bare,
  'GET /true-closure': (_, at) => ({ query: { unitId: unitId(at), period: '2026-01' } }),
  'GET /hazard-people': ofUnit,
  'GET /me/hazard-tasks': bare,
  'GET /hazards/{hazardId}': async (world, at) => ({ params: { hazardId: await hazard(world, at) } }),
  'GET /hazard-counts': ofUnit,
  'GET /hazards/lists': ofUnit,
  'GET /hazards/lists/reconciliation': ofUnit,
  'POST /hazards/ledger/documents': ofUnit,
  'POST /hazards/lists/documents': (_, at) => ({
    query: { unitId: unitId(at) },
    body: { list: 'problems', format: 'excel', photos: false },
  }),
  'POST /hazards/ledger/orders': async (world, at) => {
    await noneInMaking(world);
    return { query: { unitId: unitId(at) } };
  },
  'POST /hazards/lists/orders': async (world, at) => {
    await noneInMaking(world);
    return { query: { unitId: unitId(at) }, body: { list: 'problems' } };
  },
  'GET /me/hazard-documents': bare,
  'GET /me/hazard-documents/{documentId}/file': () => ({ params: { documentId: randomUUID() }, answers: [404] }),
  'GET /me/hazard-views': bare,
  'POST /me/hazard-views': () => ({ body: { name: '我的', filter: {} } }),
  'DELETE /me/hazard-views/{viewId}': () => ({ params: { viewId: randomUUID() }, answers: [404] }),
  'POST /hazards': (_, at) => ({ body: { ...report(), unitId: unitId(at) } }),
  'POST /hazards/assignments': async (world, at) => ({ body: { hazardIds: [await hazard(world, at)], plan } }),
  'POST /hazards/{hazardId}/registration': step({ level: 'team' }),
  'POST /hazards/{hazardId}/assignment': step({ plan }),
  'POST /hazards/{hazardId}/triage': step({ level: 'team', plan }),
  'POST /hazards/{hazardId}/plan': step({ plan }),
  'POST /hazards/{hazardId}/start': step(),
  'POST /hazards/{hazardId}/submission': step({ photos: [] }),
  'POST /hazards/{hazardId}/on-the-spot': step({ measures: '移开', photos: [newHash()] }),
  'POST /hazards/{hazardId}/before-photo-loss': step({ sha256: newHash(), reason }),
  'POST /hazards/{hazardId}/after-photo-loss': step({ sha256: newHash(), reason }),
  'POST /hazards/{hazardId}/send-back': step({ reason: 'notFixed' }),
  'POST /hazards/{hazardId}/acceptance': step(),
  'POST /hazards/{hazardId}/reopening': step({ reason, dueOn: '2026-02-01' }),
  'POST /hazards/{hazardId}/extension': step({ toOn: '2026-02-01', reason }),
  'POST /hazards/{hazardId}/extension-withdrawal': step(),
  'POST /hazards/{hazardId}/extension-decision': step({ granted: true }),
  'POST /hazards/{hazardId}/voiding': step({ kind: 'falseAlarm', reason }),
  'POST /hazards/{hazardId}/voiding-withdrawal': step(),
  'POST /hazards/{hazardId}/voiding-decision': step({ granted: true }),
  'GET /hazards/{hazardId}/measures': async (world, at) => ({ params: { hazardId: await hazard(world, at) } }),
  'POST /hazards/{hazardId}/failed-measure': async (world, at) => ({
    params: { hazardId: await hazard(world, at) },
    body: { measureId: randomUUID() },
    answers: ['hazards.measure_not_found'],
  }),
  'POST /hazards/{hazardId}/notes': step({ text: '已收到' }),
  'GET /hazards/{hazardId}/ledger-answers': async (world, at) => ({ params: { hazardId: await hazard(world, at) } }),
  'POST /hazards/{hazardId}/ledger-answer-withdrawal': async (world, at) => ({
    params: { hazardId: await hazard(world, at) },
    body: { batchId: randomUUID(), sheet: '台账', row: 2, reason },
    answers: ['hazards.ledger_answer_not_found'],
  }),
  'POST /hazards/{hazardId}/major-suggestion': step({ conditions: ['x'] }),
  'POST /hazards/{hazardId}/major-confirmation': step(),
  'POST /hazards/{hazardId}/major-denial': step({ reason }),
  'POST /hazards/{hazardId}/major-denial-countersignature': step(),
  'POST /hazards/{hazardId}/authority-report': step({ authority: '应急管理局' }),
  'POST /hazards/{hazardId}/treatment': step(treatment),
  'POST /hazards/{hazardId}/treatment-decision': step({ granted: true }),
  'POST /hazards/{hazardId}/treatment-evaluation': step({ evaluation: 'self' }),
  'POST /hazards/{hazardId}/supervision': async (world, at, by) => ({
    ...(await step()(world, at, by)),
    body: { issuer: '集团', mainPersonId: await personId(world, at), requirements: '整改', dueOn: '2026-03-01' },
  }),
  'POST /hazards/{hazardId}/supervision-progress': step({ text: '进展' }),
  'POST /hazards/{hazardId}/delisting': step({ reason }),
  'POST /hazards/{hazardId}/delisting-decision': step({ granted: true }),
  'POST /hazards/{hazardId}/look-back-inspector': async (world, at, by) => ({
    ...(await step()(world, at, by)),
    body: { inspectorId: await personId(world, at) },
  }),
  'POST /hazards/{hazardId}/look-back': step({ result: 'held', photos: [newHash()] }),
};
