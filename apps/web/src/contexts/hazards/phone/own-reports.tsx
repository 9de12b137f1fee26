import { listOwnReports } from '@changming/contract/hazards/reads';

import { call } from '../../../api/call.ts';
import { Paged } from './paged.tsx';
import { TaskCard } from './task-card.tsx';
import { useHazardWords } from './words.ts';

/** 我上报的, the latest first. */
export function OwnReports() {
  const t = useHazardWords();
  return (
    <Paged
      load={load}
      empty={{ title: t('phone.emptyOwn'), next: t('phone.emptyOwnNext') }}
      row={(hazard) => (
        <TaskCard
          key={hazard.id}
          hazard={hazard}
          where={[hazard.point ?? hazard.place ?? hazard.unit, hazard.foundOn]}
          photoId={hazard.photoId}
        />
      )}
    />
  );
}

function load(after: string | undefined, signal?: AbortSignal) {
  const query = { limit: 20, ...(after === undefined ? {} : { after }) } as const;
  return call(listOwnReports, { query, ...(signal === undefined ? {} : { signal }) });
}
