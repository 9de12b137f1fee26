import { callingAt } from '@changming/application/access';
import { uuidV7 as newId } from '@changming/application/context';

import { askMore } from './ask-more.ts';
import { liveMajor } from './live-major.ts';
import type { Life } from './plan-lives.ts';
import { reportLife } from './report-life.ts';
import { rectifyOnce, settle, triage } from './rectify-life.ts';
import type { Fate } from './stories.ts';
import { pictureOf } from './take-pictures.ts';
import type { Telling } from './telling.ts';

const hour = 3_600_000;
const order = ['reported', 'assigned', 'rectifying', 'submitted', 'closed'] as const;
const reach: Readonly<Record<Fate, (typeof order)[number]>> = {
  reported: 'reported',
  void: 'reported',
  voidAsked: 'reported',
  anonymous: 'reported',
  major: 'reported',
  assigned: 'assigned',
  overdue: 'rectifying',
  rectifying: 'rectifying',
  extensionAsked: 'rectifying',
  submitted: 'submitted',
  onTheSpot: 'submitted',
  sentBack: 'closed',
  closedLate: 'closed',
  closed: 'closed',
};

/** Takes the photos of one hazard, and answers its steps: the report, and everything after it as far as its fate lets it come. */
export async function liveOn(tools: Pick<Telling, 'house' | 'files'>, life: Life): Promise<Telling & { steps: (() => Promise<void>)[] }> {
  const { at, random, fate } = life;
  const handedIn = order.indexOf(reach[fate]) >= order.indexOf('submitted');
  const telling: Telling = {
    ...tools,
    life,
    hazardId: newId(at, random.bytes(16)),
    before: await pictureOf(life, { mended: false }),
    after: handedIn ? await pictureOf(life.shows ?? life, { mended: true }) : null,
    by: (actor, hours) => callingAt(tools.house, actor, new Date(at.getTime() + hours * hour)),
  };
  return { ...telling, steps: [() => reportLife(telling), () => goOn(telling)] };
}

async function goOn(telling: Telling): Promise<void> {
  const { fate, random } = telling.life;
  if (fate === 'major') return liveMajor(telling);
  const last = order.indexOf(reach[fate]);
  if (last === 0 || fate === 'onTheSpot') return askMore(telling);
  await triage(telling);
  const submitted = fate === 'closedLate' ? 24 * 5 : 2 + random.pick([2, 20, 48]);
  if (last >= 2) await rectifyOnce(telling, { from: 1.5, until: last >= 3 ? submitted : null });
  if (last >= 4) await settle(telling, submitted);
  await askMore(telling);
}
