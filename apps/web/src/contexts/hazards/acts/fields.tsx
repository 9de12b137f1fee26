import { Form, Input, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';

import { dayOf } from '../../../ui/dates.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { PhotoField } from '../photos/photo-field.tsx';

/** Names of the words that acts ask for; the label of each is `desk.forms.<name>`. */
export type WordsName =
  | 'opinion'
  | 'lesson'
  | 'reason'
  | 'note'
  | 'measures'
  | 'text'
  | 'goals'
  | 'methods'
  | 'organisation'
  | 'timeLimit'
  | 'safetyMeasures'
  | 'requirements';

type FieldProps = { readonly required?: boolean };

/** A text of a form. */
export function Words({ name, required = false }: FieldProps & { readonly name: WordsName }) {
  const { t } = useTranslation('hazards');
  return (
    <Form.Item
      name={name}
      label={t(`desk.forms.${name}`)}
      rules={required ? [{ required: true, whitespace: true, message: t('desk.forms.empty') }] : []}
    >
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
    </Form.Item>
  );
}

export function Line({ name, required = false }: FieldProps & { readonly name: 'authority' | 'issuer' }) {
  const { t } = useTranslation('hazards');
  return (
    <Form.Item
      name={name}
      label={t(`desk.forms.${name}`)}
      rules={required ? [{ required: true, whitespace: true, message: t('desk.forms.empty') }] : []}
    >
      <Input maxLength={200} />
    </Form.Item>
  );
}

type DayProps = FieldProps & {
  readonly name: 'dueOn' | 'toOn' | 'toldOn' /** Days before it cannot be chosen. */;
  readonly after?: string;
  readonly until?: string;
};

export function Day({ name, required = true, after, until }: DayProps) {
  const { t } = useTranslation('hazards');
  return (
    <Form.Item name={name} label={t(`desk.forms.${name}`)} rules={required ? [{ required: true, message: t('desk.forms.empty') }] : []}>
      <DayPicker barred={(day) => (after !== undefined && day < after) || (until !== undefined && day > until)} />
    </Form.Item>
  );
}

export function Money({ name, required = false }: FieldProps & { readonly name: 'spent' | 'funds' }) {
  const { t } = useTranslation('hazards');
  return (
    <Form.Item name={name} label={t(`desk.forms.${name}`)} rules={required ? [{ required: true, message: t('desk.forms.empty') }] : []}>
      <InputNumber min={0} max={10_000_000_000} precision={2} suffix={t('desk.plan.yuan')} className="act-form__money" />
    </Form.Item>
  );
}

export function Photos({ required = true }: FieldProps) {
  const { t } = useTranslation('hazards');
  return (
    <Form.Item
      name="photos"
      label={t('desk.forms.photos')}
      extra={t('desk.forms.photosHint')}
      rules={required ? [{ required: true, type: 'array', min: 1, message: t('desk.forms.photosEmpty') }] : []}
    >
      <PhotoField />
    </Form.Item>
  );
}

/** 同意 or 不同意, and why. */
export function Decision() {
  const { t } = useTranslation('hazards');
  const denied = Form.useWatch<boolean | undefined>('granted') === false;
  return (
    <>
      <Form.Item name="granted" label={t('desk.forms.granted')} rules={[{ required: true, message: t('desk.forms.choose') }]}>
        <Radio.Group
          options={[
            { value: true, label: t('desk.forms.grant') },
            { value: false, label: t('desk.forms.deny') },
          ]}
        />
      </Form.Item>
      <Words name="note" required={denied} />
    </>
  );
}

type ChipsProps<Value extends string> = {
  readonly name: string;
  readonly label: string;
  readonly values: readonly Value[];
  readonly labelOf: (value: Value) => string;
  readonly onChoose?: (value: Value) => void;
};

/** One of a few reasons, each a press. */
export function Chips<Value extends string>({ name, label, values, labelOf, onChoose }: ChipsProps<Value>) {
  const { t } = useTranslation('hazards');
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: t('desk.forms.choose') }]}>
      <Radio.Group
        optionType="button"
        options={values.map((value) => ({ value, label: labelOf(value) }))}
        onChange={({ target }) => onChoose?.(target.value as Value)}
      />
    </Form.Item>
  );
}

export function today(): string {
  return dayOf(new Date());
}
