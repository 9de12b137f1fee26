import { Checkbox, Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { DayPicker } from '../../../ui/day-picker.tsx';
import { TextItem } from '../../../ui/text-item.tsx';
import { ItemSelect } from './item-select.tsx';

/** 项目. */
export function ItemField() {
  const { t } = useTranslation('workforce');
  return (
    <Form.Item
      name="item"
      label={t('certificateDesk.certificates.item')}
      rules={[{ required: true, message: t('certificateDesk.certificates.itemEmpty') }]}
    >
      <ItemSelect />
    </Form.Item>
  );
}

type Hints = { readonly no: string; readonly validUntil: string; readonly reviewDueOn: string };

/** What is printed on a certificate, each with what an empty field means; `children` stand behind the days. */
export function PrintedFields({ hints, children }: { readonly hints: Hints; readonly children?: ReactNode }) {
  const { t } = useTranslation('workforce');
  return (
    <>
      <TextItem name="no" label={t('certificateDesk.certificates.no')} extra={hints.no} most={60} input={{ autoComplete: 'off' }} />
      <TextItem name="issuer" label={t('certificateDesk.certificates.issuer')} most={60} input={{ autoComplete: 'off' }} />
      <Form.Item
        name="issuedOn"
        label={t('certificateDesk.certificates.issuedOn')}
        rules={[{ required: true, message: t('certificateDesk.certificates.issuedEmpty') }]}
      >
        <DayPicker />
      </Form.Item>
      <Form.Item name="validUntil" label={t('certificateDesk.certificates.validUntil')} extra={hints.validUntil}>
        <DayPicker />
      </Form.Item>
      <Form.Item name="reviewDueOn" label={t('certificateDesk.certificates.reviewDueOn')} extra={hints.reviewDueOn}>
        <DayPicker />
      </Form.Item>
      {children}
      <Form.Item name="longService" valuePropName="checked">
        <Checkbox>{t('certificateDesk.certificates.longService')}</Checkbox>
      </Form.Item>
    </>
  );
}
