import { listToTriage } from '@changming/contract/hazards/reads';

import { call } from '../../../api/call.ts';
import { Paged } from './paged.tsx';
import { TaskCard } from './task-card.tsx';
import { useHazardWords } from './words.ts';

/** 待核实: reported and not yet handed to anybody, in the order of the desk. */
export function ToTriage() {
  const t = useHazardWords();
  return (
    <Paged
      load={load}
      empty={{ title: t('toTriage.empty'), next: t('toTriage.emptyNext') }}
      row={(hazard) => (
        <TaskCard
          key={hazard.id}
          hazard={hazard}
          where={[hazard.unit, hazard.point ?? hazard.place, hazard.foundOn]}
          photoId={hazard.photoId}
        />
      )}
    />
  );
}

function load(after: string | undefined, signal?: AbortSignal) {
  const query = { sort: 'urgent', limit: 20, ...(after === undefined ? {} : { after }) } as const;
  return call(listToTriage, { query, ...(signal === undefined ? {} : { signal }) });
}
