import {
  contradicts,
  fireCheckKinds,
  type FireCheckKind,
  type FireCondition,
  fireConditions,
  type SpotItem,
  spotItems,
} from '@changming/domain/equipment';
import { App, Form, type FormRule, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { checkFire, type FireDetail, useEquipmentAct } from '../queries.ts';

type Found = Exclude<FireCondition, 'scrapped'>;
type Answer = 'right' | 'wrong' | 'none';
type Values = {
  readonly kind: FireCheckKind;
  readonly on: string;
  readonly items?: Partial<Record<SpotItem, Answer>>;
  readonly reading?: string;
  readonly condition: Found;
  readonly note?: string;
};

const conditions = fireConditions.filter((condition): condition is Found => condition !== 'scrapped');

/** 登记点检、维修、年检 at the desk. Every item of a look-over begins unset. */
export function CheckForm({ piece, onClose }: { readonly piece: FireDetail; readonly onClose: () => void }) {
  const { t } = useTranslation(['equipment', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [id] = useState(() => newId());
  const check = useEquipmentAct(checkFire);
  const kind = Form.useWatch('kind', form) ?? 'spot';
  const done = () => {
    void message.success(t('desk.check.done'));
    onClose();
  };
  const finish = ({ items = {}, reading, note, ...told }: Values) =>
    check.mutate(
      {
        equipmentId: piece.id,
        body: { id, ...told, items: kind === 'spot' ? items : {}, reading: reading?.trim() || null, note: note?.trim() || null },
      },
      { onSuccess: done },
    );
  return (
    <FormDrawer
      title={t('desk.check.act')}
      submit={t('shell:actions.save')}
      form={form}
      initial={{ kind: 'spot', on: piece.today }}
      busy={check.isPending}
      error={check.error}
      onFinish={finish}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('desk.check.kind')}>
        <Radio.Group options={fireCheckKinds.map((value) => ({ value, label: t(`checkKinds.${value}`) }))} />
      </Form.Item>
      <Form.Item name="on" label={t('desk.check.on')} rules={[{ required: true, message: t('desk.dayEmpty') }]}>
        <DayPicker barred={(day) => day > piece.today} />
      </Form.Item>
      {kind === 'spot' && <SpotFields />}
      <ConditionField kind={kind} />
      <Form.Item name="note" label={t('desk.check.note')}>
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2, maxRows: 4 }} />
      </Form.Item>
    </FormDrawer>
  );
}

function SpotFields() {
  const { t } = useTranslation('equipment');
  const answers = (['right', 'wrong', 'none'] as const).map((value) => ({ value, label: t(`spotAnswers.${value}`) }));
  return (
    <>
      {spotItems.map((item) => (
        <Form.Item
          key={item}
          name={['items', item]}
          label={t(`spotItems.${item}`)}
          rules={[{ required: true, message: t('desk.check.itemsEmpty') }]}
        >
          <Radio.Group options={answers} />
        </Form.Item>
      ))}
      <Form.Item name="reading" label={t('desk.check.reading')}>
        <Input maxLength={40} />
      </Form.Item>
    </>
  );
}

/** A piece with something wrong is not intact. */
function ConditionField({ kind }: { readonly kind: FireCheckKind }) {
  const { t } = useTranslation('equipment');
  const agrees: FormRule = ({ getFieldValue }) => ({
    validator: (_, value: Found | undefined) => {
      const items: Values['items'] = kind === 'spot' ? getFieldValue('items') : {};
      const isContrary = value !== undefined && contradicts(items ?? {}, value);
      return isContrary ? Promise.reject(new Error(t('desk.check.contradiction'))) : Promise.resolve();
    },
  });
  return (
    <Form.Item
      name="condition"
      label={t('desk.check.condition')}
      dependencies={['items']}
      rules={[{ required: true, message: t('desk.check.condition') }, agrees]}
    >
      <Select options={conditions.map((value) => ({ value, label: t(`conditions.${value}`) }))} />
    </Form.Item>
  );
}
