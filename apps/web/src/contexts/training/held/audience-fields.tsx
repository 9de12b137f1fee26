import { type DedicatedCause, dedicatedCauses } from '@changming/domain/training';
import { type Post, posts as allPosts } from '@changming/domain/workforce';
import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { type PickedUnit, UnitsPicker } from '../../../ui/unit-picker.tsx';
import { unitSource } from '../../units/queries.ts';

export type AudienceWords = {
  readonly units?: readonly PickedUnit[] | undefined;
  readonly posts?: readonly Post[] | undefined;
  readonly staffNos?: string | undefined;
  readonly owing?: boolean | undefined;
  readonly dedicated?: DedicatedCause | undefined;
};

/** 批量选人: what the fields come to. */
export function audienceOf({ units = [], posts = [], staffNos = '', owing = false, dedicated }: AudienceWords) {
  return {
    unitIds: units.map(({ id }) => id),
    posts: [...posts],
    owing,
    ...(dedicated === undefined ? {} : { dedicated }),
    staffNos: staffNos.split(/[\s,，、;；]+/u).filter((each) => each !== ''),
  };
}

/** By units with those below, by posts, by what is owed, and by pasted 工号. */
export function AudienceFields() {
  const { t } = useTranslation(['training', 'workforce']);
  return (
    <>
      <Form.Item name="units" label={t('held.audience.units')}>
        <UnitsPicker source={unitSource} />
      </Form.Item>
      <Form.Item name="posts" label={t('held.audience.posts')}>
        <Select mode="multiple" allowClear options={allPosts.map((value) => ({ value, label: t(`workforce:posts.${value}`) }))} />
      </Form.Item>
      <Form.Item name="owing" valuePropName="checked">
        <Checkbox>{t('held.audience.owing')}</Checkbox>
      </Form.Item>
      <Form.Item name="dedicated" label={t('held.dedicated.owing')}>
        <Select allowClear options={dedicatedCauses.map((value) => ({ value, label: t(`dedicatedCauses.${value}`) }))} />
      </Form.Item>
      <Form.Item name="staffNos" label={t('held.audience.staffNos')} extra={t('held.audience.staffNosHint')}>
        <Input.TextArea rows={3} maxLength={20_000} />
      </Form.Item>
    </>
  );
}
