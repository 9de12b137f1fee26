import { App, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { recordCertificate, renewCertificate, useCertificateAct } from '../certificate-queries.ts';
import { ItemField, PrintedFields } from './certificate-fields.tsx';
import { type PickedPerson, PersonPicker } from './person-picker.tsx';

type Days = {
  readonly issuedOn: string;
  readonly validUntil?: string | null;
  readonly reviewDueOn?: string | null;
  readonly longService?: boolean;
};
type Printed = { readonly no?: string; readonly issuer?: string };
type Recorded = Days & Printed & { readonly person: PickedPerson; readonly item: string };
type Renewed = Days & Printed;

/** Days that were left empty are for the rules to say. */
function daysOf({ issuedOn, validUntil, reviewDueOn, longService = false }: Days) {
  return {
    issuedOn,
    longService,
    ...(validUntil === undefined || validUntil === null ? {} : { validUntil }),
    ...(reviewDueOn === undefined || reviewDueOn === null ? {} : { reviewDueOn }),
  };
}

/** What was left empty stays as it was. */
function stated({ no = '', issuer = '' }: { readonly no: string | undefined; readonly issuer: string | undefined }) {
  return { ...(no.trim() === '' ? {} : { no }), ...(issuer.trim() === '' ? {} : { issuer }) };
}

/** 登记证书. */
export function RecordCertificate({ onMade, onClose }: { readonly onMade: (id: string) => void; readonly onClose: () => void }) {
  const { t } = useTranslation(['workforce', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Recorded>();
  const [id] = useState(() => newId());
  const record = useCertificateAct(recordCertificate);
  const finish = ({ person, item, no, issuer, ...days }: Recorded) =>
    record.mutate(
      { id, personId: person.id, item, no: no?.trim() || null, issuer: issuer?.trim() || null, ...daysOf(days) },
      {
        onSuccess: () => {
          void message.success(t('certificateDesk.certificates.recorded'));
          onMade(id);
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={t('certificateDesk.certificates.record')}
      submit={t('shell:actions.save')}
      form={form}
      busy={record.isPending}
      error={record.error}
      onFinish={finish}
      onClose={onClose}
    >
      <Form.Item
        name="person"
        label={t('certificateDesk.certificates.holder')}
        rules={[{ required: true, message: t('certificateDesk.certificates.holderEmpty') }]}
      >
        <PersonPicker />
      </Form.Item>
      <ItemField />
      <ByRule />
    </FormDrawer>
  );
}

type RenewProps = {
  readonly certificateId: string;
  readonly name: string;
  readonly onMade: (id: string) => void;
  readonly onClose: () => void;
};

/** 换证: a new issue in the place of the old one. */
export function RenewCertificate({ certificateId, name, onMade, onClose }: RenewProps) {
  const { t } = useTranslation(['workforce', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Renewed>();
  const [id] = useState(() => newId());
  const renew = useCertificateAct(renewCertificate);
  const finish = ({ no, issuer, ...days }: Renewed) =>
    renew.mutate(
      { certificateId, body: { id, ...stated({ no, issuer }), ...daysOf(days) } },
      {
        onSuccess: () => {
          void message.success(t('certificateDesk.certificates.renewed'));
          onMade(id);
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={t('certificateDesk.certificates.renewTitle', { name })}
      submit={t('certificateDesk.certificates.renew')}
      form={form}
      busy={renew.isPending}
      error={renew.error}
      onFinish={finish}
      onClose={onClose}
    >
      <ByRule />
    </FormDrawer>
  );
}

/** What is left empty is for the rules to say. */
function ByRule() {
  const { t } = useTranslation('workforce');
  const byRule = t('certificateDesk.certificates.byRule');
  return <PrintedFields hints={{ no: t('desk.numberHint'), validUntil: byRule, reviewDueOn: byRule }} />;
}
