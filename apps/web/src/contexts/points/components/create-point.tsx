import { useQuery } from '@tanstack/react-query';
import { App, Form, type FormInstance } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { dayOf } from '../../../ui/dates.ts';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { unitQuery, unitSource } from '../../units/queries.ts';
import { type PickedPerson, PersonPicker } from '../../workforce/components/person-picker.tsx';
import { type KeeperGate, useKeeperGate } from '../gate-of-keeper.ts';
import { createPoint, overrideOf, usePointAct } from '../queries.ts';
import { KeeperObjections } from './keeper-gate.tsx';
import { PointFields, pointOf, type PointValues } from './point-fields.tsx';

type CreatePointProps = {
  /** The unit chosen at the left, as a beginning. */
  readonly unitId: string | null;
  readonly onClose: () => void;
  readonly onCreated: (pointId: string) => void;
};
type Values = PointValues & { readonly unit: PickedUnit; readonly keeper?: PickedPerson | null; readonly reason?: string };

/** 新设点位; its id is made once, so that a second send makes no second point. */
export function CreatePoint({ unitId, onClose, onCreated }: CreatePointProps) {
  const { t } = useTranslation(['points', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [id] = useState(() => newId());
  const create = usePointAct(createPoint);
  const lifts = mayAnywhere(useMe(), 'workforce.override');
  const gate = useGateOf(form);
  const chosen = useQuery({ ...unitQuery(unitId ?? ''), enabled: unitId !== null });
  useEffect(() => {
    if (chosen.data !== undefined && !form.isFieldTouched('unit'))
      form.setFieldValue('unit', { id: chosen.data.id, name: chosen.data.name });
  }, [form, chosen.data]);
  const finish = ({ unit, keeper, reason, ...values }: Values) => {
    const kept = keeper == null ? {} : { keeper: { keeperId: keeper.id, from: dayOf(new Date()), ...overrideOf(reason) } };
    create.mutate(
      { id, unitId: unit.id, ...pointOf(values), ...kept },
      {
        onSuccess: (point) => {
          void message.success(t('desk.created', { name: values.name }));
          onClose();
          onCreated(point.id);
        },
      },
    );
  };
  return (
    <FormDrawer
      title={t('desk.create')}
      submit={t('shell:actions.save')}
      form={form}
      initial={{ kind: 'other' }}
      busy={create.isPending}
      objection={lifts ? null : gate.closed}
      error={create.error}
      onFinish={finish}
      onClose={onClose}
    >
      <Form.Item name="unit" label={t('desk.unit')} rules={[{ required: true, message: t('desk.unitEmpty') }]}>
        <UnitPicker source={unitSource} />
      </Form.Item>
      <PointFields />
      <Form.Item name="keeper" label={t('desk.keeper')} extra={t('desk.keeperHint')}>
        <PersonPicker />
      </Form.Item>
      <KeeperObjections gate={gate} lifts={lifts} />
    </FormDrawer>
  );
}

/** Whether whoever is chosen may keep it, once there is a unit. */
function useGateOf(form: FormInstance<Values>): KeeperGate {
  const [unit, keeper] = [Form.useWatch('unit', form), Form.useWatch('keeper', form)];
  const from = unit === undefined ? undefined : dayOf(new Date());
  return useKeeperGate({ unitId: unit?.id ?? '', keeper, from, act: 'keep' });
}
