import { useQuery } from '@tanstack/react-query';
import { App, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { ProblemError } from '../../../api/problem-error.ts';
import { dayOf } from '../../../ui/dates.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { UnitPicker } from '../../../ui/unit-picker.tsx';
import { unitQuery, unitSource } from '../../units/queries.ts';
import { checklistsQuery, useInspectionAct } from '../checklist-queries.ts';
import { createPlan, editPlan, type PlanDetail } from '../plan-queries.ts';
import { checklistName } from '../words.ts';
import { CadenceFields } from './cadence-fields.tsx';
import { DoerFields } from './doer-fields.tsx';
import { PlaceFields } from './place-fields.tsx';
import { newPlanValues, planValuesOf, type PlanValues, saidOf } from './plan-values.ts';
import './plans.css';

type CreatePlanProps = {
  /** The unit chosen at the left, as a beginning. */
  readonly unitId: string | null;
  /** What it begins with besides. */
  readonly begin?: Partial<PlanValues>;
  readonly onClose: () => void;
  readonly onSaved: (planId: string) => void;
};

/** 新建计划 */
export function CreatePlan({ unitId, begin = {}, onClose, onSaved }: CreatePlanProps) {
  const { t } = useTranslation('inspections');
  const [id] = useState(() => newId());
  const create = useInspectionAct(createPlan);
  const chosen = useQuery({ ...unitQuery(unitId ?? ''), enabled: unitId !== null });
  if (unitId !== null && chosen.isPending) return null;
  const unit = chosen.data === undefined ? {} : { unit: { id: chosen.data.id, name: chosen.data.name } };
  return (
    <PlanForm
      title={t('desk.plans.create')}
      initial={{ ...newPlanValues(dayOf(new Date())), ...unit, ...begin }}
      busy={create.isPending}
      error={create.error}
      onFinish={(values, done) => {
        const { unit: at, checklistId, from } = values;
        create.mutate({ id, unitId: at.id, checklistId, from, ...saidOf(values) }, { onSuccess: () => done(() => onSaved(id)) });
      }}
      onClose={onClose}
    />
  );
}

type EditPlanProps = { readonly plan: PlanDetail; readonly onClose: () => void };

/** 修改计划: what stands already stays as it is. */
export function EditPlan({ plan, onClose }: EditPlanProps) {
  const { t } = useTranslation('inspections');
  const edit = useInspectionAct(editPlan);
  return (
    <PlanForm
      fixed
      title={t('desk.plans.edit')}
      initial={planValuesOf(plan)}
      busy={edit.isPending}
      error={edit.error}
      onFinish={(values, done) =>
        edit.mutate({ id: plan.id, version: plan.version, ...saidOf(values) }, { onSuccess: () => done(() => undefined) })
      }
      onClose={onClose}
    />
  );
}

type PlanFormProps = {
  /** Whose it is, which checklist and from when cannot be changed any more. */
  readonly fixed?: boolean;
  readonly title: string;
  readonly initial: Partial<PlanValues>;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onFinish: (values: PlanValues, done: (then: () => void) => void) => void;
  readonly onClose: () => void;
};

function PlanForm({ fixed = false, title, initial, busy, error, onFinish, onClose }: PlanFormProps) {
  const { t } = useTranslation(['inspections', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<PlanValues>();
  const done = (then: () => void) => {
    void message.success(t('desk.plans.saved'));
    onClose();
    then();
  };
  return (
    <FormDrawer
      title={title}
      submit={t('shell:actions.save')}
      form={form}
      initial={initial}
      busy={busy}
      error={error}
      onFinish={() => onFinish(form.getFieldsValue(true) as PlanValues, done)}
      onClose={onClose}
    >
      {fixed && <p className="inspections-quiet">{t('desk.plans.editNote')}</p>}
      <What fixed={fixed} />
      <PlaceFields />
      <CadenceFields />
      <RestAndGrace />
      <DoerFields />
      <Term fixed={fixed} />
      <Insist asked={fallsShort(error) || (initial.insist ?? '') !== ''} />
    </FormDrawer>
  );
}

/** 频次不足: the API says so; with a reason it is saved all the same. */
function Insist({ asked }: { readonly asked: boolean }) {
  const { t } = useTranslation('inspections');
  if (!asked) return null;
  return (
    <Form.Item name="insist" label={t('desk.plan.insist')} extra={t('desk.plan.insistHint')}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={200} />
    </Form.Item>
  );
}

function fallsShort(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'inspections.plan_falls_short';
}

function What({ fixed }: { readonly fixed: boolean }) {
  const { t, i18n } = useTranslation('inspections');
  const lists = (useQuery(checklistsQuery()).data?.items ?? []).filter(({ number, retiredOn }) => number !== null && retiredOn === null);
  return (
    <>
      <Form.Item name="unit" label={t('desk.unit')} rules={[{ required: true, message: t('desk.plan.unitEmpty') }]}>
        <UnitPicker source={unitSource} disabled={fixed} />
      </Form.Item>
      <Form.Item name="checklistId" label={t('desk.checklist.title')} rules={[{ required: true, message: t('desk.choose') }]}>
        <Select
          disabled={fixed}
          showSearch={{ optionFilterProp: 'label' }}
          options={lists.map((list) => ({ value: list.id, label: `${checklistName(list, i18n.language)} ${list.code} · ${list.unit}` }))}
        />
      </Form.Item>
      <Form.Item name="name" label={t('desk.plan.name')} rules={[{ required: true, whitespace: true, message: t('desk.empty') }]}>
        <Input maxLength={60} placeholder={t('desk.plan.nameHint')} />
      </Form.Item>
    </>
  );
}

const graces = [0, 15, 30, 60, 120, 480, 1440, 4320];

function RestAndGrace() {
  const { t } = useTranslation('inspections');
  const rests = (['skip', 'keep'] as const).map((value) => ({ value, label: t(`restDays.${value}`) }));
  const graceOptions = graces.map((value) => ({ value, label: value === 0 ? t('desk.plan.noGrace') : graceWords(value) }));
  return (
    <>
      <Form.Item name="restDays" label={t('desk.plan.restDays')}>
        <Radio.Group optionType="button" options={rests} />
      </Form.Item>
      <Form.Item name="graceMinutes" label={t('desk.plan.grace')} extra={t('desk.plan.graceHint')}>
        <Select options={graceOptions} />
      </Form.Item>
    </>
  );

  function graceWords(minutes: number): string {
    return minutes < 60 ? t('desk.plan.minutes', { count: minutes }) : t('desk.plan.hours', { count: minutes / 60 });
  }
}

function Term({ fixed }: { readonly fixed: boolean }) {
  const { t } = useTranslation('inspections');
  return (
    <>
      <Form.Item name="from" label={t('desk.plan.from')} rules={[{ required: true, message: t('desk.choose') }]}>
        <DayPicker disabled={fixed} />
      </Form.Item>
      <Form.Item name="until" label={t('desk.plan.until')} extra={t('desk.plan.untilHint')}>
        <DayPicker />
      </Form.Item>
    </>
  );
}
