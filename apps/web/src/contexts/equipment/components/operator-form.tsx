import { App, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { type PickedPerson, PersonPicker } from '../../workforce/components/person-picker.tsx';
import { nameOperator, type SpecialDetail, useEquipmentAct } from '../queries.ts';

type Named = {
  readonly person: PickedPerson;
  readonly certificateKind?: string;
  readonly certificateNo?: string;
  readonly validTo?: string | null;
  readonly from: string;
};

type OperatorFormProps = { readonly machine: SpecialDetail; readonly onClose: () => void };

/** 指定作业人员, with the certificate that allows it. */
export function OperatorForm({ machine, onClose }: OperatorFormProps) {
  const { t } = useTranslation(['equipment', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Named>();
  const [id] = useState(() => newId());
  const name = useEquipmentAct(nameOperator);
  const finish = ({ person, certificateKind, certificateNo, validTo, from }: Named) =>
    name.mutate(
      {
        equipmentId: machine.id,
        body: {
          id,
          personId: person.id,
          certificateKind: certificateKind?.trim() || null,
          certificateNo: certificateNo?.trim() || null,
          validTo: validTo ?? null,
          from,
        },
      },
      {
        onSuccess: () => {
          void message.success(t('desk.operator.done', { name: person.name }));
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={t('desk.operator.act')}
      submit={t('shell:actions.save')}
      form={form}
      initial={{ from: machine.today }}
      busy={name.isPending}
      error={name.error}
      onFinish={finish}
      onClose={onClose}
    >
      <OperatorFields />
    </FormDrawer>
  );
}

function OperatorFields() {
  const { t } = useTranslation('equipment');
  return (
    <>
      <Form.Item name="person" label={t('desk.operator.person')} rules={[{ required: true, message: t('desk.operator.personEmpty') }]}>
        <PersonPicker />
      </Form.Item>
      <Form.Item name="certificateKind" label={t('desk.operator.kind')} extra={t('desk.operator.kindHint')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="certificateNo" label={t('desk.operator.no')} extra={t('desk.operator.noHint')}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="validTo" label={t('desk.operator.validTo')}>
        <DayPicker />
      </Form.Item>
      <Form.Item name="from" label={t('desk.operator.from')} rules={[{ required: true, message: t('desk.dayEmpty') }]}>
        <DayPicker />
      </Form.Item>
    </>
  );
}
