import * as contract from '@changming/contract/actions';
import { Input, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { call } from '../../../api/call.ts';
import { newId } from '../../../api/new-id.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { type FieldSpec, FieldsDrawer } from '../../../ui/fields-drawer.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { type PickedPerson, PersonPicker } from '../../workforce/components/person-picker.tsx';
import { sendProofs } from '../proofs.ts';
import { type ActionAct, type ActionDetail, useAfterAct } from '../queries.ts';
import { ProofField } from './proof-field.tsx';

type Words = TFunction<'actions'>;
type Aimed = ActionDetail & { readonly actId: string };
type Spec = {
  readonly fields: (t: Words, action: ActionDetail) => readonly FieldSpec[];
  readonly initial?: (action: ActionDetail) => object;
  readonly danger?: true;
  readonly send: (action: Aimed, values: never) => Promise<unknown>;
};

/** Which action, and the key of this one act: sent twice, by a double click or after a broken line, it has one effect. */
const of = ({ id, actId }: Aimed) => ({ params: { actionId: id }, idempotencyKey: actId });
const area = (max = 1000) => <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={max} showCount />;
const asked = (t: Words, name: string, control: FieldSpec['control'], required = true): FieldSpec => ({
  name,
  label: t(`desk.fields.${name as 'reason'}`),
  required,
  control,
});

const specs: { readonly [Act in ActionAct]: Spec } = {
  submit: {
    fields: (t, { kind }) => [asked(t, 'result', area()), asked(t, 'photos', <ProofField />, kind === 'engineering' || kind === 'ppe')],
    send: async (action, { result, photos = [] }: { result: string; photos?: readonly File[] }) => {
      const hashes = await sendProofs(photos, { actionId: action.id, unitId: action.unitId });
      return call(contract.submitAction, { ...of(action), body: { result, photos: hashes } });
    },
  },
  verify: {
    fields: (t) => [asked(t, 'opinion', area(), false)],
    send: (action, { opinion }: { opinion?: string }) =>
      call(contract.verifyAction, { ...of(action), body: opinion?.trim() ? { opinion } : {} }),
  },
  sendBack: {
    danger: true,
    fields: (t) => [asked(t, 'reason', area())],
    send: (action, { reason }: { reason: string }) => call(contract.sendBackAction, { ...of(action), body: { reason } }),
  },
  cancel: {
    danger: true,
    fields: (t) => [asked(t, 'reason', area())],
    send: (action, { reason }: { reason: string }) => call(contract.cancelAction, { ...of(action), body: { reason } }),
  },
  reassign: {
    fields: (t) => [asked(t, 'owner', <PersonPicker />), asked(t, 'verifier', <PersonPicker />, false), asked(t, 'reason', area())],
    initial: ({ ownerId, owner, verifierId, verifier }) => ({
      owner: { id: ownerId, name: owner ?? '' },
      verifier: verifierId === null ? null : { id: verifierId, name: verifier ?? '' },
    }),
    send: (action, { owner, verifier, reason }: { owner: PickedPerson; verifier?: PickedPerson | null; reason: string }) =>
      call(contract.reassignAction, { ...of(action), body: { ownerId: owner.id, verifierId: verifier?.id ?? null, reason } }),
  },
  replaceVerifier: {
    fields: (t) => [asked(t, 'verifier', <PersonPicker />), asked(t, 'reason', area())],
    send: (action, { verifier, reason }: { verifier: PickedPerson; reason: string }) =>
      call(contract.replaceVerifier, { ...of(action), body: { verifierId: verifier.id, reason } }),
  },
  assessEffect: {
    fields: (t) => [
      asked(
        t,
        'effect',
        <Select options={(['effective', 'ineffective'] as const).map((value) => ({ value, label: t(`effects.${value}`) }))} />,
      ),
      asked(t, 'note', area()),
    ],
    send: (action, body: { effect: 'effective' | 'ineffective'; note: string }) => call(contract.assessEffect, { ...of(action), body }),
  },
  askMoreTime: {
    fields: (t, { dueOn }) => [asked(t, 'toOn', <DayPicker barred={(day) => day <= dueOn} />), asked(t, 'reason', area())],
    send: (action, body: { toOn: string; reason: string }) => call(contract.askForMoreTime, { ...of(action), body }),
  },
  decideMoreTime: {
    fields: (t) => [
      asked(t, 'granted', <Select options={[true, false].map((value) => ({ value, label: t(value ? 'desk.granted' : 'desk.denied') }))} />),
      asked(t, 'note', area(), false),
    ],
    send: (action, { granted, note }: { granted: boolean; note?: string }) =>
      call(contract.decideOnMoreTime, { ...of(action), body: { granted, ...(note?.trim() ? { note } : {}) } }),
  },
};
const order = [
  'cancel',
  'reassign',
  'replaceVerifier',
  'askMoreTime',
  'decideMoreTime',
  'assessEffect',
  'sendBack',
  'submit',
  'verify',
] as const;
const leading: readonly ActionAct[] = ['submit', 'verify'];

/** What can be done with an action; what makes no sense in its state is left out, what is refused says why. */
export function ActionActs({ action }: { readonly action: ActionDetail }) {
  const { t } = useTranslation('actions');
  const [taken, setTaken] = useState<{ readonly act: ActionAct; readonly actId: string } | null>(null);
  const act = taken?.act ?? null;
  const after = useAfterAct();
  const offered = order.filter(
    (each) => !['access.not_permitted', 'actions.wrong_state', 'actions.extension_not_found'].includes(action.objections[each] ?? ''),
  );
  return (
    <>
      {offered.map((each) => {
        const code = action.objections[each] ?? null;
        return (
          <ActButton
            key={each}
            type={leading.includes(each) ? 'primary' : 'default'}
            danger={specs[each].danger === true}
            objection={code === null ? null : refusalSentence(code)}
            onClick={() => setTaken({ act: each, actId: newId() })}
          >
            {t(`desk.acts.${each}`)}
          </ActButton>
        );
      })}
      {taken !== null && act !== null && (
        <FieldsDrawer<object>
          title={`${action.number} · ${t(`desk.acts.${act}`)}`}
          submit={t(`desk.acts.${act}`)}
          done={t('desk.done')}
          fields={specs[act].fields(t, action)}
          initial={specs[act].initial?.(action) ?? {}}
          danger={specs[act].danger === true}
          act={async (values) => {
            await specs[act].send({ ...action, actId: taken.actId }, values as never);
            await after();
          }}
          onClose={() => setTaken(null)}
        />
      )}
    </>
  );
}
