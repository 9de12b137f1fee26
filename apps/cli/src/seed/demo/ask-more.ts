import { acceptHazard, askForExtension, askToVoid, decideOnVoid } from '@changming/application/hazards';

import { dayOf, type Telling } from './telling.ts';
import type { Fate } from './stories.ts';

const hour = 3_600_000;

/** What some lives have besides the loop: requests that are open or decided, and work done on the spot. */
export async function askMore(telling: Telling): Promise<void> {
  await asks[telling.life.fate]?.(telling);
}

const asks: Readonly<Partial<Record<Fate, (telling: Telling) => Promise<unknown>>>> = {
  async void({ life: { cast, tale }, hazardId, by }) {
    await askToVoid(by(cast.leader, 2), { hazardId, kind: 'falseAlarm', reason: tale.notSo });
    await decideOnVoid(by(cast.head, 3), { hazardId, granted: true });
  },
  voidAsked: ({ life: { cast, tale }, hazardId, by }) =>
    askToVoid(by(cast.leader, 2), { hazardId, kind: 'falseAlarm', reason: tale.notSo }),
  onTheSpot: ({ life: { cast }, hazardId, by }) => acceptHazard(by(cast.officer, 4), { hazardId, opinion: '现场核实，已整改到位' }),
  extensionAsked: ({ life: { cast, at }, hazardId, by }) =>
    askForExtension(by(cast.leader, 50), {
      hazardId,
      toOn: dayOf(new Date(at.getTime() + 12 * 24 * hour)),
      reason: '材料到货推迟，已采取临时措施，申请延期',
    }),
};
