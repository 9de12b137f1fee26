import { PlusOutlined } from '@ant-design/icons';
import { addDays } from '@changming/domain/kernel';
import { type Post, posts } from '@changming/domain/workforce';
import { App, Checkbox, Drawer, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { dayOf } from '../../../ui/dates.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { refusedAt } from '../../../ui/refused-at.ts';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { unitSource } from '../../units/queries.ts';
import { type PersonDetail, useAppoint } from '../queries.ts';

/** 登记任职. The keeper of a point is named at the point. */
export function Appoint({ person }: { readonly person: PersonDetail }) {
  const { t } = useTranslation('workforce');
  const [id, setId] = useState<string | null>(null);
  return (
    <>
      <ActButton icon={<PlusOutlined />} onClick={() => setId(newId())}>
        {t('desk.appointments.appoint')}
      </ActButton>
      <Drawer
        open={id !== null}
        size={480}
        destroyOnHidden
        title={t('desk.appointments.appointTitle', { name: person.name })}
        onClose={() => setId(null)}
      >
        {id !== null && <AppointForm id={id} person={person} onDone={() => setId(null)} />}
      </Drawer>
    </>
  );
}

type Entered = {
  readonly post: Post;
  readonly unit: PickedUnit;
  readonly deputy?: boolean;
  readonly from: string;
  readonly last?: string | null;
};

const fields = {
  'workforce.overlaps': 'post',
  'workforce.unit_closed': 'unit',
  'workforce.before_opening': 'from',
  'workforce.before_hired': 'from',
  'workforce.implausible_day': 'from',
  'workforce.ends_before_start': 'last',
  'units.not_found': 'unit',
} as const;

const named = posts.filter((post) => post !== 'pointKeeper');

type AppointFormProps = { readonly id: string; readonly person: PersonDetail; readonly onDone: () => void };

function AppointForm({ id, person, onDone }: AppointFormProps) {
  const { t } = useTranslation('workforce');
  const { message } = App.useApp();
  const [form] = Form.useForm<Entered>();
  const appoint = useAppoint();
  const submit = ({ unit, last, deputy = false, ...rest }: Entered) =>
    appoint.mutate(
      { id, personId: person.id, unitId: unit.id, deputy, to: last ? addDays(last, 1) : null, ...rest },
      { onSuccess: () => [void message.success(t('desk.appointments.appointed')), onDone()] },
    );
  return (
    <Form
      name="appointment"
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ unit: { id: person.unitId, name: person.unit }, from: dayOf(new Date()), deputy: false }}
      onFinish={submit}
    >
      <FormProblem form={form} error={refusedAt(appoint.error, fields)} />
      <Form.Item name="post" label={t('desk.post')} rules={[{ required: true, message: t('desk.appointments.postEmpty') }]}>
        <Select autoFocus options={named.map((value) => ({ value, label: t(`posts.${value}`) }))} />
      </Form.Item>
      <Form.Item name="unit" label={t('desk.unit')} rules={[{ required: true, message: t('desk.unitEmpty') }]}>
        <UnitPicker source={unitSource} />
      </Form.Item>
      <Form.Item name="deputy" valuePropName="checked" extra={t('desk.appointments.deputyHint')}>
        <Checkbox>{t('desk.appointments.deputy')}</Checkbox>
      </Form.Item>
      <Form.Item name="from" label={t('desk.appointments.from')} rules={[{ required: true, message: t('desk.appointments.fromEmpty') }]}>
        <DayPicker />
      </Form.Item>
      <Form.Item name="last" label={t('desk.appointments.last')} extra={t('desk.appointments.lastHint')}>
        <DayPicker />
      </Form.Item>
      <ActButton type="primary" htmlType="submit" loading={appoint.isPending}>
        {t('desk.save')}
      </ActButton>
    </Form>
  );
}
