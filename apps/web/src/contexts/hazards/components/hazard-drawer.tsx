import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';

import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Section } from '../../../ui/section.tsx';
import { ActBar } from '../acts/act-bar.tsx';
import { type HazardDetail, hazardQuery } from '../queries.ts';
import { BeforeAfter } from './before-after.tsx';
import { Commitments } from './commitments.tsx';
import { Doubts } from './doubts.tsx';
import { HazardFacts } from './hazard-facts.tsx';
import { HazardHead } from './hazard-head.tsx';
import { HazardTimeline } from './hazard-timeline.tsx';
import { hasRecords, Records } from './records.tsx';

type HazardDrawerProps = { readonly hazardId: string | null; readonly onClose: () => void };

/** The hazard at the right of its list, with everything its page shows. */
export function HazardDrawer({ hazardId, onClose }: HazardDrawerProps) {
  if (hazardId === null) return <DetailDrawer open={false} title="" onClose={onClose} children={null} />;
  return <OpenDrawer key={hazardId} hazardId={hazardId} onClose={onClose} />;
}

function OpenDrawer({ hazardId, onClose }: { readonly hazardId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('hazards');
  const { data: hazard, error, refetch } = useQuery(hazardQuery(hazardId));
  return (
    <DetailDrawer
      open
      title={hazard?.number ?? t('desk.hazard.title')}
      aside={
        <Link to="/hazards/$id" params={{ id: hazardId }}>
          {t('desk.hazard.openPage')}
        </Link>
      }
      {...(hazard === undefined ? {} : { acts: <ActBar hazard={hazard} /> })}
      onClose={onClose}
    >
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} onBack={onClose} />}
      {hazard === undefined && error === null && <Skeleton active paragraph={{ rows: 10 }} />}
      {hazard !== undefined && <DrawerBody hazard={hazard} />}
    </DetailDrawer>
  );
}

function DrawerBody({ hazard }: { readonly hazard: HazardDetail }) {
  const { t } = useTranslation('hazards');
  return (
    <>
      <HazardHead hazard={hazard} />
      <BeforeAfter hazard={hazard} />
      <Doubts hazard={hazard} />
      <Section title={t('desk.hazard.facts')}>
        <HazardFacts hazard={hazard} />
      </Section>
      <Section title={t('desk.hazard.commitments')}>
        <Commitments hazard={hazard} />
      </Section>
      {hasRecords(hazard) && (
        <Section title={t('desk.hazard.records')}>
          <Records hazard={hazard} />
        </Section>
      )}
      <Section title={t('desk.hazard.timeline')}>
        <HazardTimeline hazard={hazard} />
      </Section>
    </>
  );
}
