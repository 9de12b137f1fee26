import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { Suspense, useContext } from 'react';
import { useTranslation } from 'react-i18next';

import { ErrorState } from '../../../ui/error-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { ActBar } from '../acts/act-bar.tsx';
import { BeforeAfter } from '../components/before-after.tsx';
import { Commitments } from '../components/commitments.tsx';
import { Doubts } from '../components/doubts.tsx';
import { FailedMeasure } from '../components/failed-measure.tsx';
import { HazardFacts } from '../components/hazard-facts.tsx';
import { HazardHead } from '../components/hazard-head.tsx';
import { HazardTimeline } from '../components/hazard-timeline.tsx';
import { LedgerAnswers } from '../components/ledger-answers.tsx';
import { LedgerRecord } from '../components/ledger-record.tsx';
import { MissingPhotos } from '../components/missing-photos.tsx';
import { hasRecords, Records } from '../components/records.tsx';
import { HazardParts } from '../hazard-parts.ts';
import { type HazardDetail, hazardQuery } from '../queries.ts';
import '../hazards.css';

const route = getRouteApi('/desk/hazards/$id');

/** 隐患页: photos and story at the left, what is settled at the right, what can be done at the bottom. */
export function HazardPage() {
  const { id } = route.useParams();
  const { data: hazard, error, refetch } = useQuery(hazardQuery(id));
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (hazard === undefined) return <Skeleton active paragraph={{ rows: 12 }} />;
  return <Whole key={hazard.id} hazard={hazard} />;
}

function Whole({ hazard }: { readonly hazard: HazardDetail }) {
  const { t } = useTranslation('hazards');
  const parts = useContext(HazardParts);
  return (
    <>
      <PageHeader title={hazard.number} lead={`${hazard.unit.name} · ${t(`categories.${hazard.category}`)}`} />
      <HazardHead hazard={hazard} />
      <div className="hazard-page">
        <div>
          <Panel title={t('desk.hazard.photos')}>
            <BeforeAfter hazard={hazard} />
            <MissingPhotos hazard={hazard} />
            <Doubts hazard={hazard} />
          </Panel>
          <Panel title={t('desk.hazard.timeline')}>
            <HazardTimeline hazard={hazard} />
          </Panel>
        </div>
        <div>
          <Panel title={t('desk.hazard.facts')}>
            <HazardFacts hazard={hazard} />
          </Panel>
          <Panel title={t('desk.hazard.commitments')}>
            <Commitments hazard={hazard} />
          </Panel>
          <FailedMeasure hazard={hazard} />
          <Suspense fallback={null}>
            {parts.map((Part, at) => (
              <Part key={at} hazardId={hazard.id} />
            ))}
          </Suspense>
          {hazard.origin === 'opening' && (
            <Panel title={t('desk.opening.title')}>
              <LedgerRecord hazard={hazard} />
            </Panel>
          )}
          <LedgerAnswers hazardId={hazard.id} />
          {hasRecords(hazard) && (
            <Panel title={t('desk.hazard.records')}>
              <Records hazard={hazard} />
            </Panel>
          )}
        </div>
      </div>
      <div className="hazard-page__bar">
        <ActBar hazard={hazard} />
      </div>
    </>
  );
}
