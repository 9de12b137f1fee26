import { App, Form } from 'antd';
import { useTranslation } from 'react-i18next';

import { TextItem } from '../../../ui/text-item.tsx';
import { useRenameUnit } from '../acts.ts';
import type { ActProps } from './unit-acts.ts';
import { UnitForm, type Why } from './unit-form.tsx';

type Entered = Why & { readonly name: string };

/** 更名 */
export function RenameUnit({ unit, onClose }: ActProps) {
  const { t } = useTranslation('units');
  const { message } = App.useApp();
  const [form] = Form.useForm<Entered>();
  const rename = useRenameUnit(unit.id);
  const submit = (entered: Entered) =>
    rename.mutate(entered, {
      onSuccess: () => {
        void message.success(t('desk.forms.rename.done', { name: entered.name }));
        onClose();
      },
    });
  return (
    <UnitForm<Entered>
      form={form}
      title={t('desk.forms.rename.title', { name: unit.name })}
      lead={t('desk.forms.rename.lead')}
      submit={t('desk.forms.rename.submit')}
      initialValues={{ name: unit.name }}
      busy={rename.isPending}
      error={rename.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextItem
        name="name"
        label={t('desk.forms.rename.next')}
        rules={[{ required: true, whitespace: true, message: t('desk.forms.nameEmpty') }]}
        most={80}
        input={{ autoFocus: true }}
      />
    </UnitForm>
  );
}
