import { createHash } from 'node:crypto';

import { actAs, pastOf } from '@changming/application/access';
import { submitAction, verifyAction } from '@changming/application/actions';
import { type Actor, type Caller, type House, uuidV7 as newId } from '@changming/application/context';
import {
  approveInvestigation,
  closeIncident,
  confirmGate,
  confirmIncident,
  decideGrade,
  describeIncident,
  executeHandling,
  openMeasure,
  oweFollowUps,
  readIncident,
  recordBriefing,
  recordHandling,
  recordLoss,
  recordReport,
  reportIncident,
  setResponsibility,
  startInvestigation,
  submitInvestigation,
  sweepIncidents,
  writeInvestigation,
} from '@changming/application/incidents';

import type { Shell } from '../../verb.ts';
import { type Cast, castOf, type Company } from './cast.ts';
import { type IncidentTale, incidentTales } from './incident-tales.ts';
import type { MadeUnit } from './make-units.ts';
import { dayOf } from './telling.ts';

type Making = Company & { readonly shell: Shell };

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type Case = {
  readonly house: House;
  readonly cast: Cast;
  readonly tale: IncidentTale;
  readonly incidentId: string;
  readonly occurredAt: Date;
  /** Whoever acts, so many minutes after it happened. */
  readonly by: (actor: Actor, minutes: number) => Caller;
};

/** Incidents of two quarters, most of them closed through the four gates, one under investigation, one reported just now. */
export async function makeIncidents(making: Making): Promise<number> {
  const { house } = making.shell;
  for (const [at, tale] of incidentTales.entries()) {
    const workshop = making.units.find(({ unit }) => unit.name === tale.workshop);
    if (workshop === undefined) continue;
    const cast = await castOf(house, making, workshop);
    await tell(caseOf({ house, cast: { ...cast, finder: (await reporterOf(making, workshop)) ?? cast.finder }, tale, at }));
  }
  for (const owe of [oweFollowUps, sweepIncidents]) {
    let after: string | null = null;
    do after = (await owe(house.clockwork(), { after })).next;
    while (after !== null);
  }
  return incidentTales.length;
}

/** The first worker of the workshop: in one of them he has an account of the demo, and follows what he reported. */
async function reporterOf({ shell: { house }, people }: Making, workshop: MadeUnit): Promise<Actor | null> {
  const person = people.find(({ post, unit }) => post === 'staff' && unit.code.startsWith(workshop.code));
  return person === undefined ? null : actAs(house, { role: 'worker', personId: person.id, unitId: workshop.id });
}

type Told = Pick<Case, 'house' | 'cast' | 'tale'> & { readonly at: number };

function caseOf({ house, cast, tale, at }: Told): Case {
  const now = house.clock.now().getTime();
  const midnight = Date.parse(`${dayOf(new Date(now - tale.daysAgo * day))}T00:00:00+08:00`);
  const occurredAt = new Date(tale.reached === 'reported' ? now - 25 * minute : midnight + tale.minute * minute);
  const incidentId = newId(occurredAt, createHash('sha256').update(`incident ${at}`).digest().subarray(0, 16));
  const by = (actor: Actor, minutes: number) =>
    pastOf(house, new Date(Math.min(now, occurredAt.getTime() + minutes * minute))).callerFor(actor);
  return { house, cast, tale, incidentId, occurredAt, by };
}

async function tell(of: Case): Promise<void> {
  await report(of);
  if (of.tale.reached === 'reported') return;
  await confirm(of);
  await investigate(of);
  if (of.tale.reached === 'closed') await settle(of);
}

async function report({ cast, tale, incidentId, occurredAt, by }: Case): Promise<void> {
  const { minor = 0, firstAid = 0, fire = false } = tale;
  await reportIncident(by(cast.finder, tale.recordedAfter), {
    id: incidentId,
    unitId: cast.workshop.id,
    place: tale.place,
    occurredAt: occurredAt.toISOString(),
    text: tale.text,
    minor,
    firstAid,
    fire,
    fireBrigadeCalled: fire,
  });
}

async function confirm({ cast, tale, incidentId, occurredAt, by }: Case): Promise<void> {
  const after = tale.recordedAfter + 15;
  const leaderInformedAt = new Date(occurredAt.getTime() + tale.toldAfter * minute).toISOString();
  await confirmIncident(by(cast.head, after), { incidentId, leaderInformedAt });
  await describe({ cast, tale, incidentId, by, occurredAt }, after + 5);
  const toHeadquarters = { incidentId, recipient: 'headquarters', toWhom: '集团劳动安全部' } as const;
  const calledAt = new Date(occurredAt.getTime() + (tale.toldAfter + 10) * minute).toISOString();
  await recordReport(by(cast.officer, after + 10), { ...toHeadquarters, channel: 'phone', reportedAt: calledAt });
  const writtenAt = new Date(occurredAt.getTime() + (tale.toldAfter + 300) * minute).toISOString();
  await recordReport(by(cast.officer, after + 400), { ...toHeadquarters, channel: 'written', kind: 'written', reportedAt: writtenAt });
  const lossFen = (tale.lossYuan ?? 0) * 100;
  const parts = { ed1: tale.fire ? 0 : lossFen, ed2: tale.fire ? lossFen : 0, ed3: 0, ed4: 0, ed5: 0 };
  if (lossFen > 0) await recordLoss(by(cast.officer, after + 600), { incidentId, ...parts, estimated: false, basis: '财务核定' });
  const { suggested, eventClass } = await readIncident(by(cast.head, after + 700), { incidentId });
  await decideGrade(by(cast.head, after + 700), { incidentId, grade: suggested, suggested, eventClass, basis: '按核实的伤亡和损失' });
}

async function describe({ cast, tale, incidentId, by, occurredAt }: Omit<Case, 'house'>, after: number): Promise<void> {
  const { version, typesToChoose } = await readIncident(by(cast.officer, after), { incidentId });
  await describeIncident(by(cast.officer, after), {
    incidentId,
    version,
    text: tale.text,
    place: tale.place,
    accidentType: typesToChoose.find((type) => tale.type.includes(type)) ?? null,
    fire: tale.fire ?? false,
    fireBrigadeCalled: tale.fire ?? false,
    roadTraffic: false,
    relatedParty: false,
    atRisk: 0,
    trapped: 0,
    evacuated: 0,
    dangers: [],
    specialClass: null,
    specialTriggers: [],
    rescueEndedAt: new Date(occurredAt.getTime() + 20 * minute).toISOString(),
  });
}

async function investigate({ cast, tale, incidentId, by }: Case): Promise<void> {
  const after = tale.recordedAfter + 18 * 60;
  const team = [{ personId: null, name: '工会代表', role: '成员' }];
  await startInvestigation(by(cast.officer, after), { incidentId, level: 'enterprise', leaderId: cast.headId, team });
  await writeInvestigation(by(cast.officer, after + 2 * 24 * 60), {
    incidentId,
    version: 1,
    appraisalDays: 0,
    extendedDays: 0,
    directCause: tale.directCause,
    indirectCauses: [...tale.indirectCauses],
    nature: 'responsible',
    chapters: { course: tale.text, causes: tale.directCause, measures: tale.measure },
    nobodyToHandle: null,
    uncertifiedOperation: false,
    unpermittedWork: false,
  });
}

async function settle(of: Case): Promise<void> {
  const { cast, tale, incidentId, by, occurredAt } = of;
  const start = tale.recordedAfter + 5 * 24 * 60;
  const on = (minutes: number) => dayOf(new Date(occurredAt.getTime() + minutes * minute));
  await submitInvestigation(by(cast.officer, start), { incidentId });
  await approveInvestigation(by(cast.head, start + 24 * 60), { incidentId, body: '厂安委会', note: null });
  await setResponsibility(by(cast.group, start + 26 * 60), { incidentId, responsibility: tale.responsibility, basis: '调查报告' });
  const measure = { incidentId, kind: 'management', title: tale.measure, ownerId: cast.leaderId, dueOn: on(start + 9 * 24 * 60) } as const;
  const { id: actionId } = await openMeasure(by(cast.officer, start + 27 * 60), measure);
  await submitAction(by(cast.leader, start + 4 * 24 * 60), { actionId, result: '已按措施完成，附现场记录' });
  await verifyAction(by(cast.officer, start + 5 * 24 * 60), { actionId });
  await handle(of, start + 2 * 24 * 60);
  const briefing = { incidentId, onDay: on(start + 6 * 24 * 60), people: 42, text: `班前会通报：${tale.lesson}` };
  await recordBriefing(by(cast.officer, start + 6 * 24 * 60), briefing);
  if (tale.minor !== undefined) await applyForInjury(of, start + 7 * 24 * 60);
  await letGo(of, start + 8 * 24 * 60);
}

async function handle({ cast, tale, incidentId, by, occurredAt }: Case, after: number): Promise<void> {
  if (tale.handling === null) return;
  const on = dayOf(new Date(occurredAt.getTime() + after * minute));
  const handling = {
    incidentId,
    personId: cast.leaderId,
    name: '车间主任',
    measure: tale.handling,
    body: '厂安委会',
    decidedOn: on,
  } as const;
  const { id: handlingId } = await recordHandling(by(cast.officer, after), handling);
  await executeHandling(by(cast.officer, after + 60), { incidentId, handlingId, executedOn: on, evidence: '谈话记录、通报文件' });
}

async function applyForInjury({ cast, incidentId, by, occurredAt }: Case, after: number): Promise<void> {
  const reportedAt = new Date(occurredAt.getTime() + (after - 60) * minute).toISOString();
  const applied = { incidentId, recipient: 'socialInsurance', kind: 'workInjury', channel: 'written', toWhom: '区人社局工伤科' } as const;
  await recordReport(by(cast.officer, after), { ...applied, reportedAt, evidence: '工伤认定申请表、病历' });
}

async function letGo({ cast, tale, incidentId, by }: Case, after: number): Promise<void> {
  const evidence = {
    causeFound: '调查报告已批复',
    personHandled: '处理决定已执行',
    measuresDone: '现场核对整改',
    peopleEducated: '班前会签到表',
  } as const;
  for (const gate of ['causeFound', 'personHandled', 'measuresDone', 'peopleEducated'] as const)
    await confirmGate(by(cast.officer, after), { incidentId, gate, evidence: evidence[gate] });
  await closeIncident(by(cast.head, after + 60), { incidentId, lesson: tale.lesson });
}
