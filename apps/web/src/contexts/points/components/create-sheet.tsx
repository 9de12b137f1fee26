import { drawnKinds, type DrawnKind } from '@changming/domain/points';
import { useQuery } from '@tanstack/react-query';
import { App, Form, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { unitQuery, unitSource } from '../../units/queries.ts';
import { usePointAct } from '../queries.ts';
import { sendPicture } from '../send-picture.ts';
import { createSheet, issueSheet } from '../sheet-queries.ts';
import { PictureField } from './picture-field.tsx';
import { PointPicker } from './point-picker.tsx';

type CreateSheetProps = {
  /** The unit chosen at the left, as a beginning. */
  readonly unitId: string | null;
  readonly onClose: () => void;
  readonly onCreated: (sheetId: string) => void;
};
type Values = {
  readonly unit: PickedUnit;
  readonly pointId?: string | null;
  readonly kind: DrawnKind;
  readonly name: string;
  readonly picture: File;
};

/** 新建图纸 with its first version. Its id is made once, so that a second send makes no second sheet. */
export function CreateSheet({ unitId, onClose, onCreated }: CreateSheetProps) {
  const { t } = useTranslation(['points', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [id] = useState(() => newId());
  const create = usePointAct(async ({ unit, pointId, kind, name, picture }: Values) => {
    await createSheet({ id, unitId: unit.id, pointId: pointId ?? null, kind, name: name.trim() });
    const evidenceId = await sendPicture(picture, { unitId: unit.id, subject: id });
    await issueSheet({ id, evidenceId, note: null });
  });
  const chosen = useQuery({ ...unitQuery(unitId ?? ''), enabled: unitId !== null });
  useEffect(() => {
    if (chosen.data !== undefined && !form.isFieldTouched('unit'))
      form.setFieldValue('unit', { id: chosen.data.id, name: chosen.data.name });
  }, [form, chosen.data]);
  const unit = Form.useWatch('unit', form) as PickedUnit | undefined;
  const finish = (values: Values) =>
    create.mutate(values, {
      onSuccess: () => {
        void message.success(t('desk.sheets.created', { name: values.name }));
        onClose();
        onCreated(id);
      },
    });
  return (
    <FormDrawer
      title={t('desk.sheets.create')}
      submit={t('shell:actions.save')}
      form={form}
      initial={{ kind: 'floorPlan' }}
      busy={create.isPending}
      error={create.error}
      onFinish={finish}
      onClose={onClose}
    >
      <SheetFields unitId={unit?.id ?? null} />
    </FormDrawer>
  );
}

function SheetFields({ unitId }: { readonly unitId: string | null }) {
  const { t } = useTranslation('points');
  return (
    <>
      <Form.Item name="kind" label={t('desk.sheets.kind')} extra={t('desk.sheets.kindHint')}>
        <Select options={drawnKinds.map((kind) => ({ value: kind, label: t(`sheetKinds.${kind}`) }))} />
      </Form.Item>
      <Form.Item name="unit" label={t('desk.unit')} rules={[{ required: true, message: t('desk.unitEmpty') }]}>
        <UnitPicker source={unitSource} />
      </Form.Item>
      <Form.Item name="pointId" label={t('desk.sheets.point')} extra={t('desk.sheets.pointHint')}>
        <PointPicker unitId={unitId} withBelow={false} />
      </Form.Item>
      <Form.Item name="name" label={t('desk.name')} rules={[{ required: true, whitespace: true, message: t('desk.nameEmpty') }]}>
        <Input maxLength={80} placeholder={t('desk.sheets.nameHint')} />
      </Form.Item>
      <Form.Item
        name="picture"
        label={t('desk.sheets.picture')}
        extra={t('desk.sheets.pictureHint')}
        rules={[{ required: true, message: t('desk.sheets.pictureEmpty') }]}
      >
        <PictureField />
      </Form.Item>
    </>
  );
}
