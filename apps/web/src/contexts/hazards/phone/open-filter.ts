import type { HazardSummary, OwnTask } from '@changming/contract/hazards';

/** What a line of 未销号 needs: of the ledger, or of what was put into one's own hands. */
export type OpenHazard = Pick<HazardSummary, 'id' | 'stage' | 'level' | 'category' | 'text' | 'unit' | 'place' | 'dueOn' | 'photoId'> & {
  readonly unitId: string | null;
  readonly responsibleId: string | null;
};

export const openFilters = ['all', 'mine', 'unit', 'overdue'] as const;
export type OpenFilter = (typeof openFilters)[number];

type Whose = { readonly id: string; readonly unitId: string } | null;
type Asking = { readonly person: Whose; readonly today: string };

/** Handed in is not late any more; whoever accepts has a deadline of his own. */
export function isOverdue({ dueOn, stage }: Pick<OpenHazard, 'dueOn' | 'stage'>, today: string): boolean {
  return dueOn !== null && dueOn < today && stage !== 'submitted';
}

export function chosenBy(filter: OpenFilter, hazards: readonly OpenHazard[], { person, today }: Asking): readonly OpenHazard[] {
  const passes: Readonly<Record<OpenFilter, (hazard: OpenHazard) => boolean>> = {
    all: () => true,
    mine: ({ responsibleId }) => person !== null && responsibleId === person.id,
    unit: ({ unitId }) => person !== null && unitId === person.unitId,
    overdue: (hazard) => isOverdue(hazard, today),
  };
  return hazards.filter(passes[filter]);
}

/** What was put into one's own hands is one's own; where one works nobody need be told twice. */
export function ofTask(task: OwnTask, person: Whose): OpenHazard {
  return { ...task, unitId: person?.unitId ?? null, responsibleId: person?.id ?? null };
}
