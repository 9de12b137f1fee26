import { proposedFlags, provinces, type UnitKind, unitFlags } from '@changming/domain/units';
import { Checkbox, Form, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { TextItem } from '../../../ui/text-item.tsx';
import './profile-fields.css';

/** What a form of the profile holds; `profileOf` makes of it what the API takes. */
export type EnteredProfile = {
  readonly shortNames?: string[];
  readonly headcount?: number | null;
  readonly province?: string;
  readonly city?: string;
  readonly industry?: string;
  readonly address?: string;
  readonly remark?: string;
  readonly flags?: (typeof unitFlags)[number][];
  readonly dustAssessment?: string;
};

export function profileOf({ shortNames = [], headcount = null, flags = [], ...entered }: EnteredProfile) {
  return {
    shortNames,
    profile: {
      headcount,
      province: textOrNull(entered.province),
      city: textOrNull(entered.city),
      industry: textOrNull(entered.industry),
      flags,
      address: textOrNull(entered.address),
      remark: textOrNull(entered.remark),
      ...assessmentOf(flags, entered.dustAssessment),
    },
  };
}

function assessmentOf(flags: NonNullable<EnteredProfile['flags']>, entered: string | undefined) {
  const dustAssessment = flags.includes('hasCombustibleDust') ? textOrNull(entered) : null;
  return dustAssessment === null ? {} : { dustAssessment };
}

function textOrNull(text = ''): string | null {
  return text.trim() === '' ? null : text.trim();
}

type ProfileFieldsProps = {
  /** The unit is 粉尘涉爆 already: nothing more is asked for. */
  readonly isAssessed?: boolean;
  /** What is to be said of the flags. */
  readonly children?: ReactNode;
};

/** 概况 of a unit: what may change without a reorganisation. */
export function ProfileFields({ isAssessed = false, children }: ProfileFieldsProps) {
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
          <Select showSearch allowClear options={Object.keys(provinces).map((value) => ({ value, label: value }))} />
        </Form.Item>
        <TextItem name="city" label={t('desk.forms.city')} extra={t('desk.forms.cityHint')} most={20} />
        <TextItem
          name="industry"
          label={t('desk.forms.industry')}
          rules={[{ pattern: /^\s*[A-T]?\d{2,4}\s*$/i, message: t('desk.forms.industryHint') }]}
          most={20}
        />
      </div>
      <TextItem name="address" label={t('desk.forms.address')} most={200} />
      <TextItem name="remark" label={t('desk.forms.remark')} most={200} rows={[1, 4]} />
      <Form.Item name="flags" label={t('desk.forms.flags')} extra={t('desk.forms.flagsHint')}>
        <Checkbox.Group className="profile-fields__flags" options={unitFlags.map((value) => ({ value, label: t(`flags.${value}`) }))} />
      </Form.Item>
      {children}
      {!isAssessed && <DustAssessment />}
    </>
  );
}

function DustAssessment() {
  const { t } = useTranslation('units');
  const flags = Form.useWatch<EnteredProfile['flags']>('flags') ?? [];
  if (!flags.includes('hasCombustibleDust')) return null;
  return (
    <TextItem
      name="dustAssessment"
      label={t('desk.forms.dustAssessment')}
      extra={t('desk.forms.dustAssessmentHint')}
      rules={[{ required: true, whitespace: true, message: t('desk.forms.dustAssessmentEmpty') }]}
      most={200}
    />
  );
}

/** Which flags were ticked for the unit that is being described, and by which article. */
export function ProposedFlags() {
  const { t } = useTranslation('units');
  const described = Form.useWatch<Described>([]) ?? {};
  const sentences = proposedFlags(described).flatMap((flag) =>
    (flag === 'isFireKeyUnit' || flag === 'isCrowdedPlace') && described.flags?.includes(flag) === true
      ? [t(`desk.forms.proposed.${flag}`)]
      : [],
  );
  return sentences.map((sentence) => (
    <p key={sentence} className="confirm-act__note">
      {sentence}
    </p>
  ));
}

type Described = EnteredProfile & { readonly kind?: UnitKind; readonly name?: string };
