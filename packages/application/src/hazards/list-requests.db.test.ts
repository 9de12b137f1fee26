import { listingFilter } from '@changming/domain/hazards';
import { expect } from 'vitest';

import { as, given, test } from '../testing/index.ts';
import { type Callers, callers, givenArrived, givenHazard, givenTrade, planOf, reportOf, type Trade } from '../testing/hazard-story.ts';
import type { Caller } from '../context.ts';
import {
  acceptHazard,
  askForDelisting,
  askForExtension,
  askToVoid,
  assignHazard,
  decideOnExtension,
  decideOnTreatment,
  draftTreatment,
  listHazard,
  listRequests,
  readHazard,
  registerHazard,
  reportHazard,
  withdrawVoidRequest,
} from './index.ts';

let trade: Trade;
let by: Callers;
/** A hazard with each request, by what is asked. */
const asked = { extension: '', voiding: '', treatment: '', delisting: '', majorVoid: '' };
const acts = { extension: 'decideExtension', voiding: 'decideVoid', treatment: 'approveTreatment', delisting: 'decideDelisting' } as const;
const treatment = { goals: '消除', methods: '改造', funds: 5_000_000, organisation: '设备部', timeLimit: '一个月', safetyMeasures: '停产' };
const weighty = (dueOn: string) => ({ level: 'unit', plan: { dueOn, contingency: '停机', waived: [] } });

async function listed(caller: Caller, over: Record<string, unknown> = {}): Promise<string[]> {
  const { items, total } = await listRequests(caller, listingFilter.parse({ limit: 200, ...over }));
  if (over['after'] === undefined && over['limit'] === undefined) expect(total).toEqual({ count: items.length, capped: false });
  return items.map(({ id, request }) => `${request.kind} ${id}`);
}

/** What the pages of the hazards let the caller decide; a hazard that he does not see is none of his. */
async function decidable(caller: Caller): Promise<string[]> {
  const found: string[] = [];
  for (const hazardId of new Set(Object.values(asked))) {
    const page = await readHazard(caller, { hazardId }).catch(() => null);
    for (const [kind, act] of Object.entries(acts)) if (page?.objections[act] === null) found.push(`${kind} ${hazardId}`);
  }
  return found.toSorted();
}

async function givenMajor(): Promise<string> {
  const report = reportOf(trade);
  await reportHazard(by.worker, report);
  await registerHazard(by.officer, { hazardId: report.id, level: 'major' });
  await assignHazard(by.officer, { hazardId: report.id, plan: planOf(trade, { dueOn: '2026-03-01', contingency: '停产', waived: [] }) });
  return report.id;
}

test('lists to everybody exactly what the pages of the hazards let him decide, and nothing to those outside of the branch', async ({
  house,
  database: { owner },
}) => {
  trade = await givenTrade(owner);
  by = callers(house, trade);
  const story = { trade, by };
  asked.extension = (await givenHazard(owner, story, 'rectifying', weighty('2026-01-30'))).hazardId;
  await askForExtension(by.leader, { hazardId: asked.extension, toOn: '2026-02-10', reason: '等备件' });
  await askToVoid(by.millHead, { hazardId: asked.extension, kind: 'falseAlarm', reason: '看错' });
  asked.voiding = (await givenHazard(owner, story, 'reported')).hazardId;
  await askToVoid(by.officer, { hazardId: asked.voiding, kind: 'falseAlarm', reason: '不是隐患' });
  asked.treatment = await givenMajor();
  await draftTreatment(by.hq, { hazardId: asked.treatment, ...treatment });
  asked.majorVoid = await givenMajor();
  await askToVoid(by.officer, { hazardId: asked.majorVoid, kind: 'falseAlarm', reason: '重复判定' });
  const closed = await givenHazard(owner, story, 'submitted');
  asked.delisting = closed.hazardId;
  const listing = { level: 'group' as const, issuer: '集团安委会', requirements: '限期整改', dueOn: '2026-02-20' };
  await listHazard(by.hq, { hazardId: closed.hazardId, ...listing, mainPersonId: trade.people.millHead.id });
  await givenArrived(owner, closed.hazardId, [...closed.before, closed.after]);
  await acceptHazard(by.officer, { hazardId: closed.hazardId });
  await askForDelisting(by.hqSecond, { hazardId: closed.hazardId, reason: '已整改' });

  for (const caller of [by.millHead, by.eastHead, by.hq, by.hqSecond])
    expect((await listed(caller)).toSorted()).toEqual(await decidable(caller));
  expect(await listed(by.millHead)).toEqual([`extension ${asked.extension}`, `voiding ${asked.voiding}`]);
  expect((await listed(by.hqSecond)).toSorted()).toEqual(
    [
      `extension ${asked.extension}`,
      `voiding ${asked.extension}`,
      `voiding ${asked.voiding}`,
      `voiding ${asked.majorVoid}`,
      `treatment ${asked.treatment}`,
    ].toSorted(),
  );
  expect(await listed(by.hq)).toContain(`delisting ${asked.delisting}`);
  expect(await listed(as(house, 'unitHead', trade.west))).toEqual([]);
  expect(await listed(as(house, 'hqSafety', trade.west))).toEqual([]);
  expect(await listed(by.hq, { unitId: trade.farMill.id })).toEqual([]);
  for (const caller of [by.officer, by.leader, by.worker, by.analyst, as(house, 'hqLeader', trade.root)])
    await expect(listRequests(caller, listingFilter.parse({}))).rejects.toMatchObject({ kind: 'forbidden' });
});

test('says what is asked, by whom, since when and why, what is due first before the rest, page after page', async () => {
  const { items } = await listRequests(by.hqSecond, listingFilter.parse({}));
  const walked: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page: Awaited<ReturnType<typeof listRequests>> = await listRequests(
      by.hqSecond,
      listingFilter.parse({ limit: 2, ...(after === undefined ? {} : { after }) }),
    );
    walked.push(...page.items.map(({ request }) => request.id));
    expect(page.total.count).toBe(items.length);
    after = page.next;
  }

  expect(walked).toEqual(items.map(({ request }) => request.id));
  const days = items.map(({ request }) => request.dueOn ?? '9999-12-31');
  expect(days).toEqual(days.toSorted());
  expect(items.find(({ request }) => request.kind === 'extension')).toMatchObject({
    unit: '缝制一车间',
    request: { askedBy: '王芳', askedOn: '2026-01-20', reason: '等备件', toOn: '2026-02-10', dueOn: '2026-01-30' },
  });
  expect(items.find(({ request }) => request.kind === 'treatment')).toMatchObject({
    level: 'major',
    request: { askedBy: '钱进', askedOn: '2026-01-20', reason: null, dueOn: '2026-03-01' },
  });
});

test('what is decided or taken back waits no more, and what waits is everybody’s who may decide', async ({
  house,
  database: { owner },
}) => {
  await decideOnExtension(by.hq, { hazardId: asked.extension, granted: false, note: '配件已到' });
  await decideOnTreatment(by.hqSecond, { hazardId: asked.treatment, granted: true });
  await withdrawVoidRequest(by.officer, { hazardId: asked.majorVoid });
  const stranger = await given.person(owner, trade.root, { name: '外人' });

  expect((await listed(by.hqSecond)).toSorted()).toEqual([`voiding ${asked.extension}`, `voiding ${asked.voiding}`].toSorted());
  expect(await listed(as(house, 'hqSafety', trade.root, stranger.id))).toContain(`delisting ${asked.delisting}`);
});
