import { App, Form } from 'antd';
import { useTranslation } from 'react-i18next';

import { DayPicker } from '../../../ui/day-picker.tsx';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { TextItem } from '../../../ui/text-item.tsx';
import { type CertificateDetail, correctCertificate, useCertificateAct } from '../certificate-queries.ts';
import { ItemField, PrintedFields } from './certificate-fields.tsx';

type Issue = CertificateDetail['issues'][number];

type Corrected = {
  readonly item: string;
  readonly no?: string;
  readonly issuer?: string | null;
  readonly issuedOn: string;
  readonly validUntil?: string | null;
  readonly reviewDueOn?: string | null;
  readonly reviewDoneOn?: string | null;
  readonly longService?: boolean;
  readonly reason: string;
};

function bodyOf({ version }: Issue, { no = '', issuer, validUntil, reviewDueOn, reviewDoneOn, ...rest }: Corrected) {
  return {
    ...rest,
    version,
    issuer: issuer?.trim() || null,
    validUntil: validUntil ?? null,
    reviewDueOn: reviewDueOn ?? null,
    reviewDoneOn: reviewDoneOn ?? null,
    ...(no.trim() === '' ? {} : { no }),
  };
}

function initialOf({ item, issuer, issuedOn, validUntil, reviewDueOn, reviewDoneOn }: Issue): Partial<Corrected> {
  return { item, issuer, ...(issuedOn === null ? {} : { issuedOn }), validUntil, reviewDueOn, reviewDoneOn };
}

/** 更正: what was entered wrongly, with the reason. */
export function CorrectCertificate({ certificate, onClose }: { readonly certificate: Issue; readonly onClose: () => void }) {
  const { t } = useTranslation(['workforce', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Corrected>();
  const correct = useCertificateAct(correctCertificate);
  const finish = (values: Corrected) =>
    correct.mutate(
      { certificateId: certificate.id, body: bodyOf(certificate, values) },
      {
        onSuccess: () => {
          void message.success(t('certificateDesk.certificates.corrected'));
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={t('certificateDesk.certificates.correctTitle', { name: certificate.name })}
      submit={t('certificateDesk.certificates.correct')}
      form={form}
      initial={initialOf(certificate)}
      busy={correct.isPending}
      error={correct.error}
      onFinish={finish}
      onClose={onClose}
    >
      <p className="certificate-note">{t('certificateDesk.certificates.correctNote')}</p>
      <ItemField />
      <Printed no={certificate.no} />
      <TextItem
        name="reason"
        label={t('certificateDesk.certificates.correctWhy')}
        rules={[{ required: true, whitespace: true, message: t('certificateDesk.certificates.correctWhyEmpty') }]}
        most={200}
        rows={[2, 6]}
      />
    </FormDrawer>
  );
}

function Printed({ no }: { readonly no: string | null }) {
  const { t } = useTranslation('workforce');
  const hints = {
    no: no === null ? t('certificateDesk.certificates.correctNoNone') : t('certificateDesk.certificates.correctNo', { no }),
    validUntil: t('certificateDesk.certificates.noEnd'),
    reviewDueOn: t('certificateDesk.certificates.noReview'),
  };
  return (
    <PrintedFields hints={hints}>
      <Form.Item
        name="reviewDoneOn"
        label={t('certificateDesk.certificates.reviewDoneOn')}
        extra={t('certificateDesk.certificates.doneOnEmpty')}
      >
        <DayPicker />
      </Form.Item>
    </PrintedFields>
  );
}
