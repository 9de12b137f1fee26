import { countActions, listActions } from '@changming/application/actions';
import type { Caller } from '@changming/application/context';
import { listRequests } from '@changming/application/hazards';
import { countIncidents, listIncidents } from '@changming/application/incidents';
import { countRisks, listRisks } from '@changming/application/risks';
import { countCertificates, listCertificates } from '@changming/application/workforce';

/** More than the lists of a test hold. */
const limit = 5000;
const below = { withBelow: true } as const;

type Card = {
  readonly counted: (caller: Caller) => Promise<number>;
  readonly listed: (caller: Caller) => Promise<{ readonly items: readonly unknown[] }>;
};

/** The cards of the home page whose number is counted apart from the list that they open; the others count the rows of that list. */
const cards: Readonly<Record<string, Card>> = {
  'incidents.running': {
    counted: async (caller) => (await countIncidents(caller, {})).unfinished,
    listed: (caller) => listIncidents(caller, { unfinished: true, ...below, limit }),
  },
  'incidents.overdue': {
    counted: async (caller) => (await countIncidents(caller, {})).overdue,
    listed: (caller) => listIncidents(caller, { overdue: true, ...below, limit }),
  },
  'actions.overdue': {
    counted: async (caller) => (await countActions(caller, {})).overdue,
    listed: (caller) => listActions(caller, { overdue: true, limit }),
  },
  'hazards.requests': {
    counted: async (caller) => (await listRequests(caller, { ...below, limit: 1 })).total.count,
    listed: (caller) => listRequests(caller, { ...below, limit }),
  },
  'risks.reviews': {
    counted: async (caller) => (await countRisks(caller, below)).due,
    listed: (caller) => listRisks(caller, { due: true, ...below, limit }),
  },
  'workforce.certificates': {
    counted: async (caller) => {
      const { dueSoon, expired, reviewMissed } = await countCertificates(caller, {});
      return dueSoon + expired + reviewMissed;
    },
    listed: (caller) => listCertificates(caller, { due: true, limit }),
  },
};

/** What each card says and how many rows its list has, as this caller sees them. */
export async function homeCards(caller: Caller): Promise<Record<string, { readonly counted: number; readonly listed: number }>> {
  const told: Record<string, { readonly counted: number; readonly listed: number }> = {};
  for (const [name, { counted, listed }] of Object.entries(cards))
    told[name] = { counted: await counted(caller), listed: (await listed(caller)).items.length };
  return told;
}
