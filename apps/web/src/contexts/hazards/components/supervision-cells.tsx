import { useTranslation } from 'react-i18next';

import { Countdown } from '../../../ui/countdown.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import type { HazardSummary } from '../queries.ts';

/** How far the treatment of a major hazard has come. */
export function TreatmentStep({ stage }: { readonly stage: HazardSummary['treatmentStage'] }) {
  const { t } = useTranslation('hazards');
  if (stage === null) return t('desk.supervision.notMajor');
  return <StatusTag tone={stage === 'evaluated' ? 'done' : 'moving'}>{t(`treatmentStages.${stage}`)}</StatusTag>;
}

/** When the next progress is owed. */
export function ProgressDue({ dueOn }: { readonly dueOn: string | null }) {
  return dueOn === null ? '—' : <Countdown dueOn={dueOn} />;
}
