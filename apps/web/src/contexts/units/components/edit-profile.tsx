import { App, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useEditProfile } from '../acts.ts';
import { type EnteredProfile, ProfileFields, profileOf } from './profile-fields.tsx';
import type { ActProps } from './unit-acts.ts';
import { UnitForm } from './unit-form.tsx';

/** 修改概况, from the version with which the drawer was opened: what somebody else saved meanwhile is not written over. */
export function EditProfile({ unit, onClose }: ActProps) {
  const { t } = useTranslation('units');
  const { message } = App.useApp();
  const [form] = Form.useForm<EnteredProfile>();
  const [version] = useState(unit.version);
  const edit = useEditProfile(unit.id);
  const submit = (entered: EnteredProfile) =>
    edit.mutate(
      { version, body: profileOf(entered) },
      {
        onSuccess: () => {
          void message.success(t('desk.forms.profile.done'));
          onClose();
        },
      },
    );
  const { headcount, province, city, industry, flags, address, remark } = unit.profile;
  return (
    <UnitForm<EnteredProfile>
      form={form}
      title={t('desk.forms.profile.title', { name: unit.name })}
      submit={t('desk.forms.profile.submit')}
      initialValues={{
        shortNames: unit.shortNames,
        headcount,
        province: province ?? '',
        city: city ?? '',
        industry: industry ?? '',
        address: address ?? '',
        remark: remark ?? '',
        flags,
      }}
      why={false}
      busy={edit.isPending}
      error={edit.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <ProfileFields isAssessed={flags.includes('hasCombustibleDust')} />
    </UnitForm>
  );
}
