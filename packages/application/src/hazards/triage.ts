import {
  answerSuggestion,
  assignInput,
  categoryDefaults,
  conditionsOf,
  criteriaFor,
  latestDueOn,
  objectionToSuggesting,
  registerInput,
  suggest,
  suggestMajor,
} from '@changming/domain/hazards';
import { id, refuse } from '@changming/domain/kernel';
import type { z } from 'zod';
import { z as zod } from 'zod';

import { command, type Writing } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { assignWork, untilAfter } from './assignments.ts';
import { hazardRules } from './hazard-rules.ts';
import { deadlineRules } from './deadline-rules.ts';
import { personOf } from './events.ts';
import { suggestionOf, settleSuggestion } from './major-suggestions.ts';
import { refuseStrangers } from './persons.ts';
import { criterionScopesOf } from './propose-for.ts';
import { type Beside, hazardInScope, type StoredHazard } from './store.ts';
import { keepSuggestion } from './suggest-for-item.ts';
import { stepTaken, takeStep } from './take-step.ts';

type Registered = z.output<typeof registerInput>;

/** 登记定级: what the rules proposed is confirmed or changed by a named person. */
export const registerHazard = command({
  permission: 'hazards.triage',
  name: 'hazards.register',
  input: registerInput.extend({ hazardId: id }),
  async run(work, { hazardId, ...given }) {
    const stored = await hazardInScope(work.tx, work.scope, hazardId);
    const after = await register(work, stored, given);
    return stepTaken(work, stored, after);
  },
});

async function register(work: Writing, stored: StoredHazard, given: Registered) {
  const open = stored.hazard.suggestion === 'open' || stored.hazard.suggestion === 'denialProposed';
  if (open && given.level === 'major') {
    const suggested = { hazard: stored.hazard, suggestion: await suggestionOf(work.tx, stored.hazard.id) };
    const { suggestion } = answerSuggestion(suggested, 'confirm', { by: personOf(work), on: work.today });
    await settleSuggestion(work.tx, stored.hazard.id, suggestion);
  }
  const facts = { level: given.level };
  return takeStep(work, stored, ['register', { level: given.level }], { beside: corrected(stored, given), facts });
}

/** What triage says anew; a changed category brings its own kind of hazard along unless that is said too. */
function corrected({ row }: StoredHazard, { category, factor, keyArea, kind, clauseIds, text }: Registered): Beside {
  const changed = category !== undefined && category !== row.category;
  const newKind = kind ?? (changed ? categoryDefaults[category].kind : undefined);
  return { category, factor, key_area: keyArea, kind: newKind, clause_ids: clauseIds, text };
}

/** 下达整改: plan, person and deadline. The person may then work on it, wherever his own branch lies. */
export const assignHazard = command({
  permission: 'hazards.triage',
  name: 'hazards.assign',
  input: assignInput.extend({ hazardId: id }),
  async run(work, { hazardId, plan }) {
    const stored = await hazardInScope(work.tx, work.scope, hazardId);
    const after = await assign(work, stored, plan);
    return stepTaken(work, stored, after);
  },
});

async function assign(work: Writing, stored: StoredHazard, plan: z.output<typeof assignInput>['plan']) {
  await refuseStrangers(work.tx, work.scope, [plan.responsibleId, plan.leaderId]);
  if (plan.responsibleUnitId !== null) await unitInScope(work.tx, work.scope, plan.responsibleUnitId);
  const { level } = stored.hazard;
  const rules = await deadlineRules(work.tx, { unitId: stored.hazard.unitId, on: work.today });
  const facts = { plan, latestDueOn: level === null ? null : latestDueOn(level, work.today, rules) };
  const after = await takeStep(work, stored, ['assign', facts], { facts: { dueOn: plan.dueOn ?? '' } });
  if (plan.responsibleId !== null)
    await assignWork(work, after, { work: 'hazards.rectify', personId: plan.responsibleId, untilOn: untilAfter(plan.dueOn, work.today) });
  return after;
}

/** 定级并下达 in one go: the two keys of triage. */
export const triageHazard = command({
  permission: 'hazards.triage',
  input: registerInput.extend({ hazardId: id, plan: assignInput.shape.plan }),
  async run(work, { hazardId, plan, ...given }) {
    const stored = await hazardInScope(work.tx, work.scope, hazardId);
    await register(work, stored, given);
    const after = await assign(work, await hazardInScope(work.tx, work.scope, hazardId), plan);
    return stepTaken(work, stored, after);
  },
});

/** What was seen to hold of the criteria of 重大: if they are met, the system suggests, and a named person answers within 24 hours. */
export const suggestMajorHazard = command({
  permission: 'hazards.plan',
  name: 'hazards.suggestMajor',
  input: zod.strictObject({ hazardId: id, conditions: zod.array(zod.string().max(60)).min(1).max(50) }),
  async run(work, { hazardId, conditions }) {
    const stored = await hazardInScope(work.tx, work.scope, hazardId);
    const scopes = await criterionScopesOf(work.tx, stored.row.unit_pos);
    const known = new Set<string>(criteriaFor(scopes).flatMap((each) => conditionsOf(each)));
    const criteria = suggestMajor({ conditions: new Set(conditions.filter((each) => known.has(each))) }, scopes);
    if (criteria.length === 0) refuse('invalid', 'hazards.no_criterion_met');
    const { confirmHours } = await hazardRules(work.tx, { unitId: stored.hazard.unitId, on: work.today });
    const suggested = suggest(stored.hazard, criteria, work.now, confirmHours);
    if (suggested === null) refuse('conflict', objectionToSuggesting(stored.hazard) ?? 'hazards.suggestion_decided');
    await keepSuggestion(work, stored, suggested);
    return stepTaken(work, stored, suggested.hazard);
  },
});
