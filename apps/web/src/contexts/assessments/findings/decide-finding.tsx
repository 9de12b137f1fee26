import { App } from 'antd';
import { useTranslation } from 'react-i18next';

import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { type Finding, useDecideFinding } from '../queries.ts';

/** 核准 or 驳回; grey with the reason for whoever proposed it. What has been decided offers nothing. */
export function DecideFinding({ finding }: { readonly finding: Finding }) {
  if (!isUndecided(finding)) return null;
  return (
    <>
      <Decision finding={finding} approved />
      <Decision finding={finding} approved={false} />
    </>
  );
}

/** It waits, and for somebody like the one who looks at it. */
export function isUndecided({ objection, stage }: Finding): boolean {
  return stage === 'proposed' && objection !== 'access.not_permitted';
}

function Decision({ finding, approved }: { readonly finding: Finding; readonly approved: boolean }) {
  const { t } = useTranslation('assessments');
  const { message } = App.useApp();
  const deciding = useDecideFinding(finding.id);
  const { objection, kind, unit } = finding;
  const act = t(approved ? 'desk.findings.approve' : 'desk.findings.reject');
  return (
    <ConfirmAct
      type="link"
      ask={t('desk.findings.ask', { act, unit, kind: t(`desk.findings.kinds.${kind}`) })}
      note={t(approved ? 'desk.findings.approveNote' : 'desk.findings.rejectNote', { reason: finding.reason })}
      objection={objection === null ? null : refusalSentence(objection)}
      onAct={async () => {
        await deciding.mutateAsync({ approved });
        void message.success(t('desk.findings.decided'));
      }}
    >
      {act}
    </ConfirmAct>
  );
}
