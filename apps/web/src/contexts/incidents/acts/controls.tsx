import { Checkbox, Input, InputNumber, Select } from 'antd';

import { DayPicker } from '../../../ui/day-picker.tsx';
import type { FieldSpec } from '../../../ui/fields-drawer.tsx';
import { MomentField } from '../../../ui/moment-field.tsx';
import { PersonPicker } from '../../workforce/components/person-picker.tsx';
import type { Words } from './act-spec.ts';

type Named = { readonly name: string; readonly required?: boolean; readonly extra?: string };

/** The fields that acts are made of, each labelled by its own name. */
export function fieldsIn(t: Words) {
  const labelled = ({ name, required = false, extra }: Named, control: FieldSpec['control']): FieldSpec => ({
    name,
    label: t(`desk.fields.${name as 'note'}`),
    required,
    extra,
    control,
  });
  return {
    line: (named: Named, max = 80) => labelled(named, <Input maxLength={max} />),
    words: (named: Named, max = 500) =>
      labelled(named, <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={max} showCount />),
    day: (named: Named, barred?: (day: string) => boolean) => labelled(named, <DayPicker {...(barred === undefined ? {} : { barred })} />),
    moment: (named: Named) => labelled(named, <MomentField />),
    count: (named: Named, max = 100_000) => labelled(named, <InputNumber min={0} max={max} precision={0} />),
    /** 万元, with four decimals that a 分 needs. */
    money: (named: Named) => labelled(named, <InputNumber min={0} precision={6} stringMode={false} suffix={t('desk.tenThousandYuan')} />),
    choice: (named: Named, options: { value: string; label: string }[]) =>
      labelled(named, <Select options={options} allowClear={named.required !== true} />),
    choices: (named: Named, options: { value: string; label: string }[]) =>
      labelled(named, <Select mode="multiple" allowClear options={options} />),
    person: (named: Named, unitId?: string) => labelled(named, <PersonPicker unitId={unitId} />),
    tick: ({ name }: Named): FieldSpec => ({
      name,
      label: '',
      ticked: true,
      control: <Checkbox>{t(`desk.fields.${name as 'note'}`)}</Checkbox>,
    }),
  };
}

/** `words.x` of every value, as options. */
export function optionsOf<Value extends string>(
  values: readonly Value[],
  word: (value: Value) => string,
): { value: string; label: string }[] {
  return values.map((value) => ({ value, label: word(value) }));
}

export const trimmed = (typed: string | null | undefined): string | null => typed?.trim() || null;
