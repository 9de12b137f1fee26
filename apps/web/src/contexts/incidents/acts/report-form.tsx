import * as contract from '@changming/contract/incidents';
import { Checkbox, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { call } from '../../../api/call.ts';
import { newId } from '../../../api/new-id.ts';
import { type FieldSpec, FieldsDrawer } from '../../../ui/fields-drawer.tsx';
import { MomentField } from '../../../ui/moment-field.tsx';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { unitSource } from '../../units/queries.ts';
import { useAfterAct } from '../queries.ts';

type Values = {
  readonly unit: PickedUnit;
  readonly occurredAt: string;
  readonly place?: string;
  readonly text: string;
  readonly deaths: number;
  readonly serious: number;
  readonly minor: number;
  readonly firstAid: number;
  readonly missing: number;
  readonly fire: boolean;
  readonly fireBrigadeCalled: boolean;
  readonly relatedParty: boolean;
};

const harmed = ['deaths', 'serious', 'minor', 'firstAid', 'missing'] as const;
const flags = ['fire', 'fireBrigadeCalled', 'relatedParty'] as const;
const nobody = { deaths: 0, serious: 0, minor: 0, firstAid: 0, missing: 0, fire: false, fireBrigadeCalled: false, relatedParty: false };

/** 快报 at the desk: where, when, what and how many; the rest is filled in afterwards. */
export function ReportForm({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: (id: string) => void }) {
  const { t } = useTranslation('incidents');
  const after = useAfterAct();
  const [id] = useState(() => newId());
  const fields: FieldSpec[] = [
    { name: 'unit', label: t('phone.unit'), required: true, control: <UnitPicker source={unitSource} /> },
    { name: 'occurredAt', label: t('phone.when'), required: true, control: <MomentField /> },
    { name: 'place', label: t('phone.place'), control: <Input maxLength={80} placeholder={t('phone.placeHint')} /> },
    {
      name: 'text',
      label: t('phone.text'),
      required: true,
      control: <Input.TextArea autoSize={{ minRows: 3 }} maxLength={1000} />,
    },
    ...harmed.map((name) => ({ name, label: t(`phone.${name}`), control: <InputNumber min={0} max={500} precision={0} /> })),
    ...flags.map((name) => ({ name, label: '', ticked: true, control: <Checkbox>{t(`phone.${name}`)}</Checkbox> })),
  ];
  const act = async ({ unit, place, ...told }: Values) => {
    await call(contract.reportIncident, {
      body: { id, unitId: unit.id, place: place?.trim() || null, ...told },
      idempotencyKey: id,
    });
    await after();
    onDone(id);
  };
  return (
    <FieldsDrawer<Values>
      title={t('desk.report.act')}
      lead={t('phone.lead')}
      submit={t('phone.send')}
      done={t('desk.report.done')}
      fields={fields}
      initial={nobody}
      act={act}
      onClose={onClose}
    />
  );
}
