import { Checkbox, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { FieldsDrawer } from '../../../ui/fields-drawer.tsx';
import { correctCredit, type SessionPerson, useTrainingAct } from './queries.ts';

type Words = {
  readonly attended: boolean;
  readonly classHours: number;
  readonly result?: 'passed' | 'failed' | null;
  readonly reason: string;
};
type CorrectProps = { readonly person: SessionPerson; readonly most: number; readonly onClose: () => void };

/** 更正学时 of one person: the former entry stays. */
export function CorrectCredit({ person, most, onClose }: CorrectProps) {
  const { t } = useTranslation('training');
  const correct = useTrainingAct(correctCredit);
  const results = (['passed', 'failed'] as const).map((value) => ({ value, label: t(`held.session.results.${value}`) }));
  return (
    <FieldsDrawer<Words>
      title={t('held.session.correctTitle', { name: person.name })}
      submit={t('held.session.correct')}
      done={t('held.session.corrected')}
      initial={{ attended: person.attended ?? false, classHours: person.classHours ?? 0, result: person.result }}
      fields={[
        { name: 'attended', label: t('held.session.attended'), control: <Checkbox />, ticked: true },
        { name: 'classHours', label: t('held.session.hours'), control: <InputNumber min={0} max={most} step={0.5} />, required: true },
        { name: 'result', label: t('held.session.result'), control: <Select allowClear options={results} /> },
        { name: 'reason', label: t('held.session.reason'), control: <Input.TextArea rows={2} maxLength={200} />, required: true },
      ]}
      act={({ attended, classHours, result, reason }) =>
        correct.mutateAsync({ creditId: person.creditId ?? '', body: { attended, classHours, result: result ?? null, reason } })
      }
      onClose={onClose}
    />
  );
}
