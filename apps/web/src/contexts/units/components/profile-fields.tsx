import { unitFlags } from '@changming/domain/units';
import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import './profile-fields.css';

/** What a form of the profile holds; `profileOf` makes of it what the API takes. */
export type EnteredProfile = {
  readonly shortNames?: string[];
  readonly headcount?: number | null;
  readonly province?: string;
  readonly city?: string;
  readonly industry?: string;
  readonly flags?: (typeof unitFlags)[number][];
};

export function profileOf({ shortNames = [], headcount = null, province = '', city = '', industry = '', flags = [] }: EnteredProfile) {
  return {
    shortNames,
    profile: { headcount, province: textOrNull(province), city: textOrNull(city), industry: textOrNull(industry), flags },
  };
}

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

/** 概况 of a unit: what may change without a reorganisation. */
export function ProfileFields() {
  const { t } = useTranslation('units');
  return (
    <>
      <Form.Item name="shortNames" label={t('desk.forms.shortNames')} extra={t('desk.forms.shortNamesHint')}>
        <Select mode="tags" open={false} suffixIcon={null} maxCount={20} tokenSeparators={['、', '，', ',']} />
      </Form.Item>
      <div className="profile-fields__row">
        <Form.Item name="headcount" label={t('desk.forms.headcount')}>
          <InputNumber className="day-picker" min={0} max={1_000_000} precision={0} />
        </Form.Item>
        <Form.Item name="province" label={t('desk.forms.province')}>
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item name="city" label={t('desk.forms.city')} extra={t('desk.forms.cityHint')}>
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item name="industry" label={t('desk.forms.industry')}>
          <Input maxLength={20} />
        </Form.Item>
      </div>
      <Form.Item name="flags" label={t('desk.forms.flags')} extra={t('desk.forms.flagsHint')}>
        <Checkbox.Group className="profile-fields__flags" options={unitFlags.map((value) => ({ value, label: t(`flags.${value}`) }))} />
      </Form.Item>
    </>
  );
}
