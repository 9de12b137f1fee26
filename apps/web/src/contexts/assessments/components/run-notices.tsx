import { isOpenRestatement } from '@changming/domain/assessments';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

import type { RunDetail } from '../queries.ts';

/** Said where another run than this one counts, with the way to it. */
export function RunNotices({ run }: { readonly run: RunDetail }) {
  const { t } = useTranslation('assessments');
  const { supersededById, restatesId } = run;
  if (supersededById !== null)
    return <Notice title={t('desk.ranking.restated')} other={supersededById} toOther={t('desk.ranking.toNew')} />;
  if (restatesId === null || !isOpenRestatement(run)) return null;
  return <Notice title={t('desk.ranking.openRestatement')} other={restatesId} toOther={t('desk.ranking.toPublished')} />;
}

type NoticeProps = { readonly title: string; readonly other: string; readonly toOther: string };

function Notice({ title, other, toOther }: NoticeProps) {
  return (
    <Alert
      showIcon
      type="warning"
      className="assessment-notice"
      title={title}
      action={
        <Link to="/assessments/runs/$runId" params={{ runId: other }}>
          {toOther}
        </Link>
      }
    />
  );
}
