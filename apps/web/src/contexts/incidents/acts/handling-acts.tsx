import * as contract from '@changming/contract/incidents';
import { handlingMeasures, isBeingSettled } from '@changming/domain/incidents';

import { call } from '../../../api/call.ts';
import type { PickedPerson } from '../../workforce/components/person-picker.tsx';
import { type ActSpec, of } from './act-spec.ts';
import { fieldsIn, optionsOf, trimmed } from './controls.tsx';

type Texts = { readonly [field: string]: string | undefined };
type Handling = { person?: PickedPerson | null; name?: string; measure: string; clause?: string; body: string; decidedOn: string };

/** 责任人处理: decided, carried out, or withdrawn where it was entered wrongly. */
export const handlingActs = {
  recordHandling: {
    may: 'record',
    when: isBeingSettled,
    fields: (t) => {
      const field = fieldsIn(t);
      return [
        field.person({ name: 'person' }),
        field.line({ name: 'name', extra: t('desk.hints.name') }, 40),
        field.choice(
          { name: 'measure', required: true },
          optionsOf(handlingMeasures, (value) => t(`measures.${value}`)),
        ),
        field.line({ name: 'clause' }, 200),
        field.line({ name: 'body', required: true }),
        field.day({ name: 'decidedOn', required: true }),
      ];
    },
    initial: ({ today }) => ({ decidedOn: today }),
    send: (incident, { person, name, clause, ...values }: Handling) =>
      call(contract.recordHandling, {
        ...of(incident),
        body: { ...values, personId: person?.id ?? null, name: trimmed(name) ?? person?.name ?? '', clause: trimmed(clause) } as never,
      }),
  },
  executeHandling: {
    may: 'record',
    when: isBeingSettled,
    fields: (t, { handlings }) => {
      const open = handlings.filter(({ executedOn, withdrawn }) => executedOn === null && withdrawn === null);
      return [
        fieldsIn(t).choice(
          { name: 'handlingId', required: true },
          open.map(({ id, name, measure }) => ({ value: id, label: `${name} · ${t(`measures.${measure}`)}` })),
        ),
        fieldsIn(t).day({ name: 'executedOn', required: true }),
        fieldsIn(t).words({ name: 'evidence', required: true }, 300),
      ];
    },
    initial: ({ today }) => ({ executedOn: today }),
    send: ({ id, actId }, { handlingId = '', ...values }: Texts) =>
      call(contract.executeHandling, { params: { incidentId: id, handlingId }, idempotencyKey: actId, body: values as never }),
  },
  withdrawHandling: {
    may: 'approve',
    when: isBeingSettled,
    danger: true,
    fields: (t, { handlings }) => [
      fieldsIn(t).choice(
        { name: 'handlingId', required: true, extra: t('desk.hints.withdrawal') },
        handlings
          .filter(({ withdrawn }) => withdrawn === null)
          .map(({ id, name, measure }) => ({ value: id, label: `${name} · ${t(`measures.${measure}`)}` })),
      ),
      fieldsIn(t).words({ name: 'reason', required: true }),
    ],
    send: ({ id, actId }, { handlingId = '', reason = '' }: Texts) =>
      call(contract.withdrawHandling, { params: { incidentId: id, handlingId }, idempotencyKey: actId, body: { reason } }),
  },
} as const satisfies Record<string, ActSpec>;
