import { isUndecided } from '@changming/domain/hazards';
import { useTranslation } from 'react-i18next';

import { StatusTag } from '../../../ui/status-tag.tsx';
import type { HazardDetail } from '../queries.ts';
import { Holder } from './commitments.tsx';
import { Due } from './due.tsx';
import { LevelTag, StageTag } from './tags.tsx';

/** How it stands, at a glance: stage, level, clock, and who has it. */
export function HazardHead({ hazard }: { readonly hazard: HazardDetail }) {
  const { t } = useTranslation('hazards');
  const { stage, level, plan, acceptanceDueOn, closedOn, supervised, suggestion, recurrences } = hazard;
  return (
    <div className="hazard-head">
      <StageTag stage={stage} voidKind={hazard.voiding?.kind ?? null} />
      <LevelTag level={level} />
      {supervised && <StatusTag tone="alert">{t('desk.supervised')}</StatusTag>}
      {isUndecided(hazard) && <StatusTag tone="alert">{t(`suggestionStages.${suggestion}`)}</StatusTag>}
      {recurrences > 0 && <StatusTag tone="waiting">{t('desk.again', { count: recurrences })}</StatusTag>}
      {(plan.dueOn !== null || stage === 'submitted') && <Due hazard={{ stage, dueOn: plan.dueOn, acceptanceDueOn, closedOn }} />}
      <Holder hazard={hazard} />
    </div>
  );
}
