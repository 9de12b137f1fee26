import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { AcceptanceCase } from '../queue/acceptance-case.tsx';
import { KeyHints } from '../queue/key-hints.tsx';
import { QueueFrame } from '../queue/queue-frame.tsx';
import { useAnnouncer } from '../queue/use-announcer.tsx';
import { useKeys } from '../queue/use-keys.ts';
import { queueOf } from '../queue/use-queue.ts';
import { acceptanceQuery } from '../queries.ts';

const route = getRouteApi('/desk/hazards/acceptance');

/** 验收 by keyboard: the gravest first, then the nearest deadline. */
export function AcceptancePage() {
  const { t } = useTranslation('hazards');
  const { hazard } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useKeyset(acceptanceQuery({ sort: 'urgent' }));
  const queue = queueOf(list, hazard, (hazardId) => void navigate({ search: { hazard: hazardId }, replace: true }));
  const [say, live] = useAnnouncer();
  useKeys({ j: queue.next, k: queue.previous, arrowdown: queue.next, arrowup: queue.previous });
  return (
    <>
      <QueueFrame
        title={t('desk.acceptance.title')}
        lead={t('desk.acceptance.lead')}
        hints={
          <KeyHints
            hints={[
              { key: 'A', label: t('desk.acceptance.accept') },
              { key: 'N', label: t('desk.acceptance.acceptNote') },
              { key: 'R', label: t('desk.acceptance.sendBack') },
              { key: '1–6', label: t('desk.acceptance.reasons') },
            ]}
          />
        }
        queue={queue}
        empty={{ title: t('desk.acceptance.empty'), next: t('desk.acceptance.emptyNext') }}
      >
        {queue.current !== null && <AcceptanceCase key={queue.current.id} hazardId={queue.current.id} say={say} onDone={queue.advance} />}
      </QueueFrame>
      {live}
    </>
  );
}
