import * as contract from '@changming/contract/workforce/watch';
import { type WatchedPart, watchedParts } from '@changming/domain/workforce';
import { Checkbox, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { call } from '../../../api/call.ts';
import { FieldsDrawer } from '../../../ui/fields-drawer.tsx';
import { type PickedPerson, PersonPicker } from '../components/person-picker.tsx';
import { useAfterWatch, type WatchRoster } from './queries.ts';

type Of = { readonly roster: WatchRoster; readonly onClose: () => void };
type Arranged = { dayFrom: string; nightFrom: string; watched: WatchedPart[]; leaders: number; keepers: number; reason?: string };

const hours = Array.from({ length: 48 }, (_, at) => `${String(Math.floor(at / 2)).padStart(2, '0')}:${at % 2 === 0 ? '00' : '30'}`);
const options = hours.map((value) => ({ value, label: value }));

/** 值班安排 of a unit. */
export function ArrangeForm({ roster, onClose }: Of) {
  const { t } = useTranslation('workforce');
  const after = useAfterWatch();
  const label = (name: 'dayFrom' | 'nightFrom' | 'watched' | 'leaders' | 'keepers') => t(`watch.desk.arrange.${name}`);
  return (
    <FieldsDrawer<Arranged>
      title={t('watch.desk.arrange.title', { unit: roster.unit })}
      lead={t('watch.desk.arrange.lead')}
      submit={t('watch.desk.arrange.submit')}
      done={t('watch.desk.arrange.done')}
      initial={
        roster.scheme ?? { dayFrom: '08:00', nightFrom: '20:00', watched: ['workNight', 'restDay', 'restNight'], leaders: 1, keepers: 1 }
      }
      fields={[
        {
          name: 'watched',
          label: label('watched'),
          extra: t('watch.desk.arrange.none'),
          control: <Checkbox.Group options={watchedParts.map((value) => ({ value, label: t(`watch.watched.${value}`) }))} />,
        },
        { name: 'leaders', label: label('leaders'), required: true, control: <InputNumber min={0} max={3} precision={0} /> },
        { name: 'keepers', label: label('keepers'), required: true, control: <InputNumber min={0} max={9} precision={0} /> },
        { name: 'dayFrom', label: label('dayFrom'), required: true, control: <Select showSearch options={options} /> },
        { name: 'nightFrom', label: label('nightFrom'), required: true, control: <Select showSearch options={options} /> },
        {
          name: 'reason',
          label: t('watch.desk.arrange.reason'),
          extra: t('watch.desk.arrange.reasonWhy'),
          most: 200,
          control: <Input />,
        },
      ]}
      act={async ({ reason, ...values }) => {
        await call(contract.arrangeWatch, { body: { unitId: roster.unitId, ...values, ...(reason?.trim() ? { reason } : {}) } });
        await after();
      }}
      onClose={onClose}
    />
  );
}

type Planned = { readonly leaders?: readonly PickedPerson[]; readonly keepers?: readonly PickedPerson[] };

/** 排班 of the month that is shown. */
export function PlanForm({ roster, onClose }: Of) {
  const { t } = useTranslation('workforce');
  const after = useAfterWatch();
  const { unitId, month } = roster;
  const ids = (people: readonly PickedPerson[] | undefined) =>
    people === undefined || people.length === 0 ? undefined : people.map(({ id }) => id);
  return (
    <FieldsDrawer<Planned>
      title={t('watch.desk.plan.title', { unit: roster.unit, month })}
      lead={t('watch.desk.plan.lead')}
      submit={t('watch.desk.plan.submit')}
      done={t('watch.desk.arrange.done')}
      fields={(['leaders', 'keepers'] as const)
        .filter((name) => (roster.scheme?.[name] ?? 0) > 0)
        .map((name) => ({ name, label: t(`watch.desk.plan.${name}`), extra: t('watch.desk.plan.carry'), control: <PeopleList /> }))}
      act={async ({ leaders, keepers }) => {
        const lists = { leaders: ids(leaders), keepers: ids(keepers) };
        const body = {
          unitId,
          month,
          ...(lists.leaders === undefined ? {} : { leaders: lists.leaders }),
          ...(lists.keepers === undefined ? {} : { keepers: lists.keepers }),
        };
        await call(contract.planWatch, { body });
        await after();
      }}
      onClose={onClose}
    />
  );
}

type PeopleListProps = {
  readonly id?: string;
  readonly value?: readonly PickedPerson[];
  readonly onChange?: (people: readonly PickedPerson[]) => void;
};

/** People in the order in which they take their turn. */
function PeopleList({ id, value = [], onChange }: PeopleListProps) {
  const [round, setRound] = useState(0);
  const add = (person: PickedPerson | null) => {
    if (person === null || value.some((each) => each.id === person.id)) return;
    onChange?.([...value, person]);
    setRound(round + 1);
  };
  return (
    <>
      <PersonPicker key={round} {...(id === undefined ? {} : { id })} onChange={add} />
      <ol className="watch-quiet">
        {value.map((person) => (
          <li key={person.id}>
            {person.name}{' '}
            <button type="button" className="watch-seat" onClick={() => onChange?.(value.filter((each) => each.id !== person.id))}>
              ×
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
