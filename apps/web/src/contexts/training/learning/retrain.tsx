import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { FieldsDrawer } from '../../../ui/fields-drawer.tsx';
import { AttendedSession } from './attended-session.tsx';
import { useLearningAct, type ViolationDetail } from './queries.ts';
import { completeRetraining } from './violation-queries.ts';

/** 屡犯重训: what the person owes, and the session that settles it. */
export function Retraining({ violation: { retraining, personId, may } }: { readonly violation: ViolationDetail }) {
  const { t } = useTranslation(['training', 'shell']);
  const [settling, setSettling] = useState(false);
  const act = useLearningAct(completeRetraining);
  if (retraining === null || personId === null) return null;
  const { id, count, owedOn, dueOn, doneOn } = retraining;
  const owed = doneOn === null;
  return (
    <>
      <Alert
        className="form-problem"
        type={owed ? 'error' : 'success'}
        showIcon
        title={t('learning.violations.retraining')}
        description={
          owed ? t('learning.violations.retrainingOwed', { count, due: dueOn }) : t('learning.violations.retrainingDone', { on: doneOn })
        }
        action={owed && may.reEducate ? <Button onClick={() => setSettling(true)}>{t('learning.violations.retrain')}</Button> : null}
      />
      {settling && (
        <FieldsDrawer<{ readonly sessionId: string }>
          title={t('learning.violations.retrain')}
          lead={t('learning.violations.retrainHint')}
          submit={t('shell:actions.save')}
          done={t('learning.violations.retrained')}
          fields={[
            {
              name: 'sessionId',
              label: t('learning.violations.session'),
              required: true,
              extra: t('learning.violations.sessionHint'),
              control: <AttendedSession personId={personId} since={owedOn} category="antiViolation" />,
            },
          ]}
          act={({ sessionId }) => act.mutateAsync({ retrainingId: id, sessionId })}
          onClose={() => setSettling(false)}
        />
      )}
    </>
  );
}
