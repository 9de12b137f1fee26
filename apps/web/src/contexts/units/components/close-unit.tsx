import { App, Form } from 'antd';
import { useTranslation } from 'react-i18next';

import { useCloseUnit } from '../acts.ts';
import type { ActProps } from './unit-acts.ts';
import { UnitForm, type Why } from './unit-form.tsx';

/** 撤销 */
export function CloseUnit({ unit, onClose }: ActProps) {
  const { t } = useTranslation('units');
  const { message } = App.useApp();
  const [form] = Form.useForm<Why>();
  const close = useCloseUnit(unit.id);
  const submit = (why: Why) =>
    close.mutate(why, {
      onSuccess: () => {
        void message.success(t('desk.forms.close.done', { name: unit.name }));
        onClose();
      },
    });
  return (
    <UnitForm<Why>
      form={form}
      title={t('desk.forms.close.title', { name: unit.name })}
      lead={t('desk.forms.close.lead')}
      warning={t('desk.forms.close.warning')}
      submit={t('desk.forms.close.submit')}
      danger
      busy={close.isPending}
      error={close.error}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
