import { pointKinds } from '@changming/domain/points';
import { Form, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import type { PlanValues } from './plan-values.ts';
import { PointsPicker } from './points-picker.tsx';

const ways = ['branch', 'listed', 'unit'] as const satisfies readonly PlanValues['pointsOf'][];

/** 点位范围: all points of the branch, some of its kinds, some one by one, or the unit itself. */
export function PlaceFields() {
  const { t } = useTranslation(['inspections', 'points']);
  const of = Form.useWatch<PlanValues['pointsOf'] | undefined>('pointsOf');
  const unit = Form.useWatch<PlanValues['unit'] | undefined>('unit');
  return (
    <>
      <Form.Item name="pointsOf" label={t('desk.plan.places')} {...(of === undefined ? {} : { extra: t(`desk.plan.placesHints.${of}`) })}>
        <Radio.Group optionType="button" options={ways.map((value) => ({ value, label: t(`desk.plan.placesOf.${value}`) }))} />
      </Form.Item>
      {of === 'branch' && (
        <Form.Item name="kinds" label={t('desk.plan.kinds')}>
          <Select
            mode="multiple"
            allowClear
            placeholder={t('desk.plan.allKinds')}
            optionFilterProp="label"
            options={pointKinds.map((value) => ({ value, label: t(`points:kinds.${value}`) }))}
          />
        </Form.Item>
      )}
      {of === 'listed' && (
        <Form.Item
          name="listed"
          label={t('desk.plan.points')}
          rules={[{ required: true, type: 'array', min: 1, message: t('desk.choose') }]}
        >
          <PointsPicker unitId={unit?.id} />
        </Form.Item>
      )}
    </>
  );
}
