import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { unitSource } from '../../units/queries.ts';
import { type PickedPerson, PersonPicker } from '../../workforce/components/person-picker.tsx';

export type Violator = {
  readonly who: 'insider' | 'outsider';
  readonly person?: PickedPerson | undefined;
  readonly name?: string | undefined;
  readonly of?: string | undefined;
  readonly unit?: PickedUnit | undefined;
};

/** What the fields come to: one of our own people, or a visitor by name and the unit where it happened. */
export function violatorOf({ who, person, name = '', of, unit }: Violator) {
  if (who === 'insider') return person === undefined ? {} : { personId: person.id };
  return unit === undefined ? {} : { outsider: { name, of: of || null, unitId: unit.id } };
}

/** The fields that follow from `who` of the form around them. */
export function ViolatorFields() {
  const { t } = useTranslation('training');
  const who: Violator['who'] | undefined = Form.useWatch('who');
  const required = (label: string) => [{ required: true, message: t('learning.required', { label }) }];
  if (who !== 'outsider')
    return (
      <Form.Item name="person" label={t('learning.violations.person')} rules={required(t('learning.violations.person'))}>
        <PersonPicker />
      </Form.Item>
    );
  return (
    <>
      <Form.Item name="name" label={t('learning.violations.outsiderName')} rules={required(t('learning.violations.outsiderName'))}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="of" label={t('learning.violations.outsiderOf')}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="unit" label={t('learning.violations.outsiderAt')} rules={required(t('learning.violations.outsiderAt'))}>
        <UnitPicker source={unitSource} />
      </Form.Item>
    </>
  );
}
