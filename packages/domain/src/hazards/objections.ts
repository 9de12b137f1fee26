import { type Hazard, rectified } from './hazard.ts';
import { isWeighty } from './levels.ts';
import { objectionToTreating } from './major-treatment.ts';
import { type RectificationPlan, unsettled } from './plan.ts';
import type { HazardRefusal } from './refusals.ts';
import type { HazardStep, Known, PhotoCounts } from './steps.ts';

type Objection = (hazard: Hazard, known: Known) => HazardRefusal | null;

/** One rule per step, beyond the stage. A fact that is not known yet is not objected to. */
export const objections = {
  register: (hazard, { level }) => {
    if (level === undefined || level === 'major') return null;
    if (hazard.suggestion === 'confirmed') return 'hazards.major_confirmed';
    return isUndecided(hazard) ? 'hazards.major_undecided' : null;
  },
  assign: ({ level }, { plan, on, latestDueOn }) => {
    if (plan === undefined) return null;
    if (isUnnamed(plan) || plan.dueOn === null) return 'hazards.assignment_incomplete';
    if (plan.dueOn < on) return 'hazards.deadline_past';
    if (isLaterThan(plan.dueOn, latestDueOn)) return 'hazards.deadline_too_late';
    return isWeighty(level) && unsettled(plan, level).length > 0 ? 'hazards.plan_incomplete' : null;
  },
  replan: (hazard, { plan, on }) => {
    if (plan === undefined) return null;
    const moved = objectionToDeadline(hazard, { dueOn: plan.dueOn, on });
    if (moved !== null) return moved;
    if (isUnnamed(plan)) return 'hazards.assignment_incomplete';
    const underWay = hazard.stage === 'rectifying';
    return underWay && unsettled(plan, hazard.level).length > 0 ? 'hazards.plan_incomplete' : null;
  },
  start: objectionToWork,
  /** Asked again, because a hazard may prove major while it is being rectified. */
  submit: (hazard, { photos }) => objectionToWork(hazard) ?? objectionToPhotos(photos),
  fixOnTheSpot: (hazard, { level, measures, photos }) => {
    if (hazard.suggestion === 'confirmed' || isWeighty(level ?? null)) return 'hazards.not_on_the_spot';
    if (isBlank(measures)) return 'hazards.reason_missing';
    return objectionToPhotos(photos);
  },
  sendBack: (hazard, { by, reason }) => {
    if (rectified(hazard, by)) return 'hazards.self_acceptance';
    return isBlank(reason) ? 'hazards.reason_missing' : null;
  },
  accept: (hazard, known) =>
    objectionToAcceptor(hazard, known) ??
    objectionToTreated(hazard) ??
    objectionToPhotos(known.photos) ??
    awaited(known.photos) ??
    objectionToGiver(known) ??
    (known.voidAsked === true ? 'hazards.void_undecided' : null),
  void: (hazard, known) => objectionToVoiding(hazard, known) ?? (isBlank(known.reason) ? 'hazards.reason_missing' : null),
  reopen: (_hazard, { reason, dueOn, on }) => {
    if (isBlank(reason)) return 'hazards.reason_missing';
    return dueOn !== undefined && dueOn < on ? 'hazards.deadline_past' : null;
  },
} as const satisfies Record<HazardStep, Objection>;

function isUnnamed({ responsibleUnitId, responsibleId }: RectificationPlan): boolean {
  return responsibleUnitId === null || responsibleId === null;
}

/** A deadline stays; a hazard from a ledger may have none yet, and gets one with its plan. */
function objectionToDeadline(
  { plan }: Hazard,
  { dueOn, on }: { readonly dueOn: string | null; readonly on: string },
): HazardRefusal | null {
  if (dueOn === plan.dueOn) return null;
  if (plan.dueOn !== null) return 'hazards.deadline_by_extension_only';
  return dueOn !== null && dueOn < on ? 'hazards.deadline_past' : null;
}

/** Whether the system's suggestion of 重大 still waits for its named person. */
export function isUndecided({ suggestion }: Pick<Hazard, 'suggestion'>): boolean {
  return suggestion === 'open' || suggestion === 'denialProposed';
}

function objectionToWork(hazard: Hazard): HazardRefusal | null {
  if (unsettled(hazard.plan, hazard.level).length > 0) return 'hazards.plan_incomplete';
  return hazard.level === 'major' ? objectionToTreating(hazard.treatment) : null;
}

function objectionToAcceptor(hazard: Hazard, { by, byGroup }: Known): HazardRefusal | null {
  if (hazard.level === null) return 'hazards.level_missing';
  if (isUndecided(hazard)) return 'hazards.major_undecided';
  if (rectified(hazard, by)) return 'hazards.self_acceptance';
  if (isWeighty(hazard.level) && hazard.foundById === by) return 'hazards.finder_acceptance';
  return hazard.level === 'major' && byGroup === false ? 'hazards.major_needs_group' : null;
}

function objectionToTreated(hazard: Hazard): HazardRefusal | null {
  if (hazard.level !== 'major') return null;
  return objectionToTreating(hazard.treatment) ?? (hazard.treatment?.stage === 'evaluated' ? null : 'hazards.not_evaluated');
}

/** A major hazard, or one that may be, does not vanish as 误报 below the group. */
function objectionToVoiding(hazard: Hazard, { by, askedById, oneLevelUp, byGroup }: Known): HazardRefusal | null {
  if (isUndecided(hazard)) return 'hazards.major_undecided';
  if (by === askedById || rectified(hazard, by)) return 'hazards.own_request';
  if (hazard.level === 'major' && byGroup === false) return 'hazards.major_needs_group';
  return oneLevelUp === false ? 'hazards.needs_level_up' : null;
}

function objectionToPhotos(photos: PhotoCounts | undefined): HazardRefusal | null {
  if (photos === undefined) return null;
  if (photos.before < 1 && photos.opening !== true && photos.beforeLacked !== true) return 'hazards.before_photo_missing';
  return photos.after < 1 ? 'hazards.after_photo_missing' : null;
}

function awaited(photos: PhotoCounts | undefined): HazardRefusal | null {
  return photos !== undefined && photos.awaited > 0 ? 'hazards.photos_awaited' : null;
}

/** Whoever said that a photo cannot come any more does not accept without it. */
function objectionToGiver({ by, photos }: Known): HazardRefusal | null {
  return photos?.givenUpByIds?.includes(by) === true ? 'hazards.gave_photo_up' : null;
}

function isBlank(text: string | undefined): boolean {
  return text !== undefined && text.trim() === '';
}

function isLaterThan(day: string, latest: string | null | undefined): boolean {
  return latest !== undefined && latest !== null && day > latest;
}
