import { listToAccept } from '@changming/contract/hazards/reads';

import { call } from '../../../api/call.ts';
import { Countdown } from '../../../phone/ui/tags.tsx';
import { Paged } from './paged.tsx';
import { TaskCard } from './task-card.tsx';
import { useHazardWords } from './words.ts';

/** 待验收, the one that waits longest first. */
export function ToAccept() {
  const t = useHazardWords();
  return (
    <Paged
      load={load}
      empty={{ title: t('phone.emptyAccept'), next: t('phone.emptyAcceptNext') }}
      row={(hazard) => (
        <TaskCard
          key={hazard.id}
          hazard={hazard}
          where={[hazard.unit, hazard.point ?? hazard.place]}
          photoId={hazard.photoId}
          due={<Countdown dueOn={hazard.acceptanceDueOn} />}
        />
      )}
    />
  );
}

function load(after: string | undefined, signal?: AbortSignal) {
  const query = { sort: 'urgent', limit: 20, ...(after === undefined ? {} : { after }) } as const;
  return call(listToAccept, { query, ...(signal === undefined ? {} : { signal }) });
}
