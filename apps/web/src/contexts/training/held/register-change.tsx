import { type ChangeKind, changeKinds } from '@changming/domain/training';
import { App, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { unitSource } from '../../units/queries.ts';
import { registerChange, useTrainingAct } from './queries.ts';

type Words = {
  readonly unit: PickedUnit;
  readonly kind: ChangeKind;
  readonly title: string;
  readonly from: string;
  readonly classHours?: number | null;
  readonly note?: string;
};

/** 登记四新. */
export function RegisterChange({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['training', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Words>();
  const [id] = useState(() => newId());
  const register = useTrainingAct(registerChange);
  const finish = ({ unit, classHours, note, ...words }: Words) => {
    const said = note === undefined || note.trim() === '' ? null : note;
    const body = { id, unitId: unit.id, ...words, note: said, ...(typeof classHours === 'number' ? { classHours } : {}) };
    register.mutate(body, {
      onSuccess: ({ expected }) => {
        void message.success(t('held.dedicated.registered', { count: expected }));
        onClose();
      },
    });
  };
  return (
    <FormDrawer
      title={t('held.dedicated.act')}
      submit={t('shell:actions.save')}
      form={form}
      busy={register.isPending}
      error={register.error}
      onFinish={finish}
      onClose={onClose}
    >
      <Fields />
    </FormDrawer>
  );
}

function Fields() {
  const { t } = useTranslation(['training', 'shell']);
  const required = (label: string) => [{ required: true, message: t('shell:errors.required', { label }) }];
  const kinds = changeKinds.map((value) => ({ value, label: t(`changeKinds.${value}`) }));
  return (
    <>
      <Form.Item name="unit" label={t('held.unit')} rules={required(t('held.unit'))}>
        <UnitPicker source={unitSource} />
      </Form.Item>
      <Form.Item name="kind" label={t('held.dedicated.kind')} rules={required(t('held.dedicated.kind'))}>
        <Select options={kinds} />
      </Form.Item>
      <Form.Item
        name="title"
        label={t('held.dedicated.name')}
        extra={t('held.dedicated.nameHint')}
        rules={required(t('held.dedicated.name'))}
      >
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="from" label={t('held.dedicated.from')} rules={required(t('held.dedicated.from'))}>
        <DayPicker />
      </Form.Item>
      <Form.Item name="classHours" label={t('held.dedicated.hours')} extra={t('held.dedicated.hoursHint')}>
        <InputNumber min={0.5} max={200} step={0.5} />
      </Form.Item>
      <Form.Item name="note" label={t('held.dedicated.note')}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </>
  );
}
