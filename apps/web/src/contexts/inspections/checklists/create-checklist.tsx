import { keyAreas } from '@changming/domain/hazards';
import { roundKinds } from '@changming/domain/inspections';
import { App, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { unitSource } from '../../units/queries.ts';
import { type ChecklistDetail, createChecklist, type NewChecklist, useInspectionAct } from '../checklist-queries.ts';

type Values = {
  readonly unit: PickedUnit;
  readonly code: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly kind: NewChecklist['kind'];
  readonly keyArea: NewChecklist['keyArea'];
};
type CreateChecklistProps = {
  /** 扩展: its items come first, and its newer versions are followed. */
  readonly base: Pick<ChecklistDetail, 'id' | 'name' | 'code' | 'kind' | 'keyArea'> | null;
  readonly onClose: () => void;
  readonly onCreated: (checklistId: string) => void;
};

/** 新建检查表, or 扩展 of one: the id is made once, so that a second send makes no second checklist. */
export function CreateChecklist({ base, onClose, onCreated }: CreateChecklistProps) {
  const { t } = useTranslation(['inspections', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [id] = useState(() => newId());
  const create = useInspectionAct(createChecklist);
  const finish = ({ unit, code, name, nameEn, ...rest }: Values) =>
    create.mutate(
      { id, unitId: unit.id, code: code.trim(), name: name.trim(), nameEn: wordsOrNull(nameEn), baseId: base?.id ?? null, ...rest },
      {
        onSuccess: () => {
          void message.success(t('desk.checklist.created', { name }));
          onClose();
          onCreated(id);
        },
      },
    );
  const initial: Partial<Values> =
    base === null
      ? { kind: 'inspection', keyArea: 'other' }
      : { kind: base.kind, keyArea: base.keyArea, code: `${base.code}-E`, name: t('desk.checklist.extensionName', { name: base.name }) };
  return (
    <FormDrawer
      title={base === null ? t('desk.checklists.create') : t('desk.checklist.extendTitle', { name: base.name })}
      submit={t('shell:actions.save')}
      form={form}
      initial={initial}
      busy={create.isPending}
      error={create.error}
      onFinish={finish}
      onClose={onClose}
    >
      {base !== null && <p className="inspections-quiet">{t('desk.checklist.extendNote')}</p>}
      <Form.Item name="unit" label={t('desk.checklists.owner')} rules={[{ required: true, message: t('desk.plan.unitEmpty') }]}>
        <UnitPicker source={unitSource} />
      </Form.Item>
      <ChecklistFields fixed={base !== null} />
    </FormDrawer>
  );
}

function ChecklistFields({ fixed }: { readonly fixed: boolean }) {
  const { t } = useTranslation(['inspections', 'hazards']);
  const needed = [{ required: true, whitespace: true, message: t('desk.empty') }];
  return (
    <>
      <Form.Item name="name" label={t('desk.checklists.name')} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="nameEn" label={t('desk.checklist.nameEn')}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="code" label={t('desk.checklists.code')} extra={t('desk.checklist.codeHint')} rules={needed}>
        <Input maxLength={24} />
      </Form.Item>
      <Form.Item name="kind" label={t('desk.kind')}>
        <Select disabled={fixed} options={roundKinds.map((kind) => ({ value: kind, label: t(`roundKinds.${kind}`) }))} />
      </Form.Item>
      <Form.Item name="keyArea" label={t('desk.keyArea')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={keyAreas.map((area) => ({ value: area, label: t(`hazards:keyAreas.${area}`) }))}
        />
      </Form.Item>
    </>
  );
}

function wordsOrNull(typed: string | undefined): string | null {
  return typed === undefined || typed.trim() === '' ? null : typed.trim();
}
