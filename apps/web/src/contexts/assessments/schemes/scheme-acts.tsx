import { useNavigate } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import type { AssessmentSchemeHead, SchemeDetail } from '../queries.ts';
import { useSaveScheme } from '../queries.ts';
import { schemeName } from '../words.ts';
import { PublishScheme } from './publish-scheme.tsx';
import { faultWords } from './scheme-words.ts';

type SchemeActsProps = {
  readonly found: SchemeDetail;
  readonly versions: readonly AssessmentSchemeHead[];
  readonly onEdit: () => void;
};

/** What can be done with a version: a draft is edited and published, and from any a new one is begun. */
export function SchemeActs({ found, versions, onEdit }: SchemeActsProps) {
  const { t } = useTranslation('assessments');
  const me = useMe();
  const [publishing, setPublishing] = useState(false);
  const draft = found.stage === 'draft';
  const mayEdit = mayAnywhere(me, 'assessments.editScheme');
  const [fault] = found.faults;
  return (
    <>
      {mayEdit && <NewVersion found={found} versions={versions} />}
      {mayEdit && draft && <Button onClick={onEdit}>{t('desk.scheme.edit')}</Button>}
      {draft && mayAnywhere(me, 'assessments.publish') && (
        <ActButton type="primary" objection={fault === undefined ? null : faultWords(fault)} onClick={() => setPublishing(true)}>
          {t('desk.scheme.publish')}
        </ActButton>
      )}
      {publishing && (
        <PublishScheme code={found.code} version={found.version} name={schemeName(found)} onClose={() => setPublishing(false)} />
      )}
    </>
  );
}

function NewVersion({ found, versions }: Omit<SchemeActsProps, 'onEdit'>) {
  const { t } = useTranslation('assessments');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const saving = useSaveScheme();
  const version = Math.max(found.version, ...versions.filter(({ code }) => code === found.code).map((each) => each.version)) + 1;
  return (
    <ConfirmAct
      ask={t('desk.scheme.newVersionAsk', { version })}
      note={t('desk.scheme.newVersionNote')}
      onAct={async () => {
        await saving.mutateAsync({ scheme: { ...found.scheme, version } });
        void message.success(t('desk.scheme.newVersionDone', { version }));
        await navigate({ to: '/assessments/schemes/$code/$version', params: { code: found.code, version: String(version) }, search: {} });
      }}
    >
      {t('desk.scheme.newVersion')}
    </ConfirmAct>
  );
}
