import { createPersonInput, engagements } from '@changming/domain/workforce';
import { Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { ActButton } from '../../../ui/act-button.tsx';
import { dayOf } from '../../../ui/dates.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { refusedAt } from '../../../ui/refused-at.ts';
import { TextItem } from '../../../ui/text-item.tsx';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { unitSource } from '../../units/queries.ts';
import type { Person } from '../queries.ts';

/** What was typed; an empty number on an existing person leaves it as it is. */
export type Entered = {
  readonly name: string;
  readonly staffNo?: string | null;
  readonly sex?: Person['sex'];
  readonly unit: PickedUnit;
  readonly title?: string | null;
  readonly engagement?: Person['engagement'];
  readonly hiredOn?: string | null;
  readonly identityNumber?: string;
  readonly phone?: string;
};

const fields = {
  'workforce.identity_taken': 'identityNumber',
  'workforce.staff_no_taken': 'staffNo',
  'workforce.sex_contradicts': 'sex',
  'workforce.implausible_day': 'hiredOn',
  'workforce.implausible_birthday': 'identityNumber',
  'workforce.unit_closed': 'unit',
  'units.not_found': 'unit',
} as const;

type PersonFormProps = {
  readonly initial: Partial<Entered>;
  /** As shown on the record; then a number that is left empty stays. */
  readonly masked?: Pick<Person, 'identity' | 'phone'>;
  readonly saving: boolean;
  readonly error: unknown;
  readonly onSave: (entered: Entered) => void;
};

export function PersonForm({ initial, masked, saving, error, onSave }: PersonFormProps) {
  const { t } = useTranslation('workforce');
  const [form] = Form.useForm<Entered>();
  return (
    <Form name="person" form={form} layout="vertical" requiredMark={false} initialValues={initial} onFinish={onSave} autoComplete="off">
      <FormProblem form={form} error={refusedAt(error, fields)} />
      <TextItem
        name="name"
        label={t('desk.name')}
        rules={[{ required: true, whitespace: true, message: t('desk.nameEmpty') }]}
        most={40}
        input={{ autoFocus: true }}
      />
      <Form.Item name="unit" label={t('desk.unit')} rules={[{ required: true, message: t('desk.unitEmpty') }]}>
        <UnitPicker source={unitSource} />
      </Form.Item>
      <TextItem name="staffNo" label={t('desk.staffNo')} extra={t('desk.staffNoHint')} most={32} />
      <Numbers masked={masked ?? null} />
      <Particulars />
      <ActButton type="primary" htmlType="submit" loading={saving}>
        {t('desk.save')}
      </ActButton>
    </Form>
  );
}

function Numbers({ masked }: { readonly masked: Pick<Person, 'identity' | 'phone'> | null }): ReactNode {
  const { t } = useTranslation('workforce');
  const hint = masked === null ? t('desk.numberHint') : t('desk.numberKept');
  return (
    <>
      <Form.Item name="identityNumber" label={t('desk.identity')} extra={hint} rules={[{ validator: readBy('identityNumber') }]}>
        <Input placeholder={masked?.identity ?? ''} />
      </Form.Item>
      <Form.Item name="phone" label={t('desk.phone')} extra={hint} rules={[{ validator: readBy('phone') }]}>
        <Input inputMode="tel" placeholder={masked?.phone ?? ''} />
      </Form.Item>
    </>
  );
}

/** Says of a number what the API would say, together with what is missing elsewhere in the form. */
function readBy(field: 'identityNumber' | 'phone') {
  const schema = createPersonInput.shape[field];
  return async (_rule: unknown, typed: string | undefined) => {
    const read = schema.safeParse(blankless(typed));
    if (!read.success) throw new Error(read.error.issues[0]?.message);
  };
}

function Particulars(): ReactNode {
  const { t } = useTranslation('workforce');
  const today = dayOf(new Date());
  return (
    <>
      <Form.Item name="sex" label={t('desk.sex')} extra={t('desk.sexHint')}>
        <Select allowClear options={(['male', 'female'] as const).map((value) => ({ value, label: t(`sexes.${value}`) }))} />
      </Form.Item>
      <TextItem name="title" label={t('desk.jobTitle')} most={40} />
      <Form.Item name="engagement" label={t('desk.engagement')}>
        <Select
          allowClear
          placeholder={t('desk.employee')}
          options={engagements.map((value) => ({ value, label: t(`engagements.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="hiredOn" label={t('desk.hiredOn')}>
        <DayPicker barred={(day) => day > today} />
      </Form.Item>
    </>
  );
}

/** Empty texts are nothing. */
export function told({ name, unit, staffNo, sex, title, engagement, hiredOn }: Entered) {
  return {
    name,
    unitId: unit.id,
    staffNo: blankless(staffNo),
    sex: sex ?? null,
    title: blankless(title),
    engagement: engagement ?? null,
    hiredOn: hiredOn ?? null,
  };
}

function blankless(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** Numbers that were typed; one that was left empty is not sent. */
export function numbersTold({ identityNumber, phone }: Entered) {
  const numbers = { identityNumber: blankless(identityNumber), phone: blankless(phone) };
  return {
    ...(numbers.identityNumber === null ? {} : { identityNumber: numbers.identityNumber }),
    ...(numbers.phone === null ? {} : { phone: numbers.phone }),
  };
}
