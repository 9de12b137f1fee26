import { owesControlPlan, riskKinds } from '@changming/domain/risks';
import { useQuery } from '@tanstack/react-query';
import { App, Form, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { PointPicker } from '../../points/components/point-picker.tsx';
import { unitQuery, unitSource } from '../../units/queries.ts';
import { PersonPicker } from '../../workforce/components/person-picker.tsx';
import { createRisk, editRisk, regradeRisk, type RiskDetail, useRiskAct } from '../queries.ts';
import { GradingFields, useReckoned } from './grading-fields.tsx';
import { MeasuresField } from './measures-field.tsx';
import { contentOf, emptyValues, type RiskValues, valuesOf } from './risk-values.ts';

type Creating = { readonly how: 'create'; readonly unitId: string | null; readonly onDone: (riskId: string) => void };
type Changing = { readonly how: 'edit' | 'regrade'; readonly risk: RiskDetail };
type RiskFormProps = (Creating | Changing) & { readonly onClose: () => void };

/** 辨识与评价, for a new risk, a draft, or one that is graded anew. The score and the level stand there as they are chosen. */
export function RiskForm(props: RiskFormProps) {
  const { how, onClose } = props;
  const { t } = useTranslation(['risks', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<RiskValues>();
  const [id] = useState(() => ('risk' in props ? props.risk.id : newId()));
  const save = useSave(props, id);
  useBeginning(form, 'risk' in props ? null : props.unitId);
  const unit = Form.useWatch('unit', form) as PickedUnit | undefined;
  const reckoned = useReckoned(form);
  const finish = (values: RiskValues) =>
    save.mutate(values, {
      onSuccess: ({ level }) => {
        void message.success(
          how === 'create' ? t('desk.created', { name: values.name, level: t(`levels.${level}`) }) : t(`desk.done.${how}`),
        );
        onClose();
        if ('onDone' in props) props.onDone(id);
      },
    });
  return (
    <FormDrawer
      title={t(how === 'create' ? 'desk.create' : `desk.actions.${how}`)}
      submit={t('shell:actions.save')}
      form={form}
      initial={'risk' in props ? valuesOf(props.risk, props.how) : emptyValues()}
      busy={save.isPending}
      error={save.error}
      onFinish={finish}
      onClose={onClose}
    >
      <Form.Item name="unit" label={t('desk.unit')} hidden={'risk' in props} rules={[{ required: true, message: t('desk.unitEmpty') }]}>
        <UnitPicker source={unitSource} />
      </Form.Item>
      <WhatFields unitId={unit?.id ?? null} known={'risk' in props ? props.risk.point : null} />
      <GradingFields form={form} reckoned={reckoned} />
      <Form.Item label={t('desk.measures')} extra={t('desk.measuresHint')}>
        <MeasuresField />
      </Form.Item>
      <PlanField isOwed={reckoned !== null && owesControlPlan(reckoned.level)} />
    </FormDrawer>
  );
}

function useSave(props: RiskFormProps, id: string) {
  return useRiskAct(async (values: RiskValues) => {
    const content = contentOf(values);
    if ('risk' in props) return (props.how === 'edit' ? editRisk : regradeRisk)({ id, version: props.risk.version, ...content });
    return createRisk({ id, unitId: values.unit.id, ...content });
  });
}

/** A new risk begins in the unit chosen at the left. */
function useBeginning(form: ReturnType<typeof Form.useForm<RiskValues>>[0], unitId: string | null): void {
  const chosen = useQuery({ ...unitQuery(unitId ?? ''), enabled: unitId !== null });
  useEffect(() => {
    if (chosen.data !== undefined && !form.isFieldTouched('unit'))
      form.setFieldValue('unit', { id: chosen.data.id, name: chosen.data.name });
  }, [form, chosen.data]);
}

function WhatFields({ unitId, known }: { readonly unitId: string | null; readonly known: string | null }) {
  const { t } = useTranslation('risks');
  return (
    <>
      <Form.Item name="name" label={t('desk.name')} rules={[{ required: true, whitespace: true, message: t('desk.nameEmpty') }]}>
        <Input maxLength={80} placeholder={t('desk.nameHint')} />
      </Form.Item>
      <Form.Item name="kind" label={t('desk.kind')}>
        <Select options={riskKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} />
      </Form.Item>
      <Form.Item name="pointId" label={t('desk.point')} extra={t('desk.pointHint')}>
        <PointPicker unitId={unitId} known={known} />
      </Form.Item>
      <Form.Item name="source" label={t('desk.source')} rules={[{ required: true, whitespace: true, message: t('desk.sourceEmpty') }]}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={200} placeholder={t('desk.sourceHint')} />
      </Form.Item>
      <Form.Item name="consequences" label={t('desk.consequences')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="owner" label={t('desk.owner')}>
        <PersonPicker />
      </Form.Item>
    </>
  );
}

function PlanField({ isOwed }: { readonly isOwed: boolean }) {
  const { t } = useTranslation('risks');
  return (
    <Form.Item name="controlPlan" label={t('desk.controlPlan')} extra={t('desk.controlPlanHint')} hidden={!isOwed}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
    </Form.Item>
  );
}
