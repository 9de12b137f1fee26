import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { KeyHints } from '../queue/key-hints.tsx';
import { QueueFrame } from '../queue/queue-frame.tsx';
import { TriageCase } from '../queue/triage-case.tsx';
import { useAnnouncer } from '../queue/use-announcer.tsx';
import { useKeys } from '../queue/use-keys.ts';
import { queueOf } from '../queue/use-queue.ts';
import { triageQuery } from '../queries.ts';

const route = getRouteApi('/desk/hazards/triage');

/** 核实定级 by keyboard: the gravest first, then the oldest report. */
export function TriagePage() {
  const { t } = useTranslation('hazards');
  const { hazard } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useKeyset(triageQuery({ sort: 'urgent' }));
  const queue = queueOf(list, hazard, (hazardId) => void navigate({ search: { hazard: hazardId }, replace: true }));
  const [say, live] = useAnnouncer();
  useKeys({ j: queue.next, k: queue.previous, arrowdown: queue.next, arrowup: queue.previous });
  return (
    <>
      <QueueFrame
        title={t('desk.triage.title')}
        lead={t('desk.triage.lead')}
        hints={
          <KeyHints
            hints={[
              { key: 'A', label: t('desk.triage.adopt') },
              { key: 'E', label: t('desk.triage.edit') },
              { key: 'R', label: t('desk.triage.void') },
              { key: 'M', label: t('desk.triage.major') },
              { key: 'N', label: t('desk.triage.deny') },
            ]}
          />
        }
        queue={queue}
        empty={{ title: t('desk.triage.empty'), next: t('desk.triage.emptyNext') }}
      >
        {queue.current !== null && <TriageCase key={queue.current.id} hazardId={queue.current.id} say={say} onDone={queue.advance} />}
      </QueueFrame>
      {live}
    </>
  );
}
