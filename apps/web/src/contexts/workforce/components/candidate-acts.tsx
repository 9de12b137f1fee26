import { App } from 'antd';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { sentenceOf } from '../../../ui/sentence-of.ts';
import { appointStaff, assignCertified, type Candidate, liftGate, useCertificateAct } from '../certificate-queries.ts';

type At = { readonly unitId: string; readonly item: string | null; readonly on: string };
type ActsProps = { readonly candidate: Candidate; readonly at: At };

/** 安排上岗 with one press; who is blocked can be let through by the head. */
export function CandidateActs({ candidate, at }: ActsProps) {
  const { t } = useTranslation('workforce');
  const me = useMe();
  if (candidate.assigned) return <>{t('certificateDesk.candidates.assigned')}</>;
  if (candidate.verdict === 'blocked') return mayAnywhere(me, 'workforce.override') ? <Lift candidate={candidate} at={at} /> : null;
  return mayAnywhere(me, 'workforce.edit') ? <Assign candidate={candidate} at={at} /> : null;
}

function Assign({ candidate: { id: personId, name }, at: { unitId, item, on } }: ActsProps) {
  const { t } = useTranslation('workforce');
  const { message } = App.useApp();
  const take = useCertificateAct(async () => {
    const wanted = { id: newId(), personId, unitId, from: on };
    return item === null ? appointStaff({ ...wanted, post: 'staff' }) : assignCertified({ ...wanted, item });
  });
  const assign = () =>
    take.mutate(undefined, {
      onSuccess: () => void message.success(t('certificateDesk.candidates.assignedNow', { name })),
      onError: (error) => void message.error(sentenceOf(error)),
    });
  return (
    <ActButton type="primary" size="small" loading={take.isPending} onClick={assign}>
      {t('certificateDesk.candidates.assign')}
    </ActButton>
  );
}

function Lift({ candidate: { id: personId, name }, at: { unitId, item, on } }: ActsProps) {
  const { t } = useTranslation('workforce');
  const { message } = App.useApp();
  const lift = useCertificateAct(liftGate);
  const act = async (reason: string) => {
    await lift.mutateAsync({ id: newId(), personId, unitId, certifiedPost: item, from: on, reason });
    void message.success(t('certificateDesk.candidates.liftedNow'));
  };
  return (
    <ConfirmAct
      size="small"
      danger
      withReason
      ask={t('certificateDesk.candidates.liftAsk', { name })}
      note={t('certificateDesk.candidates.liftNote')}
      onAct={act}
    >
      {t('certificateDesk.candidates.lift')}
    </ConfirmAct>
  );
}
