import { App, Drawer, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActButton } from '../../../ui/act-button.tsx';
import { dayOf } from '../../../ui/dates.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { refusedAt } from '../../../ui/refused-at.ts';
import { TextItem } from '../../../ui/text-item.tsx';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { unitSource } from '../../units/queries.ts';
import { type PersonDetail, useRejoin } from '../queries.ts';

type OfPerson = { readonly person: PersonDetail };
type Entered = { readonly unit: PickedUnit; readonly on: string; readonly reason: string };

const fields = {
  'workforce.before_hired': 'on',
  'workforce.future_date': 'on',
  'workforce.unit_closed': 'unit',
  'units.not_found': 'unit',
} as const;

/** 返岗 of somebody who left. */
export function Rejoin({ person }: OfPerson) {
  const { t } = useTranslation('workforce');
  const [open, setOpen] = useState(false);
  return (
    <>
      <ActButton type="primary" onClick={() => setOpen(true)}>
        {t('desk.rejoin.label')}
      </ActButton>
      <Drawer open={open} size={480} destroyOnHidden title={t('desk.rejoin.title', { name: person.name })} onClose={() => setOpen(false)}>
        <RejoinForm person={person} onDone={() => setOpen(false)} />
      </Drawer>
    </>
  );
}

function RejoinForm({ person, onDone }: OfPerson & { readonly onDone: () => void }) {
  const { t } = useTranslation('workforce');
  const { message } = App.useApp();
  const [form] = Form.useForm<Entered>();
  const rejoin = useRejoin();
  const today = dayOf(new Date());
  const submit = ({ unit, on, reason }: Entered) =>
    rejoin.mutate(
      { personId: person.id, unitId: unit.id, on, reason },
      { onSuccess: () => [void message.success(t('desk.rejoin.done')), onDone()] },
    );
  return (
    <Form
      name="rejoining"
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ unit: { id: person.unitId, name: person.unit }, on: today }}
      onFinish={submit}
    >
      <p className="confirm-act__note">{t('desk.rejoin.lead')}</p>
      <FormProblem form={form} error={refusedAt(rejoin.error, fields)} />
      <Form.Item name="unit" label={t('desk.unit')} rules={[{ required: true, message: t('desk.unitEmpty') }]}>
        <UnitPicker source={unitSource} />
      </Form.Item>
      <Form.Item name="on" label={t('desk.rejoin.on')} rules={[{ required: true, message: t('desk.handOver.onEmpty') }]}>
        <DayPicker barred={(day) => day > today} />
      </Form.Item>
      <TextItem
        name="reason"
        label={t('desk.handOver.reason')}
        rules={[{ required: true, whitespace: true, message: t('desk.handOver.reasonEmpty') }]}
        most={200}
      />
      <ActButton type="primary" htmlType="submit" loading={rejoin.isPending}>
        {t('desk.rejoin.label')}
      </ActButton>
    </Form>
  );
}
