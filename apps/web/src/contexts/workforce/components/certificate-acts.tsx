import { App, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActButton } from '../../../ui/act-button.tsx';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { itemName } from '../certificate-look.ts';
import { type CertificateDetail, reviewCertificate, revokeCertificate, useCertificateAct } from '../certificate-queries.ts';
import { CorrectCertificate } from './correct-certificate.tsx';
import { RenewCertificate } from './record-certificate.tsx';

type Issue = CertificateDetail['issues'][number];
type ActsProps = { readonly certificate: Issue; readonly onMoved: (id: string) => void };

/** 复审、换证、更正、注销; what was renewed is corrected only. */
export function CertificateActs({ certificate, onMoved }: ActsProps) {
  const { t } = useTranslation('workforce');
  const [form, setForm] = useState<'review' | 'renew' | 'correct' | null>(null);
  const close = () => setForm(null);
  if (certificate.revokedOn !== null) return null;
  return (
    <>
      {certificate.current && <Next certificate={certificate} onForm={setForm} />}
      <ActButton onClick={() => setForm('correct')}>{t('certificateDesk.certificates.correct')}</ActButton>
      {certificate.current && <Revoke certificate={certificate} />}
      {form === 'correct' && <CorrectCertificate certificate={certificate} onClose={close} />}
      {form === 'review' && <Review certificate={certificate} onClose={close} />}
      {form === 'renew' && <RenewCertificate certificateId={certificate.id} name={certificate.name} onMade={onMoved} onClose={close} />}
    </>
  );
}

type NextProps = { readonly certificate: Issue; readonly onForm: (form: 'review' | 'renew') => void };

/** What is due next: its review, its renewal. */
function Next({ certificate: { next, validUntil }, onForm }: NextProps) {
  const { t } = useTranslation('workforce');
  return (
    <>
      {next?.rule === 'review' && <ActButton onClick={() => onForm('review')}>{t('certificateDesk.certificates.review')}</ActButton>}
      {validUntil !== null && (
        <ActButton type="primary" onClick={() => onForm('renew')}>
          {t('certificateDesk.certificates.renew')}
        </ActButton>
      )}
    </>
  );
}

function Revoke({ certificate }: { readonly certificate: Issue }) {
  const { t } = useTranslation('workforce');
  const { message } = App.useApp();
  const revoke = useCertificateAct(revokeCertificate);
  const act = async (reason: string) => {
    await revoke.mutateAsync({ certificateId: certificate.id, body: { reason } });
    void message.success(t('certificateDesk.certificates.revokedDone'));
  };
  return (
    <ConfirmAct
      danger
      withReason
      ask={t('certificateDesk.certificates.revokeAsk', { name: certificate.name, item: itemName(certificate) })}
      note={t('certificateDesk.certificates.revokeNote')}
      onAct={act}
    >
      {t('certificateDesk.certificates.revoke')}
    </ConfirmAct>
  );
}

function Review({ certificate, onClose }: { readonly certificate: Issue; readonly onClose: () => void }) {
  const { t } = useTranslation(['workforce', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<{ doneOn: string }>();
  const review = useCertificateAct(reviewCertificate);
  const finish = ({ doneOn }: { doneOn: string }) =>
    review.mutate(
      { certificateId: certificate.id, body: { doneOn } },
      {
        onSuccess: () => {
          void message.success(t('certificateDesk.certificates.reviewDone'));
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={t('certificateDesk.certificates.reviewAsk', { name: certificate.name })}
      submit={t('shell:actions.save')}
      form={form}
      busy={review.isPending}
      error={review.error}
      onFinish={finish}
      onClose={onClose}
    >
      <Form.Item
        name="doneOn"
        label={t('certificateDesk.certificates.doneOn')}
        rules={[{ required: true, message: t('desk.handOver.onEmpty') }]}
      >
        <DayPicker />
      </Form.Item>
    </FormDrawer>
  );
}
