import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { Countdown } from '../../../ui/countdown.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { hazardQuery } from '../queries.ts';

type OfHazard = { readonly hazardId: string };

/** How far the treatment of a major hazard has come. There are few of them: each row asks for itself. */
export function TreatmentStep({ hazardId }: OfHazard) {
  const { t } = useTranslation('hazards');
  const { data } = useQuery(hazardQuery(hazardId));
  if (data === undefined) return '…';
  if (data.treatment === null) return t('desk.supervision.notMajor');
  return (
    <StatusTag tone={data.treatment.stage === 'evaluated' ? 'done' : 'moving'}>{t(`treatmentStages.${data.treatment.stage}`)}</StatusTag>
  );
}

/** When the next progress is owed. */
export function ProgressDue({ hazardId }: OfHazard) {
  const { data } = useQuery(hazardQuery(hazardId));
  const running = data?.supervisions.find(({ stage }) => stage !== 'delisted');
  if (running === undefined || running.progressDueOn === null) return '—';
  return <Countdown dueOn={running.progressDueOn} />;
}
