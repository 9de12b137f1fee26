import * as contract from '@changming/contract/incidents';
import { actionKinds } from '@changming/domain/actions';
import {
  degrees,
  isBeingSettled,
  isUnfinished,
  recipients,
  relations,
  reportChannels,
  reportKinds,
  takesFacts,
} from '@changming/domain/incidents';

import { call } from '../../../api/call.ts';
import { UnitPicker } from '../../../ui/unit-picker.tsx';
import type { PickedPerson } from '../../workforce/components/person-picker.tsx';
import { unitSource } from '../../units/queries.ts';
import { type ActSpec, of } from './act-spec.ts';
import { fieldsIn, optionsOf, trimmed } from './controls.tsx';

type Texts = { readonly [field: string]: string | undefined };
/** Somebody of the records, or a name that stands in none. */
function named(person: PickedPerson | null | undefined, name: string | undefined): { personId: string | null; name: string | null } {
  return { personId: person?.id ?? null, name: trimmed(name) ?? person?.name ?? null };
}
/** 万元 to 分. */
const fenOf = (typed: number | null | undefined): number => Math.round((typed ?? 0) * 1_000_000);

type Casualty = {
  casualtyId?: string;
  person?: PickedPerson | null;
  name?: string;
  relation?: string;
  degree: string;
  onDay: string;
  lostDays?: number | null;
  basis?: string;
};
type Loss = { readonly [part in 'ed1' | 'ed2' | 'ed3' | 'ed4' | 'ed5']?: number } & {
  readonly estimated?: boolean;
  readonly basis?: string;
};
type Measure = { kind: string; title: string; detail?: string; owner: PickedPerson; verifier?: PickedPerson | null; dueOn: string };

/** What is written down beside the case: reports made, people hurt, loss, handlings, measures, education. */
export const recordActs = {
  recordReport: {
    may: 'record',
    when: takesFacts,
    fields: (t) => {
      const field = fieldsIn(t);
      return [
        field.choice(
          { name: 'recipient', required: true },
          optionsOf(recipients, (value) => t(`recipients.${value}`)),
        ),
        field.choice(
          { name: 'kind', required: true },
          optionsOf(reportKinds, (value) => t(`reportKinds.${value}`)),
        ),
        field.choice(
          { name: 'channel', required: true },
          optionsOf(reportChannels, (value) => t(`channels.${value}`)),
        ),
        field.line({ name: 'toWhom', required: true }),
        field.moment({ name: 'reportedAt', required: true }),
        field.words({ name: 'evidence' }),
      ];
    },
    initial: () => ({ kind: 'first', channel: 'phone' }),
    send: (incident, { evidence, ...values }: Texts) =>
      call(contract.recordReport, { ...of(incident), body: { ...values, evidence: trimmed(evidence) } as never }),
  },
  recordCasualty: {
    may: 'record',
    when: takesFacts,
    fields: (t, { casualties }) => {
      const field = fieldsIn(t);
      const known = casualties.map(({ id, name, degree }, at) => ({
        value: id,
        label: `${name ?? t('desk.unnamed', { count: at + 1 })} · ${t(`degrees.${degree}`)}`,
      }));
      return [
        ...(known.length === 0 ? [] : [field.choice({ name: 'casualtyId', extra: t('desk.hints.casualty') }, known)]),
        field.person({ name: 'person' }),
        field.line({ name: 'name', extra: t('desk.hints.name') }, 40),
        field.choice(
          { name: 'relation' },
          optionsOf(relations, (value) => t(`relations.${value}`)),
        ),
        field.choice(
          { name: 'degree', required: true },
          optionsOf(degrees, (value) => t(`degrees.${value}`)),
        ),
        field.day({ name: 'onDay', required: true, extra: t('desk.hints.onDay') }),
        field.count({ name: 'lostDays' }, 6000),
        field.words({ name: 'basis' }, 300),
      ];
    },
    initial: ({ today }) => ({ onDay: today }),
    send: (incident, { person, casualtyId, name, lostDays, basis, relation, ...values }: Casualty) =>
      call(contract.recordCasualty, {
        ...of(incident),
        body: {
          ...values,
          ...(casualtyId ? { casualtyId } : {}),
          ...named(person, name),
          ...(relation ? { relation } : {}),
          lostDays: lostDays ?? null,
          basis: trimmed(basis),
        } as never,
      }),
  },
  recordLoss: {
    may: 'record',
    when: takesFacts,
    fields: (t) => [
      ...(['ed1', 'ed2', 'ed3', 'ed4', 'ed5'] as const).map((name) => fieldsIn(t).money({ name })),
      fieldsIn(t).tick({ name: 'estimated' }),
      fieldsIn(t).words({ name: 'basis' }, 300),
    ],
    initial: ({ losses }) => {
      const last = losses.at(-1);
      const yuan = (fen: number | undefined) => (fen ?? 0) / 1_000_000;
      return {
        ed1: yuan(last?.ed1),
        ed2: yuan(last?.ed2),
        ed3: yuan(last?.ed3),
        ed4: yuan(last?.ed4),
        ed5: yuan(last?.ed5),
        estimated: last?.estimated ?? true,
      };
    },
    send: (incident, { ed1, ed2, ed3, ed4, ed5, estimated = false, basis }: Loss) =>
      call(contract.recordLoss, {
        ...of(incident),
        body: {
          ed1: fenOf(ed1),
          ed2: fenOf(ed2),
          ed3: fenOf(ed3),
          ed4: fenOf(ed4),
          ed5: fenOf(ed5),
          estimated,
          basis: trimmed(basis),
        },
      }),
  },
  openMeasure: {
    may: 'record',
    when: isBeingSettled,
    fields: (t) => {
      const field = fieldsIn(t);
      return [
        field.choice(
          { name: 'kind', required: true },
          optionsOf(actionKinds, (value) => t(`desk.actionKinds.${value}`)),
        ),
        field.line({ name: 'title', required: true }, 120),
        field.words({ name: 'detail' }, 1000),
        field.person({ name: 'owner', required: true }),
        field.person({ name: 'verifier', extra: t('desk.hints.verifier') }),
        field.day({ name: 'dueOn', required: true }),
      ];
    },
    initial: () => ({ kind: 'engineering' }),
    send: (incident, { owner, verifier, detail, ...values }: Measure) =>
      call(contract.openMeasure, {
        ...of(incident),
        body: { ...values, detail: trimmed(detail), ownerId: owner.id, verifierId: verifier?.id ?? null } as never,
      }),
  },
  recordBriefing: {
    may: 'record',
    when: isUnfinished,
    fields: (t) => [
      fieldsIn(t).day({ name: 'onDay', required: true }),
      fieldsIn(t).count({ name: 'people', required: true }),
      fieldsIn(t).words({ name: 'text', required: true }),
    ],
    initial: ({ today }) => ({ onDay: today }),
    send: (incident, values: Texts) => call(contract.recordBriefing, { ...of(incident), body: values as never }),
  },
  assignLesson: {
    may: 'record',
    when: takesFacts,
    fields: (t) => [
      { name: 'unit', label: t('desk.fields.trainingUnit'), required: true, control: <UnitPicker source={unitSource} /> },
      fieldsIn(t).day({ name: 'dueOn', required: true }),
    ],
    send: (incident, { unit, dueOn }: { unit: { id: string }; dueOn: string }) =>
      call(contract.assignLesson, { ...of(incident), body: { unitId: unit.id, dueOn } }),
  },
} as const satisfies Record<string, ActSpec>;
