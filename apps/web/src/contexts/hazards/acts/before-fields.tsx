import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

import { asksForBefore } from '../before-lack.ts';
import type { DeskPhoto } from '../photos/desk-photo.ts';
import { PhotoField } from '../photos/photo-field.tsx';
import type { HazardDetail } from '../queries.ts';
import { arrived, said, type Told } from './act-form.ts';

export type BeforeValues = { readonly before?: readonly DeskPhoto[]; readonly beforeLack?: string };

/** 整改前照片 that the report did not bring: the photos, or why there are none. */
export function BeforeFields({ hazard }: Told) {
  const { t } = useTranslation('hazards');
  if (!asksForBefore(hazard)) return null;
  return (
    <>
      <Form.Item name="before" label={t('beforeLack.photos')} extra={t('beforeLack.note')}>
        <PhotoField />
      </Form.Item>
      <Form.Item name="beforeLack" label={t('beforeLack.why')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={2000} />
      </Form.Item>
    </>
  );
}

/** The part of the request that the fields stand for, once the photos have arrived. */
export async function beforeBody(hazard: HazardDetail, { before = [], beforeLack }: BeforeValues) {
  return { ...(before.length === 0 ? {} : { before: await arrived(hazard, before) }), ...said('beforeLack', beforeLack) };
}

/** Where the sentence stands when neither was given. */
export const beforeRefusedAt = { 'hazards.before_photo_missing': 'before' } as const;
