import { type GradingMethod, type MeasureKind, owesControlPlan, type RiskKind, riskKinds } from '@changming/domain/risks';
import { useQuery } from '@tanstack/react-query';
import { App, Form, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { dayOf } from '../../../ui/dates.ts';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { PointPicker } from '../../points/components/point-picker.tsx';
import { unitQuery, unitSource } from '../../units/queries.ts';
import { type PickedPerson, PersonPicker } from '../../workforce/components/person-picker.tsx';
import { type ChangedRisk, createRisk, editRisk, regradeRisk, type RiskDetail, useRiskAct } from '../queries.ts';
import { GradingFields, useReckoned } from './grading-fields.tsx';
import { MeasuresField } from './measures-field.tsx';

type Creating = { readonly how: 'create'; readonly unitId: string | null; readonly onDone: (riskId: string) => void };
type Changing = { readonly how: 'edit' | 'regrade'; readonly risk: RiskDetail };
type RiskFormProps = (Creating | Changing) & { readonly onClose: () => void };

export type RiskValues = {
  readonly unit: PickedUnit;
  readonly name: string;
  readonly kind: RiskKind;
  readonly pointId?: string | null;
  readonly source: string;
  readonly consequences?: string | null;
  readonly owner?: PickedPerson | null;
  readonly measures: readonly { readonly id?: string; readonly kind: MeasureKind; readonly text: string }[];
  readonly controlPlan?: string | null;
  readonly method: GradingMethod;
  readonly likelihood: string;
  readonly exposure?: string | null;
  readonly consequence: string;
  readonly directMajor?: ChangedRisk['grading']['directMajor'];
  readonly assessedOn: string;
  readonly note?: string | null;
};

/** 辨识与评价, for a new risk, a draft, or one that is graded anew. The score and the level stand there as they are chosen. */
export function RiskForm(props: RiskFormProps) {
  const { how, onClose } = props;
  const { t } = useTranslation(['risks', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<RiskValues>();
  const [id] = useState(() => ('risk' in props ? props.risk.id : newId()));
  const save = useRiskAct(async (values: RiskValues) => {
    const content = contentOf(values);
    if ('risk' in props) return (how === 'edit' ? editRisk : regradeRisk)({ id, version: props.risk.version, ...content });
    return createRisk({ id, unitId: values.unit.id, ...content });
  });
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
      initial={
        'risk' in props
          ? valuesOf(props.risk, how)
          : { kind: 'equipment', method: 'lec', assessedOn: dayOf(new Date()), measures: [{ kind: 'engineering', text: '' }] }
      }
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
      <Form.Item
        name="controlPlan"
        label={t('desk.controlPlan')}
        extra={t('desk.controlPlanHint')}
        hidden={reckoned === null || !owesControlPlan(reckoned.level)}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
    </FormDrawer>
  );
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

function contentOf({ unit: _, owner, method, likelihood, exposure, consequence, directMajor, assessedOn, note, ...rest }: RiskValues) {
  const { name, kind, pointId, source, consequences, measures, controlPlan } = rest;
  return {
    name: name.trim(),
    kind,
    pointId: pointId ?? null,
    source: source.trim(),
    consequences: consequences?.trim() || null,
    ownerId: owner?.id ?? null,
    controlPlan: controlPlan?.trim() || null,
    measures: measures.filter(({ text }) => text.trim() !== '').map((measure) => ({ ...measure, text: measure.text.trim() })),
    grading: {
      method,
      likelihood,
      exposure: method === 'lec' ? (exposure ?? null) : null,
      consequence,
      directMajor: directMajor ?? null,
      assessedOn,
      note: note?.trim() || null,
    },
  };
}

function valuesOf(risk: RiskDetail, how: 'create' | 'edit' | 'regrade'): Partial<RiskValues> {
  const [last] = risk.gradings;
  const { name, kind, pointId, source, consequences, controlPlan, measures } = risk;
  return {
    unit: { id: risk.unitId, name: risk.unit },
    name,
    kind,
    pointId,
    source,
    consequences,
    controlPlan,
    measures,
    owner: risk.ownerId === null ? null : { id: risk.ownerId, name: risk.owner ?? '' },
    ...(last === undefined
      ? {}
      : {
          method: last.method,
          likelihood: last.likelihood,
          exposure: last.exposure,
          consequence: last.consequence,
          directMajor: last.directMajor,
        }),
    assessedOn: how === 'edit' && last !== undefined ? last.assessedOn : dayOf(new Date()),
    note: how === 'edit' ? (last?.note ?? null) : null,
  };
}
