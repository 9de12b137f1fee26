import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { PlanActs } from './plan-acts.tsx';
import { type PlanLine, PlanLines } from './plan-lines.tsx';
import { planQuery, type TrainingPlanDetail } from './queries.ts';

type DrawerProps = { readonly planId: string | null; readonly onClose: () => void };

/** One plan: its lines, and how much of each was held. */
export function PlanDrawer({ planId, onClose }: DrawerProps) {
  if (planId === null) return <DetailDrawer open={false} title="" onClose={onClose} children={null} />;
  return <OpenDrawer key={planId} planId={planId} onClose={onClose} />;
}

function OpenDrawer({ planId, onClose }: { readonly planId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('training');
  const { data: plan, error, refetch } = useQuery(planQuery(planId));
  if (plan !== undefined) return <Known key={plan.version} plan={plan} onClose={onClose} />;
  return (
    <DetailDrawer open title={t('held.plans.title')} onClose={onClose}>
      {error === null ? <Skeleton active /> : <ErrorState error={error} onRetry={() => void refetch()} onBack={onClose} />}
    </DetailDrawer>
  );
}

function Known({ plan, onClose }: { readonly plan: TrainingPlanDetail; readonly onClose: () => void }) {
  const [lines, setLines] = useState<readonly PlanLine[]>(plan.lines);
  const draft = plan.state === 'draft';
  return (
    <DetailDrawer
      open
      title={`${plan.unit} ${plan.year}`}
      acts={draft ? <PlanActs plan={plan} lines={lines} onLines={setLines} /> : null}
      onClose={onClose}
    >
      <PlanLines lines={lines} onLines={draft && plan.may.plan ? setLines : null} />
    </DetailDrawer>
  );
}
