import * as contract from '@changming/contract/incidents';
import {
  dangers,
  eventClasses,
  findingKinds,
  fourGates,
  grades,
  hazardTies,
  isBeingSettled,
  responsibilities,
  specialClasses,
  specialTriggers,
  takesFacts,
} from '@changming/domain/incidents';
import { addDays } from '@changming/domain/kernel';

import { call } from '../../../api/call.ts';
import { UnitPicker } from '../../../ui/unit-picker.tsx';
import { unitSource } from '../../units/queries.ts';
import { type ActSpec, of } from './act-spec.ts';
import { fieldsIn, optionsOf, trimmed } from './controls.tsx';

type Texts = { readonly [field: string]: string | undefined };

/** 办理 of the case itself: from its confirmation to its closing. */
export const caseActs = {
  confirm: {
    may: 'confirm',
    step: 'confirm',
    fields: (t) => [
      fieldsIn(t).moment({ name: 'leaderInformedAt', required: true, extra: t('desk.hints.leaderInformedAt') }),
      fieldsIn(t).moment({ name: 'discoveredAt' }),
      fieldsIn(t).words({ name: 'note' }),
    ],
    send: (incident, { leaderInformedAt = '', discoveredAt, note }: Texts) =>
      call(contract.confirmIncident, {
        ...of(incident),
        body: { leaderInformedAt, ...(discoveredAt ? { discoveredAt } : {}), note: trimmed(note) },
      }),
  },
  describe: {
    may: 'record',
    fields: (t, { typesToChoose }) => {
      const field = fieldsIn(t);
      return [
        field.words({ name: 'text', required: true }, 1000),
        field.line({ name: 'place' }),
        field.choice(
          { name: 'accidentType' },
          optionsOf(typesToChoose, (value) => t(`types.${value}`)),
        ),
        field.tick({ name: 'fire' }),
        field.tick({ name: 'fireBrigadeCalled' }),
        field.tick({ name: 'roadTraffic' }),
        field.tick({ name: 'relatedParty' }),
        field.count({ name: 'atRisk' }),
        field.count({ name: 'trapped' }),
        field.count({ name: 'evacuated' }, 10_000_000),
        field.choices(
          { name: 'dangers' },
          optionsOf(dangers, (value) => t(`dangers.${value}`)),
        ),
        field.choice(
          { name: 'specialClass' },
          optionsOf(specialClasses, (value) => t(`specialClasses.${value}`)),
        ),
        field.choices(
          { name: 'specialTriggers' },
          optionsOf(specialTriggers, (value) => t(`specialTriggers.${value}`)),
        ),
        field.moment({ name: 'rescueEndedAt' }),
      ];
    },
    initial: (incident) => incident,
    send: (incident, { place, accidentType, specialClass, rescueEndedAt, ...rest }: Texts) =>
      call(contract.describeIncident, {
        ...of(incident),
        body: {
          version: incident.version,
          ...rest,
          place: trimmed(place),
          accidentType: accidentType ?? null,
          specialClass: specialClass ?? null,
          rescueEndedAt: rescueEndedAt ?? null,
        } as never,
      }),
  },
  correctTimes: {
    may: 'oversee',
    when: takesFacts,
    fields: (t, { leaderInformedAt }) => {
      const field = fieldsIn(t);
      return [
        field.moment({ name: 'occurredAt', required: true, extra: t('desk.hints.times') }),
        field.moment({ name: 'discoveredAt', required: true }),
        ...(leaderInformedAt === null ? [] : [field.moment({ name: 'leaderInformedAt', required: true })]),
        field.words({ name: 'reason', required: true, extra: t('desk.hints.correction') }),
      ];
    },
    initial: ({ occurredAt, discoveredAt, leaderInformedAt }) => ({ occurredAt, discoveredAt, leaderInformedAt }),
    send: (incident, { occurredAt, discoveredAt, leaderInformedAt, reason = '' }: Texts) =>
      call(contract.correctTimes, {
        ...of(incident),
        body: { version: incident.version, occurredAt, discoveredAt, ...(leaderInformedAt ? { leaderInformedAt } : {}), reason },
      }),
  },
  grade: {
    may: 'grade',
    fields: (t) => {
      const field = fieldsIn(t);
      return [
        field.choice(
          { name: 'eventClass', required: true },
          optionsOf(eventClasses, (value) => t(`classes.${value}`)),
        ),
        field.choice(
          { name: 'grade', required: true },
          optionsOf(grades, (value) => t(`grades.${value}`)),
        ),
        field.words({ name: 'basis', required: true, extra: t('desk.hints.grade') }),
      ];
    },
    initial: ({ suggested, eventClass }) => ({ grade: suggested, eventClass: suggested === 'none' ? eventClass : 'statutory' }),
    send: (incident, values: Texts) =>
      call(contract.decideGrade, { ...of(incident), body: { ...values, suggested: incident.suggested } as never }),
  },
  setResponsibility: {
    may: 'oversee',
    fields: (t) => [
      fieldsIn(t).choice(
        { name: 'responsibility', required: true },
        optionsOf(responsibilities, (value) => t(`responsibilities.${value}`)),
      ),
      fieldsIn(t).words({ name: 'basis', required: true }),
    ],
    send: (incident, values: Texts) => call(contract.setResponsibility, { ...of(incident), body: values as never }),
  },
  recordFinding: {
    may: 'oversee',
    fields: (t) => [
      fieldsIn(t).choice(
        { name: 'finding', required: true },
        optionsOf(findingKinds, (value) => t(`findings.${value}`)),
      ),
      fieldsIn(t).tick({ name: 'takenBack' }),
      fieldsIn(t).day({ name: 'onDay', required: true }),
      fieldsIn(t).words({ name: 'basis', required: true }),
    ],
    initial: ({ today }) => ({ onDay: today }),
    send: (incident, { takenBack = false, ...values }: Omit<Texts, 'takenBack'> & { readonly takenBack?: boolean }) =>
      call(contract.recordFinding, { ...of(incident), body: { ...values, found: !takenBack } as never }),
  },
  tieHazard: {
    may: 'record',
    when: takesFacts,
    fields: (t) => [
      fieldsIn(t).line({ name: 'hazard', required: true, extra: t('desk.hints.hazard') }, 200),
      fieldsIn(t).choice(
        { name: 'tie', required: true },
        optionsOf(hazardTies, (value) => t(`ties.${value}`)),
      ),
    ],
    initial: () => ({ tie: 'ledTo' }),
    send: (incident, { hazard = '', tie }: Texts) =>
      call(contract.tieHazard, { ...of(incident), body: { hazardId: hazard.trim().split(/[?#]/)[0]?.split('/').at(-1), tie } as never }),
  },
  confirmGate: {
    may: 'confirmGate',
    when: isBeingSettled,
    fields: (t, { gates }) => {
      const open = gates.filter(({ unproven, confirmed }) => unproven === null && !confirmed).map(({ gate }) => gate);
      return [
        fieldsIn(t).choice(
          { name: 'gate', required: true, extra: t('desk.hints.gate') },
          optionsOf(
            fourGates.filter((gate) => open.includes(gate)),
            (value) => t(`gates.${value}`),
          ),
        ),
        fieldsIn(t).words({ name: 'evidence', required: true }),
      ];
    },
    send: (incident, values: Texts) => call(contract.confirmGate, { ...of(incident), body: values as never }),
  },
  close: {
    may: 'close',
    step: 'close',
    fields: (t) => [
      fieldsIn(t).words({ name: 'lesson', required: true, extra: t('desk.hints.lesson') }, 2000),
      { name: 'unit', label: t('desk.fields.trainingUnit'), extra: t('desk.hints.training'), control: <UnitPicker source={unitSource} /> },
      fieldsIn(t).day({ name: 'dueOn' }),
    ],
    send: (incident, { lesson, unit, dueOn }: { lesson: string; unit?: { id: string } | null; dueOn?: string | null }) =>
      call(contract.closeIncident, {
        ...of(incident),
        body: { lesson, training: unit ? { unitId: unit.id, dueOn: dueOn ?? addDays(incident.today, 30) } : null },
      }),
  },
  reopen: {
    may: 'oversee',
    step: 'reopen',
    danger: true,
    fields: (t) => [fieldsIn(t).words({ name: 'reason', required: true })],
    send: (incident, values: Texts) => call(contract.reopenIncident, { ...of(incident), body: values as never }),
  },
  cancelDuplicate: {
    may: 'oversee',
    step: 'cancelDuplicate',
    danger: true,
    fields: (t) => [
      fieldsIn(t).line({ name: 'ofId', required: true, extra: t('desk.hints.ofId') }),
      fieldsIn(t).words({ name: 'reason', required: true }),
    ],
    send: (incident, { ofId = '', ...values }: Texts) =>
      call(contract.cancelDuplicate, { ...of(incident), body: { ...values, ofId: ofId.trim().split('/').at(-1) } as never }),
  },
  reclassify: {
    may: 'oversee',
    step: 'reclassify',
    danger: true,
    fields: (t) => [fieldsIn(t).words({ name: 'reason', required: true })],
    send: (incident, values: Texts) => call(contract.reclassifyIncident, { ...of(incident), body: values as never }),
  },
} as const satisfies Record<string, ActSpec>;
