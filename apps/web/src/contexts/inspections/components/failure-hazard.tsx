import { Link } from '@tanstack/react-router';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { newId } from '../../../api/new-id.ts';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { type CheckResult, reportFailure } from '../check-queries.ts';
import { useInspectionAct } from '../checklist-queries.ts';

type Failure = NonNullable<CheckResult['answers'][number]['failure']>;
type FailureHazardProps = { readonly failure: Failure; readonly resultId: string; readonly item: string; readonly text: string };

/** The hazard that a failure became; else the way to make it one. */
export function FailureHazard({ failure: { hazardId, hazardNumber }, ...failed }: FailureHazardProps) {
  const { t } = useTranslation('inspections');
  if (hazardId === null) return <Report {...failed} />;
  return (
    <Link to="/hazards/$id" params={{ id: hazardId }} className="answers__note">
      {t('desk.result.hazard', { number: hazardNumber ?? '' })}
    </Link>
  );
}

function Report({ resultId, item, text }: Omit<FailureHazardProps, 'failure'>) {
  const { t } = useTranslation('inspections');
  const { message } = App.useApp();
  const report = useInspectionAct(reportFailure);
  const me = useMe();
  const [hazardId] = useState(() => newId());
  if (!mayAnywhere(me, 'inspections.perform') || !mayAnywhere(me, 'hazards.report')) return null;
  return (
    <span className="answers__note">
      <ConfirmAct
        size="small"
        ask={t('desk.result.reportAsk', { text })}
        note={t('desk.result.reportNote')}
        onAct={async () => {
          const { number } = await report.mutateAsync({ resultId, item, hazardId });
          void message.success(t('desk.result.hazard', { number }));
        }}
      >
        {t('desk.result.report')}
      </ConfirmAct>
    </span>
  );
}
