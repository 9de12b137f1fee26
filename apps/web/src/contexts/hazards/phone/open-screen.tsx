import { useState } from 'react';

import { mayAnywhere } from '../../../api/may.ts';
import { useSession } from '../../../phone/session.tsx';
import { AsOf } from '../../../phone/snapshot/as-of.tsx';
import { useKept } from '../../../phone/snapshot/use-kept.ts';
import { Failure, Notice, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { Tabs } from '../../../phone/ui/tabs.tsx';
import { Countdown } from '../../../phone/ui/tags.tsx';
import { dayOf } from '../../../ui/dates.ts';
import { chosenBy, ofTask, openFilters, type OpenFilter, type OpenHazard } from './open-filter.ts';
import { hazardTasks, mostOpen, openHazards } from './snapshot.ts';
import { TaskCard } from './task-card.tsx';
import { useHazardWords } from './words.ts';
import './hazards.css';

/** 未销号清单: of the own scope for whoever reads its ledger, of one's own hands for everybody else. */
export function OpenScreen() {
  const t = useHazardWords();
  const { me } = useSession();
  return (
    <Screen title={t('phone.openTitle')} back="/m/me">
      {mayAnywhere(me, 'hazards.read') ? <OfScope /> : <OfHands />}
    </Screen>
  );
}

function OfScope() {
  const asked = useKept(openHazards);
  if (asked.state === 'waiting') return <Waiting />;
  if (asked.state === 'failed') return <Failure error={asked.error} onRetry={asked.again} />;
  return <Listed hazards={asked.answer} asOf={asked.asOf} />;
}

function OfHands() {
  const { me } = useSession();
  const asked = useKept(hazardTasks);
  if (asked.state === 'waiting') return <Waiting />;
  if (asked.state === 'failed') return <Failure error={asked.error} onRetry={asked.again} />;
  const tasks = asked.answer.filter(({ verb }) => verb === 'hazards.rectify');
  return <Listed hazards={tasks.map((task) => ofTask(task, me.person))} asOf={asked.asOf} />;
}

/** The filter last chosen on this page: coming back from a hazard, one stands where one was. */
let last: OpenFilter = 'all';

function Listed({ hazards, asOf }: { readonly hazards: readonly OpenHazard[]; readonly asOf: number | null }) {
  const t = useHazardWords();
  const { me } = useSession();
  const [filter, setFilter] = useState(last);
  const asking = { person: me.person, today: dayOf(new Date()) };
  const turn = (next: OpenFilter) => {
    last = next;
    setFilter(next);
  };
  const tabs = openFilters.map((value) => ({
    value,
    label: t('phone.openCount', { of: t(`phone.openFilters.${value}`), count: chosenBy(value, hazards, asking).length }),
  }));
  const shown = chosenBy(filter, hazards, asking);
  return (
    <>
      <Tabs tabs={tabs} open={filter} onOpen={turn} />
      <div className="stack stack--near">
        <AsOf at={asOf} />
        {shown.length === 0 && <Notice title={t('phone.openEmpty')} next={t('phone.openEmptyNext')} />}
        {shown.map((hazard) => (
          <TaskCard
            key={hazard.id}
            hazard={hazard}
            where={[hazard.unit, hazard.place]}
            photoId={hazard.photoId}
            due={hazard.stage !== 'submitted' && <Countdown dueOn={hazard.dueOn} />}
          />
        ))}
        {hazards.length === mostOpen && <p className="stack__lead">{t('phone.openMost', { most: mostOpen })}</p>}
      </div>
    </>
  );
}
