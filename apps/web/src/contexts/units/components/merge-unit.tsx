import { App, Form } from 'antd';
import { useTranslation } from 'react-i18next';

import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { useMergeUnits } from '../acts.ts';
import { unitSource } from '../queries.ts';
import type { ActProps } from './unit-acts.ts';
import { UnitForm, type Why } from './unit-form.tsx';

type Entered = Why & { readonly into: PickedUnit };

const refusals = {
  'units.not_siblings': 'into',
  'units.inside_itself': 'into',
  'units.closed': 'into',
  'units.not_found': 'into',
  'units.too_deep': 'into',
  'units.no_room': 'into',
  'units.name_taken': 'into',
} as const;

/** 合并 into another unit of the same kind. */
export function MergeUnit({ unit, onClose, onGo }: ActProps) {
  const { t } = useTranslation('units');
  const { message } = App.useApp();
  const [form] = Form.useForm<Entered>();
  const merge = useMergeUnits(unit.id);
  const submit = ({ into, on, reason }: Entered) =>
    merge.mutate(
      { intoId: into.id, on, reason },
      {
        onSuccess: () => {
          void message.success(t('desk.forms.merge.done', { name: unit.name, into: into.name }));
          onGo(into.id);
        },
      },
    );
  return (
    <UnitForm<Entered>
      form={form}
      title={t('desk.forms.merge.title', { name: unit.name })}
      lead={t('desk.forms.merge.lead')}
      warning={t('desk.forms.merge.warning')}
      submit={t('desk.forms.merge.submit')}
      danger
      busy={merge.isPending}
      error={merge.error}
      refusals={refusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item
        name="into"
        label={t('desk.forms.merge.into')}
        extra={t('desk.forms.merge.intoHint')}
        rules={[{ required: true, message: t('desk.forms.merge.intoEmpty') }]}
      >
        <UnitPicker source={unitSource} />
      </Form.Item>
    </UnitForm>
  );
}
