import { type Topic, topics } from '@changming/domain/training';
import { Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { dayOf } from '../../../ui/dates.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { FieldsDrawer } from '../../../ui/fields-drawer.tsx';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { unitSource } from '../../units/queries.ts';
import { type PickedPerson, PersonPicker } from '../../workforce/components/person-picker.tsx';
import { useLearningAct } from './queries.ts';
import { checkBehaviour, praise } from './violation-queries.ts';

type FormProps = { readonly onClose: () => void };
type Checked = {
  readonly unit: PickedUnit;
  readonly on: string;
  readonly observed: number;
  readonly safe: number;
  readonly topics?: readonly Topic[];
  readonly place?: string;
  readonly note?: string;
};

/** 行为检查: how many acts were watched, and how many of them were safe. */
export function CheckBehaviour({ onClose }: FormProps) {
  const { t } = useTranslation(['training', 'shell']);
  const [id] = useState(() => newId());
  const act = useLearningAct(checkBehaviour);
  const today = dayOf(new Date());
  const count = (min: number) => <InputNumber min={min} max={1000} precision={0} />;
  const about = <Select mode="multiple" allowClear options={topics.map((value) => ({ value, label: t(`topics.${value}`) }))} />;
  const labelled = (name: 'unit' | 'on' | 'observed' | 'safe' | 'topics' | 'place' | 'note') => ({
    name,
    label: t(`learning.behaviour.${name}`),
  });
  return (
    <FieldsDrawer<Checked>
      title={t('learning.behaviour.check')}
      submit={t('shell:actions.save')}
      done={t('learning.behaviour.checked')}
      initial={{ on: today }}
      fields={[
        { ...labelled('unit'), required: true, control: <UnitPicker source={unitSource} /> },
        { ...labelled('on'), required: true, control: <DayPicker barred={(day) => day > today} /> },
        { ...labelled('observed'), required: true, control: count(1) },
        { ...labelled('safe'), required: true, control: count(0) },
        { ...labelled('topics'), control: about },
        { ...labelled('place'), control: <Input maxLength={80} /> },
        { ...labelled('note'), control: <Input.TextArea rows={3} maxLength={300} /> },
      ]}
      act={({ unit, topics: seen = [], place, note, ...counted }) =>
        act.mutateAsync({ id, unitId: unit.id, topics: [...seen], place: place || null, note: note || null, ...counted })
      }
      onClose={onClose}
    />
  );
}

type Praised = { readonly person: PickedPerson; readonly what: string; readonly place?: string; readonly on: string };

/** 正向报告: what somebody was seen doing rightly. */
export function Praise({ onClose }: FormProps) {
  const { t } = useTranslation(['training', 'shell']);
  const [id] = useState(() => newId());
  const act = useLearningAct(praise);
  const today = dayOf(new Date());
  return (
    <FieldsDrawer<Praised>
      title={t('learning.behaviour.praise')}
      submit={t('shell:actions.save')}
      done={t('learning.behaviour.praised')}
      initial={{ on: today }}
      fields={[
        { name: 'person', label: t('learning.behaviour.who'), required: true, control: <PersonPicker /> },
        {
          name: 'what',
          label: t('learning.behaviour.what'),
          required: true,
          control: <Input.TextArea rows={3} maxLength={300} />,
        },
        { name: 'place', label: t('learning.behaviour.place'), control: <Input maxLength={80} /> },
        { name: 'on', label: t('learning.behaviour.on'), required: true, control: <DayPicker barred={(day) => day > today} /> },
      ]}
      act={({ person, place, ...seen }) => act.mutateAsync({ id, personId: person.id, place: place || null, ...seen })}
      onClose={onClose}
    />
  );
}
