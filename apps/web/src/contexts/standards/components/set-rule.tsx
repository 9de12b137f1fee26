import { type Layer, layers } from '@changming/domain/standards';
import { App, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { dayOf } from '../../../ui/dates.ts';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { unitSource } from '../../units/queries.ts';
import { type RuleInForce, useSetRule } from '../queries.ts';
import { SideForm } from './side-form.tsx';
import { articleOf, type EnteredSource, SourceFields } from './source-fields.tsx';

type Settable = Exclude<Layer, 'product'>;
type Entered = EnteredSource & {
  readonly value: number | string;
  readonly layer: Settable;
  readonly named?: string;
  readonly unit?: PickedUnit;
  readonly override?: boolean;
};

const settable = layers.filter((layer): layer is Settable => layer !== 'product');
const refusals = {
  'standards.wrong_value': 'value',
  'standards.laxer': 'value',
  'standards.wrong_place': 'layer',
  'standards.before_last_version': 'from',
} as const;

/** 设定新值 for a layer, from a day on. */
export function SetRule({ rule: { ruleId, counts, value }, onClose }: { readonly rule: RuleInForce; readonly onClose: () => void }) {
  const { t } = useTranslation('standards');
  const { message } = App.useApp();
  const [form] = Form.useForm<Entered>();
  const [id] = useState(newId);
  const set = useSetRule();
  const submit = ({ layer, named, unit, override = false, ...entered }: Entered) =>
    set.mutate(
      { id, ruleId, layer, place: unit?.id ?? named ?? '', override, to: null, ...entered, article: articleOf(entered) },
      {
        onSuccess: () => {
          void message.success(t('desk.rules.setDone'));
          onClose();
        },
      },
    );
  return (
    <SideForm<Entered>
      form={form}
      title={t('desk.rules.setTitle', { rule: t(`rules.${ruleId}`) })}
      lead={t('desk.rules.setLead')}
      initialValues={{ value, layer: 'group', from: dayOf(new Date()) }}
      busy={set.isPending}
      error={set.error}
      refusals={refusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <ValueField counts={counts} />
      <PlaceFields />
      <SourceFields longest={200} />
      <Form.Item name="override" valuePropName="checked">
        <Checkbox>{t('desk.rules.overrideLabel')}</Checkbox>
      </Form.Item>
    </SideForm>
  );
}

function ValueField({ counts }: Pick<RuleInForce, 'counts'>) {
  const { t } = useTranslation('standards');
  const words = (['dengbao', 'asvs'] as const).map((word) => ({ value: word, label: t(`words.${word}`) }));
  return (
    <Form.Item
      name="value"
      label={t('desk.rules.number')}
      rules={[{ required: true, message: t('desk.rules.numberEmpty') }]}
      {...(counts === 'share' ? { extra: t('desk.rules.shareHint') } : {})}
    >
      {counts === 'word' ? <Select options={words} /> : <InputNumber className="day-picker" min={0} suffix={t(`counts.${counts}`)} />}
    </Form.Item>
  );
}

function PlaceFields() {
  const { t } = useTranslation('standards');
  const layer = Form.useWatch<Settable | undefined>('layer');
  const rules = [{ required: true, message: t('desk.rules.placeEmpty') }];
  return (
    <>
      <Form.Item name="layer" label={t('desk.rules.where')} rules={[{ required: true, message: t('desk.rules.whereEmpty') }]}>
        <Select options={settable.map((each) => ({ value: each, label: t(`layers.${each}`) }))} />
      </Form.Item>
      {(layer === 'province' || layer === 'city') && (
        <Form.Item name="named" label={t(`desk.rules.${layer}`)} rules={rules}>
          <Input maxLength={60} />
        </Form.Item>
      )}
      {layer === 'unit' && (
        <Form.Item name="unit" label={t('desk.rules.unit')} rules={rules}>
          <UnitPicker source={unitSource} />
        </Form.Item>
      )}
    </>
  );
}
