import * as contract from '@changming/contract/hazards';
import {
  criterionIds,
  conditionsOf,
  type EvaluationKind,
  evaluationKinds,
  type SupervisionLevel,
  supervisionLevels,
} from '@changming/domain/hazards';
import { Checkbox, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { call } from '../../../api/call.ts';
import { type PickedPerson, PersonPicker } from '../../workforce/components/person-picker.tsx';
import { MajorRecord, TreatmentRecord } from '../components/major-records.tsx';
import { SupervisionRecord } from '../components/records.tsx';
import type { DeskPhoto } from '../photos/desk-photo.ts';
import { type ActForm, actForm, arrived, said, type Told } from './act-form.ts';
import { Chips, Day, Decision, Line, Money, Photos, today, Words } from './fields.tsx';
import { inFen } from './plan-values.ts';
import { type DecisionValues, decisionBody } from './request-forms.tsx';

/** The criteria of 重大 as boxes to tick: a criterion with several conditions shows each of them. */
function ConditionFields() {
  const { t } = useTranslation('hazards');
  const [wanted, setWanted] = useState('');
  const criteria = t('criteria', { returnObjects: true }) as Readonly<{ [id: string]: string }>;
  const conditions = t('conditions', { returnObjects: true }) as Readonly<{ [id: string]: string }>;
  const boxes = criterionIds.flatMap((criterion) => {
    const own = conditionsOf(criterion);
    return own.map((condition) => ({
      value: condition,
      label: own.length === 1 ? criteria[criterion] : (conditions[condition] ?? condition),
    }));
  });
  const shown = boxes.filter(({ label }) => label?.includes(wanted.trim()));
  return (
    <>
      <Input.Search allowClear placeholder={t('desk.forms.conditionsSearch')} onChange={(event) => setWanted(event.target.value)} />
      <Form.Item
        name="conditions"
        label={t('desk.forms.conditions')}
        extra={t('desk.forms.conditionsHint')}
        rules={[{ required: true, type: 'array', min: 1, message: t('desk.forms.choose') }]}
      >
        <Checkbox.Group className="act-form__conditions" options={shown} />
      </Form.Item>
    </>
  );
}

const suggestMajor = actForm<{ readonly conditions: string[] }>({
  Fields: ConditionFields,
  send: ({ id: hazardId }, { conditions }) => call(contract.suggestMajor, { params: { hazardId }, body: { conditions } }),
});

const confirmMajor = actForm({
  Fields: MajorRecord,
  danger: true,
  send: ({ id: hazardId }) => call(contract.confirmMajor, { params: { hazardId }, body: {} }),
});

const proposeDenial = actForm<{ readonly reason: string }>({
  Fields: ({ hazard }: Told) => (
    <>
      <MajorRecord hazard={hazard} />
      <Words name="reason" required />
    </>
  ),
  send: ({ id: hazardId }, body) => call(contract.proposeDenial, { params: { hazardId }, body }),
});

const countersignDenial = actForm({
  Fields: MajorRecord,
  send: ({ id: hazardId }) => call(contract.countersignDenial, { params: { hazardId }, body: {} }),
});

const tellAuthority = actForm<{ readonly authority: string; readonly toldOn: string }>({
  Fields: () => (
    <>
      <Line name="authority" required />
      <Day name="toldOn" until={today()} />
    </>
  ),
  initial: () => ({ toldOn: today() }),
  send: ({ id: hazardId }, body) => call(contract.tellAuthority, { params: { hazardId }, body }),
  refusedAt: () => ({ 'hazards.told_after_today': 'toldOn' }),
});

type TreatmentValues = {
  readonly goals: string;
  readonly methods: string;
  readonly funds: number;
  readonly organisation: string;
  readonly timeLimit: string;
  readonly safetyMeasures: string;
};

const draftTreatment = actForm<TreatmentValues>({
  Fields: () => (
    <>
      <Words name="goals" required />
      <Words name="methods" required />
      <Money name="funds" required />
      <Words name="organisation" required />
      <Words name="timeLimit" required />
      <Words name="safetyMeasures" required />
    </>
  ),
  initial: ({ treatment }) => (treatment?.plan == null ? {} : { ...treatment.plan, funds: treatment.plan.funds / 100 }),
  send: ({ id: hazardId }, { funds, ...words }) =>
    call(contract.draftTreatment, { params: { hazardId }, body: { ...words, funds: inFen(funds) ?? 0 } }),
});

const approveTreatment = actForm<DecisionValues>({
  Fields: ({ hazard }: Told) => (
    <>
      <TreatmentRecord hazard={hazard} />
      <Decision />
    </>
  ),
  send: ({ id: hazardId }, values) => call(contract.decideTreatment, { params: { hazardId }, body: decisionBody(values) }),
});

type EvaluationValues = { readonly evaluation: EvaluationKind; readonly note?: string };

function EvaluationFields() {
  const { t } = useTranslation('hazards');
  return (
    <>
      <Chips name="evaluation" label={t('desk.forms.evaluation')} values={evaluationKinds} labelOf={(each) => t(`evaluations.${each}`)} />
      <Words name="note" />
    </>
  );
}

const evaluateTreatment = actForm<EvaluationValues>({
  Fields: EvaluationFields,
  send: ({ id: hazardId }, { evaluation, note }) =>
    call(contract.evaluateTreatment, { params: { hazardId }, body: { evaluation, ...said('note', note) } }),
});

type ListingValues = {
  readonly level: SupervisionLevel;
  readonly issuer: string;
  readonly mainPerson: PickedPerson;
  readonly requirements: string;
  readonly dueOn: string;
  readonly everyDays?: number | null;
};

function ListingFields() {
  const { t } = useTranslation('hazards');
  return (
    <>
      <Chips name="level" label={t('desk.forms.listedBy')} values={supervisionLevels} labelOf={(each) => t(`supervisionLevels.${each}`)} />
      <Line name="issuer" required />
      <Form.Item name="mainPerson" label={t('desk.records.mainPerson')} rules={[{ required: true, message: t('desk.forms.choose') }]}>
        <PersonPicker />
      </Form.Item>
      <Words name="requirements" required />
      <div className="act-form__pair">
        <Day name="dueOn" after={today()} />
        <Form.Item name="everyDays" label={t('desk.forms.everyDays')} extra={t('desk.forms.everyDaysHint')}>
          <InputNumber min={1} max={31} precision={0} className="act-form__money" />
        </Form.Item>
      </div>
    </>
  );
}

const list = actForm<ListingValues>({
  Fields: ListingFields,
  initial: ({ plan }) => ({ level: 'group', ...(plan.dueOn === null || plan.dueOn < today() ? {} : { dueOn: plan.dueOn }) }),
  send: ({ id: hazardId }, { mainPerson, everyDays, ...terms }) =>
    call(contract.listForSupervision, {
      params: { hazardId },
      body: { ...terms, mainPersonId: mainPerson.id, ...(everyDays == null ? {} : { everyDays }) },
    }),
  refusedAt: () => ({ 'hazards.supervision_past': 'dueOn' }),
});

const reportProgress = actForm<{ readonly text: string; readonly photos?: readonly DeskPhoto[] }>({
  Fields: () => (
    <>
      <Words name="text" required />
      <Photos required={false} />
    </>
  ),
  send: async (hazard, { text, photos }) =>
    call(contract.reportProgress, { params: { hazardId: hazard.id }, body: { text, photos: await arrived(hazard, photos) } }),
});

const askDelisting = actForm<{ readonly reason: string }>({
  Fields: () => <Words name="reason" required />,
  send: ({ id: hazardId }, body) => call(contract.askDelisting, { params: { hazardId }, body }),
});

const decideDelisting = actForm<DecisionValues>({
  Fields: ({ hazard }: Told) => (
    <>
      {hazard.supervisions
        .filter(({ stage }) => stage === 'delistingAsked')
        .map((supervision) => (
          <SupervisionRecord key={supervision.id} hazard={hazard} supervision={supervision} />
        ))}
      <Decision />
    </>
  ),
  send: ({ id: hazardId }, values) => call(contract.decideDelisting, { params: { hazardId }, body: decisionBody(values) }),
});

export const majorForms = {
  suggestMajor,
  confirmMajor,
  proposeDenial,
  countersignDenial,
  tellAuthority,
  draftTreatment,
  approveTreatment,
  evaluateTreatment,
  list,
  reportProgress,
  askDelisting,
  decideDelisting,
} satisfies Readonly<{ [act: string]: ActForm }>;
