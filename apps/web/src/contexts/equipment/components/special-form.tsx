import { registrations, specialCategories, type SpecialCategory } from '@changming/domain/equipment';
import { useQuery } from '@tanstack/react-query';
import { App, Form, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { PointPicker } from '../../points/components/point-picker.tsx';
import { unitQuery, unitSource } from '../../units/queries.ts';
import { type PickedPerson, PersonPicker } from '../../workforce/components/person-picker.tsx';
import { editSpecial, registerSpecial, type SpecialDetail, useEquipmentAct } from '../queries.ts';

type Values = {
  readonly unit: PickedUnit;
  readonly name: string;
  readonly category: SpecialCategory;
  readonly model?: string;
  readonly ownNo?: string;
  readonly registration: (typeof registrations)[number];
  readonly registerNo?: string;
  readonly useFrom?: string | null;
  readonly pointId?: string | null;
  readonly keeper?: PickedPerson | null;
  readonly remark?: string;
};

type RegisterProps = { readonly unitId: string | null; readonly onClose: () => void; readonly onDone: (id: string) => void };

/** 登记特种设备; its id is made once, so that a second send makes no second machine. */
export function RegisterSpecial({ unitId, onClose, onDone }: RegisterProps) {
  const { t } = useTranslation(['equipment', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [id] = useState(() => newId());
  const register = useEquipmentAct(registerSpecial);
  const chosen = useQuery({ ...unitQuery(unitId ?? ''), enabled: unitId !== null });
  useEffect(() => {
    if (chosen.data !== undefined && !form.isFieldTouched('unit'))
      form.setFieldValue('unit', { id: chosen.data.id, name: chosen.data.name });
  }, [form, chosen.data]);
  const done = (name: string) => {
    void message.success(t('desk.special.registered', { name }));
    onClose();
    onDone(id);
  };
  return (
    <FormDrawer
      title={t('desk.special.register')}
      submit={t('shell:actions.save')}
      form={form}
      initial={{ registration: 'unstated' }}
      busy={register.isPending}
      error={register.error}
      onFinish={(values) => register.mutate({ id, ...toldBy(values) }, { onSuccess: () => done(values.name) })}
      onClose={onClose}
    >
      <SpecialFields />
    </FormDrawer>
  );
}

type EditProps = { readonly machine: SpecialDetail; readonly onClose: () => void };

export function EditSpecial({ machine, onClose }: EditProps) {
  const { t } = useTranslation(['equipment', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const edit = useEquipmentAct(editSpecial);
  const done = () => {
    void message.success(t('desk.edited'));
    onClose();
  };
  return (
    <FormDrawer
      title={t('desk.edit')}
      submit={t('shell:actions.save')}
      form={form}
      initial={valuesOf(machine)}
      busy={edit.isPending}
      error={edit.error}
      onFinish={(values) =>
        edit.mutate({ equipmentId: machine.id, body: { version: machine.version, ...toldBy(values) } }, { onSuccess: done })
      }
      onClose={onClose}
    >
      <SpecialFields point={machine.point} />
    </FormDrawer>
  );
}

function SpecialFields({ point = null }: { readonly point?: string | null }) {
  const { t } = useTranslation('equipment');
  const unit = Form.useWatch<PickedUnit | null | undefined>('unit');
  const choices = <Each extends string>(all: readonly Each[], word: (each: Each) => string) =>
    all.map((value) => ({ value, label: word(value) }));
  return (
    <>
      <Form.Item name="unit" label={t('desk.unit')} rules={[{ required: true, message: t('desk.unitEmpty') }]}>
        <UnitPicker source={unitSource} />
      </Form.Item>
      <Form.Item
        name="name"
        label={t('desk.special.name')}
        extra={t('desk.special.nameHint')}
        rules={[{ required: true, whitespace: true, message: t('desk.nameEmpty') }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="category" label={t('desk.special.category')} rules={[{ required: true, message: t('desk.special.category') }]}>
        <Select options={choices(specialCategories, (each) => t(`categories.${each}`))} />
      </Form.Item>
      <Form.Item name="ownNo" label={t('desk.special.ownNo')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="model" label={t('desk.special.model')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="registration" label={t('desk.special.registration')}>
        <Select options={choices(registrations, (each) => t(`registrations.${each}`))} />
      </Form.Item>
      <Form.Item name="registerNo" label={t('desk.special.registerNo')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="useFrom" label={t('desk.special.useFrom')}>
        <DayPicker />
      </Form.Item>
      <Form.Item name="pointId" label={t('desk.point')}>
        <PointPicker unitId={unit?.id ?? null} known={point} />
      </Form.Item>
      <Form.Item name="keeper" label={t('desk.keeper')}>
        <PersonPicker />
      </Form.Item>
      <Form.Item name="remark" label={t('desk.remark')}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </>
  );
}

function toldBy({ unit, keeper, ...values }: Values) {
  return {
    unitId: unit.id,
    name: values.name.trim(),
    category: values.category,
    model: said(values.model),
    ownNo: said(values.ownNo),
    registration: values.registration,
    registerNo: said(values.registerNo),
    useFrom: values.useFrom ?? null,
    pointId: values.pointId ?? null,
    keeperId: keeper?.id ?? null,
    remark: said(values.remark),
  };
}

function said(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function valuesOf(machine: SpecialDetail): Values {
  const { model, ownNo, registerNo, remark } = machine;
  return {
    unit: { id: machine.unitId, name: machine.unit },
    name: machine.name,
    category: machine.category,
    registration: machine.registration,
    useFrom: machine.useFrom,
    pointId: machine.pointId,
    keeper: machine.keeperId === null ? null : { id: machine.keeperId, name: machine.keeper ?? '' },
    ...(model === null ? {} : { model }),
    ...(ownNo === null ? {} : { ownNo }),
    ...(registerNo === null ? {} : { registerNo }),
    ...(remark === null ? {} : { remark }),
  };
}
