import { refuse } from '../kernel/index.ts';
import { acceptanceDueOn } from './deadlines.ts';
import type { Hazard } from './hazard.ts';
import { openTreatment, startedOver, withoutEvaluation } from './major-treatment.ts';
import { objections } from './objections.ts';
import { emptyPlan } from './plan.ts';
import type { HazardRefusal } from './refusals.ts';
import { type HazardStep, type Known, type StepFacts, steps, type Who } from './steps.ts';

/** Why `by` may not take `step` now, or null when it may. The web asks this to explain a greyed button. */
export function objection(hazard: Hazard, step: HazardStep, known: Known): HazardRefusal | null {
  const from: readonly string[] = steps[step].from;
  if (!from.includes(hazard.stage)) return 'hazards.wrong_stage';
  return objections[step](hazard, known);
}

/** The hazard after `step`, with its treatment where the step touches it. Refuses by `conflict` with the code of `objection`. */
export function advance<Step extends HazardStep>(hazard: Hazard, step: Step, facts: Who & StepFacts[Step]): Hazard {
  const reason = objection(hazard, step, facts);
  if (reason !== null) refuse('conflict', reason, { stage: hazard.stage, step });
  const { to } = steps[step];
  const written: Partial<Hazard> = consequences[step](hazard, facts);
  return { ...hazard, stage: to === 'same' ? hazard.stage : to, ...written };
}

type Consequence<Step extends HazardStep> = (hazard: Hazard, facts: Who & StepFacts[Step]) => Partial<Hazard>;

const consequences: { readonly [Step in HazardStep]: Consequence<Step> } = {
  register: (hazard, { by, on, level }) => ({
    ...(level === 'major' ? asMajor(hazard, { by, on }) : { level }),
    registeredById: by,
    registeredOn: on,
  }),
  assign: (_hazard, { on, plan }) => ({ plan, assignedOn: on }),
  replan: (_hazard, { plan }) => ({ plan }),
  start: (_hazard, { on }) => ({ startedOn: on }),
  submit: handedIn,
  fixOnTheSpot: (hazard, { level, measures, by, on, ...counted }) => ({
    ...handedIn(hazard, { by, on, ...counted }),
    level,
    onTheSpot: true,
    registeredOn: on,
    plan: {
      ...emptyPlan,
      responsibleUnitId: hazard.unitId,
      responsibleId: by,
      measures,
      funds: 0,
      dueOn: on,
      waived: ['contingency'],
    },
  }),
  sendBack: (hazard) => ({
    sendBacks: hazard.sendBacks + 1,
    acceptanceDueOn: null,
    treatment: hazard.treatment && withoutEvaluation(hazard.treatment),
  }),
  accept: (_hazard, { by, on }) => ({ acceptedById: by, closedOn: on }),
  void: (_hazard, { by, on }) => ({ voidedById: by, voidedOn: on }),
  reopen: (hazard, { on, dueOn }) => ({
    plan: { ...hazard.plan, dueOn },
    extendedFromOn: null,
    onTheSpot: false,
    assignedOn: on,
    startedOn: null,
    submittedById: null,
    submittedOn: null,
    acceptanceDueOn: null,
    acceptedById: null,
    closedOn: null,
    reopenings: hazard.reopenings + 1,
    treatment: hazard.treatment && startedOver(hazard.treatment),
  }),
};

/** `by` confirms 重大 by name; the treatment opens once and is never replaced. */
export function asMajor(hazard: Hazard, who: Who): Pick<Hazard, 'level' | 'suggestion' | 'treatment'> {
  const suggestion = hazard.suggestion === 'none' ? 'none' : 'confirmed';
  return { level: 'major', suggestion, treatment: hazard.treatment ?? openTreatment(who) };
}

type Handing = Who & Omit<StepFacts['submit'], 'photos'>;

function handedIn(hazard: Hazard, { by, on, isWorkday, acceptWorkdays }: Handing): Partial<Hazard> {
  return {
    submittedById: by,
    submittedOn: on,
    rectifierIds: [...new Set([...hazard.rectifierIds, by])],
    acceptanceDueOn: acceptanceDueOn(on, isWorkday, acceptWorkdays),
  };
}
