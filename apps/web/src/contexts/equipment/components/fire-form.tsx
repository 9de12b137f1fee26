import { fireConditions, fireKinds, type FireCondition, type FireKind, isMonthOrDay } from '@changming/domain/equipment';
import { useQuery } from '@tanstack/react-query';
import { App, Form, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { PointPicker } from '../../points/components/point-picker.tsx';
import { unitQuery, unitSource } from '../../units/queries.ts';
import { type PickedPerson, PersonPicker } from '../../workforce/components/person-picker.tsx';
import { editFire, type FireDetail, registerFire, useEquipmentAct } from '../queries.ts';

type NewCondition = Exclude<FireCondition, 'scrapped'>;
const newConditions = fireConditions.filter((condition): condition is NewCondition => condition !== 'scrapped');

type Values = {
  readonly unit: PickedUnit;
  readonly no?: string;
  readonly kind: FireKind;
  readonly model?: string;
  readonly place?: string;
  readonly pointId?: string | null;
  readonly madeOn?: string;
  readonly servicedOn?: string;
  readonly scrapStatedOn?: string;
  readonly keeper?: PickedPerson | null;
  readonly remark?: string;
  readonly condition?: NewCondition;
};

type RegisterProps = { readonly unitId: string | null; readonly onClose: () => void; readonly onDone: (id: string) => void };

/** 登记消防器材; its id is made once, so that a second send makes no second piece. */
export function RegisterFire({ unitId, onClose, onDone }: RegisterProps) {
  const { t } = useTranslation(['equipment', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [id] = useState(() => newId());
  const register = useEquipmentAct(registerFire);
  const chosen = useQuery({ ...unitQuery(unitId ?? ''), enabled: unitId !== null });
  useEffect(() => {
    if (chosen.data !== undefined && !form.isFieldTouched('unit'))
      form.setFieldValue('unit', { id: chosen.data.id, name: chosen.data.name });
  }, [form, chosen.data]);
  const done = () => {
    void message.success(t('desk.fire.registered'));
    onClose();
    onDone(id);
  };
  return (
    <FormDrawer
      title={t('desk.fire.register')}
      submit={t('shell:actions.save')}
      form={form}
      initial={{ condition: 'intact' }}
      busy={register.isPending}
      error={register.error}
      onFinish={({ condition = 'intact', ...values }) =>
        register.mutate({ id, condition, ...toldBy(values), name: null }, { onSuccess: done })
      }
      onClose={onClose}
    >
      <FireFields />
      <Form.Item name="condition" label={t('desk.fire.condition')}>
        <Select options={newConditions.map((value) => ({ value, label: t(`conditions.${value}`) }))} />
      </Form.Item>
    </FormDrawer>
  );
}

type EditProps = { readonly piece: FireDetail; readonly onClose: () => void };

export function EditFire({ piece, onClose }: EditProps) {
  const { t } = useTranslation(['equipment', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const edit = useEquipmentAct(editFire);
  const done = () => {
    void message.success(t('desk.edited'));
    onClose();
  };
  return (
    <FormDrawer
      title={t('desk.edit')}
      submit={t('shell:actions.save')}
      form={form}
      initial={valuesOf(piece)}
      busy={edit.isPending}
      error={edit.error}
      onFinish={(values) =>
        edit.mutate({ equipmentId: piece.id, body: { version: piece.version, ...toldBy(values), name: piece.name } }, { onSuccess: done })
      }
      onClose={onClose}
    >
      <FireFields point={piece.point} />
    </FormDrawer>
  );
}

function FireFields({ point = null }: { readonly point?: string | null }) {
  const { t } = useTranslation('equipment');
  const unit = Form.useWatch<PickedUnit | null | undefined>('unit');
  return (
    <>
      <Form.Item name="unit" label={t('desk.unit')} rules={[{ required: true, message: t('desk.unitEmpty') }]}>
        <UnitPicker source={unitSource} />
      </Form.Item>
      <Form.Item name="no" label={t('desk.fire.no')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="kind" label={t('desk.fire.kind')} rules={[{ required: true, message: t('desk.fire.kind') }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={fireKinds.map((value) => ({ value, label: t(`fireKinds.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="model" label={t('desk.fire.model')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="place" label={t('desk.fire.place')}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="pointId" label={t('desk.point')} extra={t('desk.pointHint')}>
        <PointPicker unitId={unit?.id ?? null} known={point} />
      </Form.Item>
      <MonthField name="madeOn" label={t('desk.fire.madeOn')} hint={t('desk.fire.monthHint')} />
      <MonthField name="servicedOn" label={t('desk.fire.servicedOn')} hint={t('desk.fire.monthHint')} />
      <MonthField name="scrapStatedOn" label={t('desk.fire.scrapStatedOn')} hint={t('desk.fire.scrapStatedHint')} />
      <Form.Item name="keeper" label={t('desk.keeper')}>
        <PersonPicker />
      </Form.Item>
      <Form.Item name="remark" label={t('desk.remark')}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </>
  );
}

type MonthFieldProps = { readonly name: string; readonly label: string; readonly hint: string };

/** A date as precise as the label: `2024-07` or `2024-07-15`. */
function MonthField({ name, label, hint }: MonthFieldProps) {
  const { t } = useTranslation('equipment');
  const fits = async (_: unknown, value: string | undefined) => {
    const typed = value?.trim() ?? '';
    if (typed !== '' && !isMonthOrDay(typed)) throw new Error(t('desk.fire.monthWrong'));
  };
  return (
    <Form.Item name={name} label={label} extra={hint} rules={[{ validator: fits }]}>
      <Input maxLength={10} inputMode="numeric" />
    </Form.Item>
  );
}

function toldBy({ unit, keeper, ...values }: Omit<Values, 'condition'>) {
  return {
    unitId: unit.id,
    no: said(values.no),
    kind: values.kind,
    model: said(values.model),
    place: said(values.place),
    pointId: values.pointId ?? null,
    madeOn: said(values.madeOn),
    servicedOn: said(values.servicedOn),
    scrapStatedOn: said(values.scrapStatedOn),
    keeperId: keeper?.id ?? null,
    remark: said(values.remark),
  };
}

function said(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function valuesOf(piece: FireDetail): Values {
  const texts = ['no', 'model', 'place', 'madeOn', 'servicedOn', 'scrapStatedOn', 'remark'] as const;
  const told = Object.fromEntries(texts.flatMap((name) => (piece[name] === null ? [] : [[name, piece[name]]])));
  return {
    ...told,
    unit: { id: piece.unitId, name: piece.unit },
    kind: piece.kind,
    pointId: piece.pointId,
    keeper: piece.keeperId === null ? null : { id: piece.keeperId, name: piece.keeper ?? '' },
  };
}
