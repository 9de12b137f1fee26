import { App, Form } from 'antd';
import { useTranslation } from 'react-i18next';

import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { useMoveUnit } from '../acts.ts';
import { unitSource } from '../queries.ts';
import type { ActProps } from './unit-acts.ts';
import { UnitForm, type Why } from './unit-form.tsx';

type Entered = Why & { readonly parent: PickedUnit };

const refusals = {
  'units.inside_itself': 'parent',
  'units.kind_below': 'parent',
  'units.parent_closed': 'parent',
  'units.closed': 'parent',
  'units.already_there': 'parent',
  'units.too_deep': 'parent',
  'units.no_room': 'parent',
  'units.not_found': 'parent',
  'units.name_taken': 'parent',
} as const;

/** 划转: the new parent down the tree or by search. */
export function MoveUnit({ unit, onClose }: ActProps) {
  const { t } = useTranslation('units');
  const { message } = App.useApp();
  const [form] = Form.useForm<Entered>();
  const move = useMoveUnit(unit.id);
  const submit = ({ parent, on, reason }: Entered) =>
    move.mutate(
      { parentId: parent.id, on, reason },
      {
        onSuccess: () => {
          void message.success(t('desk.forms.move.done', { name: unit.name }));
          onClose();
        },
      },
    );
  return (
    <UnitForm<Entered>
      form={form}
      title={t('desk.forms.move.title', { name: unit.name })}
      lead={t('desk.forms.move.lead')}
      submit={t('desk.forms.move.submit')}
      busy={move.isPending}
      error={move.error}
      refusals={refusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="parent" label={t('desk.forms.move.parent')} rules={[{ required: true, message: t('desk.forms.move.parentEmpty') }]}>
        <UnitPicker source={unitSource} />
      </Form.Item>
    </UnitForm>
  );
}
