import { isWeighty } from '@changming/domain/hazards';
import { rootRange } from '@changming/domain/units';

import type { Permission, Reading } from '../context.ts';
import { type Holder, holdersOver } from '../holders-over.ts';
import { lastExtension } from './extensions.ts';
import { parentPosition } from './level-up.ts';
import { findSuggestion } from './major-suggestions.ts';
import { photoCounts } from './photos.ts';
import type { StoredHazard } from './store.ts';
import { lastSupervision } from './supervision-records.ts';
import { lastVoiding } from './voidings.ts';

type Place = Pick<Reading, 'tx' | 'today'>;
type Barred = (place: Place, stored: StoredHazard) => Promise<readonly (string | null)[]>;

/** What one waiting step takes: a permission, over the unit or over the one above it, and who may not take it all the same. */
type Taking = {
  readonly permission: Permission;
  readonly over: 'unit' | 'above';
  readonly majorByGroup?: true;
  readonly barred?: Barred;
};

const rectifiers = ({ hazard: { plan, rectifierIds } }: StoredHazard) => [plan.responsibleId, ...rectifierIds];

/** Whoever rectified it, its finder from 公司级 on, and whoever said that a photo cannot come any more. */
const acceptance: Barred = async ({ tx }, stored) => {
  const { level, foundById } = stored.hazard;
  const { givenUpByIds = [] } = await photoCounts(tx, stored);
  return [...rectifiers(stored), isWeighty(level) ? foundById : null, ...givenUpByIds];
};

/** Every step that waits for somebody who holds a permission, as the rules of the step have it. */
const takings = {
  triage: { permission: 'hazards.triage', over: 'unit' },
  acceptance: { permission: 'hazards.accept', over: 'unit', majorByGroup: true, barred: acceptance },
  confirmation: { permission: 'hazards.confirmMajor', over: 'unit' },
  countersigning: {
    permission: 'hazards.confirmMajor',
    over: 'unit',
    barred: async ({ tx }, { row }) => [(await findSuggestion(tx, row.id))?.denialProposedById ?? null],
  },
  planning: { permission: 'hazards.plan', over: 'unit' },
  treatment: { permission: 'hazards.treatMajor', over: 'unit' },
  evaluation: { permission: 'hazards.treatMajor', over: 'unit', barred: async (_place, stored) => rectifiers(stored) },
  treatmentDecider: {
    permission: 'hazards.approveTreatment',
    over: 'above',
    barred: async (_place, { hazard }) => [hazard.treatment?.draftedById ?? null],
  },
  extensionDecider: {
    permission: 'hazards.decideExtension',
    over: 'above',
    barred: async ({ tx }, stored) => [...rectifiers(stored), (await lastExtension(tx, stored.row.id))?.askedById ?? null],
  },
  voidDecider: {
    permission: 'hazards.void',
    over: 'above',
    majorByGroup: true,
    barred: async ({ tx }, stored) => [...rectifiers(stored), (await lastVoiding(tx, stored.row.id))?.askedById ?? null],
  },
  delistingDecider: {
    permission: 'hazards.supervise',
    over: 'unit',
    barred: async ({ tx }, { row }) => [(await lastSupervision(tx, row.id))?.delistingAskedById ?? null],
  },
} as const satisfies Record<string, Taking>;

export type Decider = keyof typeof takings;
export const deciderNames = Object.keys(takings) as readonly Decider[];

/**
 * Who may take a step that waits: by their grants over the place, the nearest to it first, and nobody whom the separation of hands forbids it.
 * Those further up are asked when nobody nearer may. Whoever reads sees only the grants within his own sight; the clock sees all.
 */
export async function decidersOf(place: Place, stored: StoredHazard, step: Decider): Promise<string[]> {
  return nearestOf(await ableTo(place, stored, step));
}

/** Whose it is to take a step: of the unit's own side, of those above it, or of the group. */
export function sideOf({ hazard }: Pick<StoredHazard, 'hazard'>, step: Decider): 'unit' | 'above' | 'group' {
  const { over, majorByGroup, permission }: Taking = takings[step];
  if (permission === 'hazards.approveTreatment' || (majorByGroup === true && hazard.level === 'major')) return 'group';
  return over;
}

/** Whether this person is among those who may take the step, however far up. */
export async function isDecider(place: Place, stored: StoredHazard, who: { step: Decider; personId: string }): Promise<boolean> {
  return (await ableTo(place, stored, who.step)).some(({ personId }) => personId === who.personId);
}

/** Who may give others the permission that nobody holds. */
export async function administratorsOf(place: Place, stored: StoredHazard): Promise<string[]> {
  const permissions = ['access.grant', 'access.manageAccounts'] as const;
  const holders = await holdersOver(place, { permissions, places: [stored.row.unit_pos] });
  return holders
    .filter(({ may }) => permissions.some((each) => may(each, stored.row.unit_pos)))
    .map(({ personId }) => personId)
    .toSorted();
}

/** Who acts for the group: whoever lists for supervision over all of it. */
export async function groupSafety(place: Place): Promise<string[]> {
  const holders = await holdersOver(place, { permissions: ['hazards.supervise'], places: [rootRange.lo] });
  return holders.filter(({ may }) => may('hazards.supervise', rootRange.lo)).map(({ personId }) => personId);
}

/** Somebody who may, and over how many of the units from the place upwards: the fewer, the nearer. */
type Able = { readonly personId: string; readonly reach: number };

async function ableTo(place: Place, stored: StoredHazard, step: Decider): Promise<Able[]> {
  const taking: Taking = takings[step];
  const { permission, over, majorByGroup, barred } = taking;
  const { row, hazard } = stored;
  const position = over === 'unit' ? row.unit_pos : await parentPosition(place.tx, hazard.unitId);
  const byGroup = majorByGroup === true && hazard.level === 'major';
  const may = ({ may: holds }: Holder) => holds(permission, position) && (!byGroup || holds('hazards.acceptMajor', rootRange.lo));
  const holders = (await holdersOver(place, { permissions: [permission], places: [position] })).filter(may);
  const without = new Set(barred === undefined ? [] : await barred(place, stored));
  const upwards = await positionsFrom(place, position);
  return holders
    .filter(({ personId }) => !without.has(personId))
    .map(({ personId, may: holds }) => ({ personId, reach: upwards.filter((each) => holds(permission, each)).length }));
}

function nearestOf(able: readonly Able[]): string[] {
  const nearest = Math.min(...able.map(({ reach }) => reach));
  return able
    .filter(({ reach }) => reach === nearest)
    .map(({ personId }) => personId)
    .toSorted();
}

/** The unit and all above it. */
async function positionsFrom({ tx }: Place, position: number): Promise<number[]> {
  const rows = await tx.selectFrom('units').select('lo').where('lo', '<=', position).where('hi', '>=', position).execute();
  return rows.map(({ lo }) => lo);
}
