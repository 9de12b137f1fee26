import * as contract from '@changming/contract/hazards';
import {
  type HazardCategory,
  hazardCategories,
  type HazardLevel,
  hazardLevels,
  type KeyArea,
  keyAreas,
  type SendBackReason,
  sendBackReasons,
} from '@changming/domain/hazards';
import { Form, Select } from 'antd';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';

import { call } from '../../../api/call.ts';
import type { RefusedFields } from '../../../ui/refused-at.ts';
import type { DeskPhoto } from '../photos/desk-photo.ts';
import type { HazardDetail } from '../queries.ts';
import { type ActForm, actForm, arrived, said, type Told } from './act-form.ts';
import { beforeBody, BeforeFields, beforeRefusedAt, type BeforeValues } from './before-fields.tsx';
import { Chips, Day, Money, Photos, today, Words } from './fields.tsx';
import { PlanFields } from './plan-fields.tsx';
import { dueOnFor, inFen, mayWaive, missingField, type PlanValues, planBody, plannedValues, proposedPlan } from './plan-values.ts';

type TriageValues = PlanValues & { readonly level: HazardLevel; readonly category: HazardCategory; readonly keyArea: KeyArea };

/** The template of measures for a category, to begin with. */
export function templateFor(category: HazardCategory): string {
  return i18next.t(`measureTemplates.${category}`, { ns: 'hazards' });
}

function TriageFields({ hazard }: Told) {
  const { t } = useTranslation('hazards');
  const form = Form.useFormInstance<TriageValues>();
  const level = Form.useWatch<HazardLevel | undefined>('level') ?? hazard.proposal?.level;
  const follow = (chosen: HazardLevel) => {
    const moved = dueOnFor(hazard.proposal, { chosen, dueOn: form.getFieldValue('dueOn') as string | null });
    if (moved !== undefined) form.setFieldValue('dueOn', moved);
  };
  const choices = <Value extends string>(values: readonly Value[], labelOf: (value: Value) => string) => (
    <Select options={values.map((value) => ({ value, label: labelOf(value) }))} showSearch={{ optionFilterProp: 'label' }} />
  );
  return (
    <>
      <Chips name="level" label={t('desk.fields.level')} values={hazardLevels} labelOf={(each) => t(`levels.${each}`)} onChoose={follow} />
      <div className="act-form__pair">
        <Form.Item name="category" label={t('desk.fields.category')}>
          {choices(hazardCategories, (each) => t(`categories.${each}`))}
        </Form.Item>
        <Form.Item name="keyArea" label={t('desk.facts.keyArea')}>
          {choices(keyAreas, (each) => t(`keyAreas.${each}`))}
        </Form.Item>
      </div>
      <PlanFields waivable={mayWaive(level)} />
    </>
  );
}

function AssignFields({ hazard }: Told) {
  return <PlanFields waivable={mayWaive(hazard.level)} />;
}

function ReplanFields({ hazard }: Told) {
  return <PlanFields dueFixed={hazard.plan.dueOn !== null} waivable={mayWaive(hazard.level)} />;
}

/** At which field of a plan each refusal of it stands. */
function planRefusedAt(values: PlanValues, level: HazardLevel | null): RefusedFields {
  const missing = missingField(values, level);
  return {
    'hazards.assignment_incomplete': missing,
    'hazards.plan_incomplete': missing,
    'hazards.deadline_past': 'dueOn',
    'hazards.deadline_too_late': 'dueOn',
  };
}

/** 定级并下达: what the rules propose, confirmed or changed. */
const register = actForm<TriageValues>({
  Fields: TriageFields,
  initial: (hazard) => ({
    level: hazard.level ?? hazard.proposal?.level ?? 'workshop',
    category: hazard.category,
    keyArea: hazard.proposal?.keyArea ?? hazard.keyArea,
    ...proposedPlan(hazard, templateFor(hazard.category)),
  }),
  send: ({ id: hazardId, proposal, category: reported }, { level, category, keyArea, ...plan }) => {
    const asReported = category === reported && proposal !== null;
    const rules = asReported ? { factor: proposal.factor as never, clauseIds: proposal.clauseIds } : {};
    const waived = mayWaive(level) ? (plan.waived ?? []) : [];
    return call(contract.triageHazard, {
      params: { hazardId },
      body: { level, category, keyArea, ...rules, plan: planBody({ ...plan, waived }) },
    });
  },
  refusedAt: (values) => planRefusedAt(values, values.level),
});

const assign = actForm<PlanValues>({
  Fields: AssignFields,
  initial: (hazard) => proposedPlan(hazard, templateFor(hazard.category)),
  send: ({ id: hazardId }, values) => call(contract.assignHazard, { params: { hazardId }, body: { plan: planBody(values) } }),
  refusedAt: (values, { level }) => planRefusedAt(values, level),
});

const replan = actForm<PlanValues>({
  Fields: ReplanFields,
  initial: ({ plan }) => plannedValues(plan),
  send: ({ id: hazardId }, values) => call(contract.replanHazard, { params: { hazardId }, body: { plan: planBody(values) } }),
  refusedAt: (values, { level }) => planRefusedAt(values, level),
});

const start = actForm({ send: ({ id: hazardId }) => call(contract.startHazard, { params: { hazardId }, body: {} }) });

type WorkValues = BeforeValues & { readonly photos: readonly DeskPhoto[]; readonly measures?: string; readonly spent?: number | null };

const submit = actForm<WorkValues>({
  Fields: ({ hazard }) => (
    <>
      <BeforeFields hazard={hazard} />
      <Photos />
      <Words name="measures" />
      <Money name="spent" />
    </>
  ),
  initial: ({ plan }) => ({ measures: plan.measures ?? '' }),
  send: async (hazard, { photos, measures, spent, ...before }) => {
    const supplied = await beforeBody(hazard, before);
    const body = { ...supplied, photos: await arrived(hazard, photos), ...said('measures', measures), spent: inFen(spent) };
    return call(contract.submitHazard, { params: { hazardId: hazard.id }, body });
  },
  refusedAt: () => beforeRefusedAt,
});

const fixOnTheSpot = actForm<WorkValues>({
  Fields: ({ hazard }) => (
    <>
      <BeforeFields hazard={hazard} />
      <Photos />
      <Words name="measures" required />
    </>
  ),
  initial: ({ category }) => ({ measures: templateFor(category) }),
  send: async (hazard, { photos, measures = '', ...before }) => {
    const supplied = await beforeBody(hazard, before);
    const body = { ...supplied, photos: await arrived(hazard, photos), measures };
    return call(contract.fixOnTheSpot, { params: { hazardId: hazard.id }, body });
  },
  refusedAt: () => beforeRefusedAt,
});

type SendBackValues = { readonly reason: SendBackReason; readonly note?: string };

function SendBackFields() {
  const { t } = useTranslation('hazards');
  const other = Form.useWatch<SendBackReason | undefined>('reason') === 'other';
  return (
    <>
      <Chips
        name="reason"
        label={t('desk.forms.sendBackReason')}
        values={sendBackReasons}
        labelOf={(each) => t(`sendBackReasons.${each}`)}
      />
      <Words name="note" required={other} />
    </>
  );
}

const sendBack = actForm<SendBackValues>({
  Fields: SendBackFields,
  danger: true,
  send: (hazard, values) => sendHazardBack(hazard, values),
});

export function sendHazardBack({ id: hazardId }: Pick<HazardDetail, 'id'>, { reason, note }: SendBackValues) {
  return call(contract.sendBackHazard, { params: { hazardId }, body: { reason, ...said('note', note) } });
}

type AcceptValues = { readonly opinion?: string; readonly lesson?: string };

const accept = actForm<AcceptValues>({
  Fields: () => (
    <>
      <Words name="opinion" />
      <Words name="lesson" />
    </>
  ),
  send: (hazard, values) => acceptHazard(hazard, values),
});

export function acceptHazard({ id: hazardId }: Pick<HazardDetail, 'id'>, { opinion, lesson }: AcceptValues = {}) {
  return call(contract.acceptHazard, { params: { hazardId }, body: { ...said('opinion', opinion), ...said('lesson', lesson) } });
}

const reopen = actForm<{ readonly reason: string; readonly dueOn: string }>({
  Fields: () => (
    <>
      <Words name="reason" required />
      <Day name="dueOn" after={today()} />
    </>
  ),
  danger: true,
  send: ({ id: hazardId }, body) => call(contract.reopenHazard, { params: { hazardId }, body }),
});

export const loopForms = { register, assign, replan, start, submit, fixOnTheSpot, sendBack, accept, reopen } satisfies Readonly<{
  [act: string]: ActForm;
}>;
