import * as contract from '@changming/contract/hazards';
import { type LookBackResult, lookBackResults, type VoidKind, voidKinds } from '@changming/domain/hazards';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';

import { call } from '../../../api/call.ts';
import { type PickedPerson, PersonPicker } from '../../workforce/components/person-picker.tsx';
import { ExtensionRecord, VoidingRecord } from '../components/records.tsx';
import type { DeskPhoto } from '../photos/desk-photo.ts';
import { type ActForm, actForm, arrived, said, type Told } from './act-form.ts';
import { Chips, Day, Decision, Photos, Words } from './fields.tsx';
import { HazardPicker, type PickedHazard } from './hazard-picker.tsx';

export type DecisionValues = { readonly granted: boolean; readonly note?: string };

export function decisionBody({ granted, note }: DecisionValues) {
  return { granted, ...said('note', note) };
}

const askExtension = actForm<{ readonly toOn: string; readonly reason: string }>({
  Fields: ({ hazard }: Told) => (
    <>
      <Day name="toOn" {...(hazard.plan.dueOn === null ? {} : { after: hazard.plan.dueOn })} />
      <Words name="reason" required />
    </>
  ),
  send: ({ id: hazardId }, body) => call(contract.askExtension, { params: { hazardId }, body }),
});

const withdrawExtension = actForm({
  Fields: ExtensionRecord,
  send: ({ id: hazardId }) => call(contract.withdrawExtension, { params: { hazardId }, body: {} }),
});

const decideExtension = actForm<DecisionValues>({
  Fields: ({ hazard }: Told) => (
    <>
      <ExtensionRecord hazard={hazard} />
      <Decision />
    </>
  ),
  send: ({ id: hazardId }, values) => call(contract.decideExtension, { params: { hazardId }, body: decisionBody(values) }),
});

type VoidValues = { readonly kind: VoidKind; readonly reason: string; readonly duplicateOf?: PickedHazard | null };

function VoidFields({ hazard }: Told) {
  const { t } = useTranslation('hazards');
  const duplicate = Form.useWatch<VoidKind | undefined>('kind') === 'duplicate';
  return (
    <>
      <Chips name="kind" label={t('desk.records.voidKind')} values={voidKinds} labelOf={(each) => t(`voidKinds.${each}`)} />
      {duplicate && (
        <Form.Item name="duplicateOf" label={t('desk.forms.duplicateOf')} rules={[{ required: true, message: t('desk.forms.choose') }]}>
          <HazardPicker exceptId={hazard.id} unitId={hazard.unit.id} />
        </Form.Item>
      )}
      <Words name="reason" required />
    </>
  );
}

const askVoid = actForm<VoidValues>({
  Fields: VoidFields,
  send: ({ id: hazardId }, { kind, reason, duplicateOf }) =>
    call(contract.askVoid, {
      params: { hazardId },
      body: { kind, reason, duplicateOfId: kind === 'duplicate' ? (duplicateOf?.id ?? null) : null },
    }),
});

const withdrawVoid = actForm({
  Fields: VoidingRecord,
  send: ({ id: hazardId }) => call(contract.withdrawVoid, { params: { hazardId }, body: {} }),
});

const decideVoid = actForm<DecisionValues>({
  Fields: ({ hazard }: Told) => (
    <>
      <VoidingRecord hazard={hazard} />
      <Decision />
    </>
  ),
  send: ({ id: hazardId }, values) => call(contract.decideVoid, { params: { hazardId }, body: decisionBody(values) }),
});

type LookBackValues = { readonly result: LookBackResult; readonly photos: readonly DeskPhoto[]; readonly note?: string };

function LookBackFields() {
  const { t } = useTranslation('hazards');
  return (
    <>
      <Chips name="result" label={t('desk.forms.result')} values={lookBackResults} labelOf={(each) => t(`lookBackResults.${each}`)} />
      <Photos />
      <Words name="note" />
    </>
  );
}

const concludeLookBack = actForm<LookBackValues>({
  Fields: LookBackFields,
  send: async (hazard, { result, photos, note }) =>
    call(contract.concludeLookBack, {
      params: { hazardId: hazard.id },
      body: { result, photos: await arrived(hazard, photos), ...said('note', note) },
    }),
});

function InspectorField() {
  const { t } = useTranslation('hazards');
  return (
    <Form.Item
      name="inspector"
      label={t('desk.records.inspector')}
      extra={t('desk.forms.inspectorHint')}
      rules={[{ required: true, message: t('desk.forms.choose') }]}
    >
      <PersonPicker />
    </Form.Item>
  );
}

const assignInspector = actForm<{ readonly inspector: PickedPerson }>({
  Fields: InspectorField,
  send: ({ id: hazardId }, { inspector }) => call(contract.assignInspector, { params: { hazardId }, body: { inspectorId: inspector.id } }),
});

export const requestForms = {
  askExtension,
  withdrawExtension,
  decideExtension,
  askVoid,
  withdrawVoid,
  decideVoid,
  assignInspector,
  concludeLookBack,
} satisfies Readonly<{ [act: string]: ActForm }>;
