import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import {
  askExtension,
  decideExtension,
  type Extension,
  objectionToAskingExtension,
  objectionToDecidingExtension,
  objectionToWithdrawingExtension,
  withdrawExtension,
} from './extension.ts';
import type { Hazard } from './hazard.ts';
import { advance, objection } from './lifecycle.ts';
import { answerSuggestion, type MajorSuggestion, objectionToAnswer, suggest, suggestionSteps } from './major-suggestion.ts';
import { unsettled } from './plan.ts';
import { reportedHazard } from './reported-hazard.ts';
import { type HazardStep, hazardSteps, steps } from './steps.ts';
import { givenHazard, givenMajor, givenTreatment, isWeekday, settledPlan } from './testing/given-hazard.ts';
import { advanceTreatment, objectionToTreatment, treatmentSteps } from './treatment-steps.ts';
import {
  askVoid,
  decideVoid,
  objectionToAskingVoid,
  objectionToDecidingVoid,
  objectionToWithdrawingVoid,
  type Voiding,
  withdrawVoid,
} from './voiding.ts';

/** Everything that stands around one hazard, as the database would hold it. */
type World = {
  readonly hazard: Hazard;
  readonly extension: Extension | null;
  readonly voiding: Voiding | null;
  readonly suggestion: MajorSuggestion | null;
  /** How often the deadline moved in this round. */
  readonly moves: number;
};

const persons = ['p-1', 'p-2', 'p-3', 'p-4'];
const person = fc.constantFrom(...persons);
const onDay = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`);
const who = fc.record({ by: person, on: onDay });
/** Mostly what is right, so that walks get far. */
function mostly<Value>(right: Value, wrong: Value): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 6, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: fc.constant(wrong) });
}
const yes = mostly(true, false);
const photos = fc.record({ before: mostly(1, 0), after: mostly(1, 0), awaited: mostly(0, 1) });
const plan = fc
  .record({ responsibleId: person, dueOn: onDay, funds: mostly<number | null>(0, null) })
  .map((over) => ({ ...settledPlan, ...over }));

const facts: { readonly [Step in HazardStep]: fc.Arbitrary<object> } = {
  register: fc.record({ level: fc.constantFrom('team', 'workshop', 'unit', 'major') }),
  assign: fc.record({ plan, latestDueOn: mostly<string | null>(null, '2026-02-10') }),
  replan: fc.record({ plan }),
  start: fc.constant({}),
  submit: fc.record({ photos, isWorkday: fc.constant(isWeekday) }),
  fixOnTheSpot: fc.record({
    level: fc.constantFrom('team', 'workshop', 'unit', 'major'),
    measures: mostly('当场清理', ' '),
    photos,
    isWorkday: fc.constant(isWeekday),
  }),
  sendBack: fc.record({ reason: mostly('未改到位', '') }),
  accept: fc.record({ photos, byGroup: yes }),
  void: fc.record({
    kind: fc.constant('falseAlarm'),
    reason: mostly('看错了', ''),
    askedById: person,
    oneLevelUp: yes,
    byGroup: yes,
  }),
  reopen: fc.record({ reason: mostly('又堵了', ''), dueOn: onDay }),
};

type Act = (world: World) => World;

/** Picks among the steps the stage allows, and now and then a step astray. */
function stepFor({ stage }: Hazard, pick: number, astray: boolean): HazardStep {
  const fitting = hazardSteps.filter((step) => steps[step].from.some((from) => from === stage) && (step !== 'void' || pick % 7 === 0));
  const choice = astray || fitting.length === 0 ? hazardSteps : fitting;
  return choice[pick % choice.length] ?? 'start';
}

const lifecycleAct = fc.record({ who, given: fc.record(facts), pick: fc.nat(1000), astray: mostly(false, true) }).map(
  ({ who: taker, given, pick, astray }): Act =>
    (world) => {
      const step = stepFor(world.hazard, pick, astray);
      const known = { ...taker, ...given[step] } as Parameters<typeof objection>[2];
      const taken = () => advance(world.hazard, step, known as Parameters<typeof advance>[2]);
      if (objection(world.hazard, step, known) === null) return { ...world, hazard: taken(), moves: step === 'reopen' ? 0 : world.moves };
      expect(taken).toThrow('hazards.');
      return world;
    },
);

const extensionAct = fc.record({ who, toOn: onDay, granted: yes, oneLevelUp: yes }).map(
  ({ who: taker, toOn, granted, oneLevelUp }): Act =>
    (world) => {
      const { hazard, extension } = world;
      if (extension?.stage === 'asked') {
        if (objectionToDecidingExtension({ hazard, extension }, { ...taker, oneLevelUp }) !== null) return world;
        const decided = decideExtension({ hazard, extension }, { ...taker, oneLevelUp, granted });
        return { ...world, ...decided, moves: world.moves + (granted ? 1 : 0) };
      }
      const ask = { ...taker, toOn, reason: '缺件', latestDueOn: null };
      if (objectionToAskingExtension({ hazard, last: extension }, ask) !== null) return world;
      return { ...world, extension: askExtension({ hazard, last: extension }, ask) };
    },
);

/** 撤回: what is undecided is taken back by who asked; what is decided is not, nor by anybody else. */
const withdrawalAct = who.map(
  (taker): Act =>
    (world) => {
      const { hazard, extension, voiding } = world;
      const taken = { extension, voiding };
      if (extension !== null) {
        if (objectionToWithdrawingExtension({ hazard, extension }, taker) === null)
          taken.extension = withdrawExtension({ hazard, extension }, taker);
        else expect(() => withdrawExtension({ hazard, extension }, taker)).toThrow('hazards.');
      }
      if (voiding !== null) {
        if (objectionToWithdrawingVoid({ hazard, voiding }, taker) === null) taken.voiding = withdrawVoid({ hazard, voiding }, taker);
        else expect(() => withdrawVoid({ hazard, voiding }, taker)).toThrow('hazards.');
      }
      return { ...world, ...taken };
    },
);

const voidingAct = fc.record({ who, granted: mostly(false, true), oneLevelUp: yes, byGroup: yes }).map(
  ({ who: taker, granted, ...place }): Act =>
    (world) => {
      const { hazard, voiding } = world;
      if (voiding?.stage === 'asked') {
        if (objectionToDecidingVoid({ hazard, voiding }, { ...taker, ...place }) !== null) return world;
        return { ...world, ...decideVoid({ hazard, voiding }, { ...taker, ...place, granted }) };
      }
      if (objectionToAskingVoid({ hazard, last: voiding }) !== null) return world;
      const ask = { ...taker, kind: 'falseAlarm', reason: '看错了', duplicateOfId: null } as const;
      return { ...world, voiding: askVoid({ hazard, last: voiding }, ask) };
    },
);

const suggestionAct = fc.record({ who, step: fc.constantFrom(...suggestionSteps) }).map(
  ({ who: taker, step }): Act =>
    (world) => {
      const { hazard, suggestion } = world;
      if (suggestion === null) return { ...world, ...suggest(hazard, ['WT10-3-1'], new Date(0)) };
      if (objectionToAnswer({ hazard, suggestion }, step, taker) !== null) return world;
      return { ...world, ...answerSuggestion({ hazard, suggestion }, step, { ...taker, reason: '不符合条文' }) };
    },
);

const treatmentAct = fc.record({ who, step: fc.constantFrom(...treatmentSteps), oneLevelUp: yes }).map(
  ({ who: taker, step, oneLevelUp }): Act =>
    (world) => {
      const known = { ...taker, oneLevelUp };
      if (objectionToTreatment(world.hazard, step, known) !== null) return world;
      return { ...world, hazard: advanceTreatment(world.hazard, step, known) };
    },
);

const act = fc.oneof(
  { weight: 6, arbitrary: lifecycleAct },
  { weight: 2, arbitrary: extensionAct },
  { weight: 1, arbitrary: fc.oneof({ weight: 5, arbitrary: lifecycleAct }, { weight: 1, arbitrary: suggestionAct }) },
  { weight: 3, arbitrary: treatmentAct },
  { weight: 1, arbitrary: voidingAct },
  { weight: 1, arbitrary: withdrawalAct },
);

const before: World = {
  hazard: reportedHazard({ id: 'h-1', unitId: 'u-sewing', foundById: 'p-1' }),
  extension: null,
  voiding: null,
  suggestion: null,
  moves: 0,
};

/** Walks that begin where a major hazard is being treated, for few get there by chance. */
const treating: World = { ...before, hazard: givenMajor({ stage: 'rectifying', treatment: givenTreatment({ stage: 'approved' }) }) };

const closed: World = {
  ...before,
  hazard: givenHazard({ stage: 'closed', rectifierIds: ['p-2'], acceptedById: 'p-3', closedOn: '2026-02-01' }),
};

/** What holds of every state that can be reached at all. */
function expectSound({ hazard, moves }: World): void {
  const { stage, acceptedById, rectifierIds, level, plan: agreed, treatment } = hazard;
  expect(stage === 'closed').toBe(hazard.closedOn !== null);
  if (stage === 'closed') {
    expect(acceptedById).not.toBeNull();
    expect([...rectifierIds, agreed.responsibleId]).not.toContain(acceptedById);
    if (level === 'unit' || level === 'major') expect(acceptedById).not.toBe(hazard.foundById);
    if (level === 'major') expect(treatment).toMatchObject({ stage: 'evaluated', toldAuthorityOn: expect.any(String) as string });
    expect(['none', 'confirmed', 'denied']).toContain(hazard.suggestion);
  }
  if (hazard.suggestion === 'confirmed') expect(level).toBe('major');
  expect(moves).toBeLessThanOrEqual(1);
  expect(moves === 1).toBe(hazard.extendedFromOn !== null);
}

/** What holds between a state and the next. */
function expectSoundMove(from: Hazard, to: Hazard): void {
  expect(to.sendBacks).toBeGreaterThanOrEqual(from.sendBacks);
  expect(to.reopenings).toBeGreaterThanOrEqual(from.reopenings);
  expect(to.rectifierIds).toEqual(expect.arrayContaining([...from.rectifierIds]) as string[]);
  if (from.stage === 'void') expect(to).toEqual(from);
  const begunOrHandedIn =
    (from.stage === 'assigned' && to.stage === 'rectifying') || (from.stage === 'rectifying' && to.stage === 'submitted');
  if (begunOrHandedIn) expect(unsettled(to.plan, to.level)).toEqual([]);
  if (from.level === 'major') expect(to.level).toBe('major');
  const deadlineMoved = from.plan.dueOn !== null && to.plan.dueOn !== from.plan.dueOn;
  if (deadlineMoved) expect(to.reopenings > from.reopenings || to.extendedFromOn === from.plan.dueOn).toBe(true);
}

/** A request that was answered or taken back stays so; taking it back moves nothing of the hazard. */
function expectSoundRequests(from: World, to: World): void {
  for (const request of ['extension', 'voiding'] as const) {
    const [was, is] = [from[request], to[request]];
    if (was !== null && was.stage !== 'asked' && is?.stage !== 'asked') expect(is).toEqual(was);
    if (was?.stage === 'asked' && is?.stage === 'withdrawn') expect(to.hazard).toEqual(from.hazard);
  }
}

it('no walk through the loop ever breaks what must hold of a hazard', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.constantFrom(before, treating, closed), fc.array(act, { minLength: 20, maxLength: 60, size: 'max' }), (start, walk) => {
      let world = start;
      for (const step of walk) {
        const next = step(world);
        expectSound(next);
        expectSoundMove(world.hazard, next.hazard);
        expectSoundRequests(world, next);
        for (const request of ['extension', 'voiding'] as const) reached.add(`${request} ${next[request]?.stage}`);
        reached.add(`${next.hazard.stage}${next.hazard.reopenings > 0 ? ' again' : ''}${next.hazard.level === 'major' ? ' major' : ''}`);
        world = next;
      }
    }),
    { numRuns: 400, seed: 20_260_301 },
  );
  expect([...reached].toSorted()).toEqual(
    expect.arrayContaining([
      'closed',
      'closed again',
      'closed major',
      'void',
      'submitted',
      'rectifying major',
      'extension withdrawn',
      'voiding withdrawn',
      'voiding granted',
    ]),
  );
});
