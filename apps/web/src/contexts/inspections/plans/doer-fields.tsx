import { posts } from '@changming/domain/workforce';
import { Form, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { PersonPicker } from '../../workforce/components/person-picker.tsx';
import type { PlanValues } from './plan-values.ts';

/** 检查人: whoever holds a post there at that time, or one person. */
export function DoerFields() {
  const { t } = useTranslation(['inspections', 'workforce']);
  const by = Form.useWatch<PlanValues['doerBy'] | undefined>('doerBy');
  const unit = Form.useWatch<PlanValues['unit'] | undefined>('unit');
  const ways = (['post', 'person'] as const).map((value) => ({ value, label: t(`desk.plan.doerBy.${value}`) }));
  return (
    <>
      <Form.Item name="doerBy" label={t('desk.plan.doer')}>
        <Radio.Group optionType="button" options={ways} />
      </Form.Item>
      {by === 'post' && (
        <Form.Item name="post" label={t('desk.plan.post')} extra={t('desk.plan.postHint')}>
          <Select options={posts.map((value) => ({ value, label: t(`workforce:posts.${value}`) }))} />
        </Form.Item>
      )}
      {by === 'person' && (
        <Form.Item name="person" label={t('desk.plan.person')} rules={[{ required: true, message: t('desk.choose') }]}>
          <PersonPicker unitId={unit?.id} />
        </Form.Item>
      )}
    </>
  );
}
