import { type TrainingCategory, trainingCategories } from '@changming/domain/training';
import { useQuery } from '@tanstack/react-query';
import { App, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { MomentField } from '../../../ui/moment-field.tsx';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { unitSource } from '../../units/queries.ts';
import { AudienceFields, audienceOf, type AudienceWords } from '../held/audience-fields.tsx';
import { setExam } from './exam-acts.ts';
import { papersQuery, useLearningAct } from './queries.ts';

function useRequired() {
  const { t } = useTranslation('training');
  return (label: string) => [{ required: true, message: t('learning.required', { label }) }];
}

type ExamWords = AudienceWords & {
  readonly unit: PickedUnit;
  readonly paperId: string;
  readonly title: string;
  readonly category: TrainingCategory;
  readonly opensAt: string;
  readonly closesAt: string;
};

/** 安排考试 by a paper, for people chosen in bulk. */
export function SetExam({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: (id: string) => void }) {
  const { t } = useTranslation(['training', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<ExamWords>();
  const [id] = useState(() => newId());
  const act = useLearningAct(setExam);
  const papers = useQuery(papersQuery);
  const required = useRequired();
  const finish = ({ unit, paperId, title, category, opensAt, closesAt, ...audience }: ExamWords) =>
    act.mutate(
      { id, unitId: unit.id, paperId, title, category, opensAt, closesAt, audience: audienceOf(audience) },
      {
        onSuccess: ({ seats }) => {
          void message.success(t('learning.exams.done', { count: seats }));
          onDone(id);
        },
      },
    );
  return (
    <FormDrawer
      title={t('learning.exams.set')}
      submit={t('shell:actions.save')}
      form={form}
      initial={{ opensAt: new Date().toISOString() }}
      busy={act.isPending}
      error={act.error}
      onFinish={finish}
      onClose={onClose}
    >
      <Form.Item name="unit" label={t('learning.unit')} rules={required(t('learning.unit'))}>
        <UnitPicker source={unitSource} />
      </Form.Item>
      <Form.Item name="paperId" label={t('learning.exams.paper')} rules={required(t('learning.exams.paper'))}>
        <Select loading={papers.isPending} options={papers.data?.items.map(({ id: value, name }) => ({ value, label: name })) ?? []} />
      </Form.Item>
      <Form.Item name="title" label={t('learning.exams.name')} rules={required(t('learning.exams.name'))}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="category" label={t('learning.exams.category')} rules={required(t('learning.exams.category'))}>
        <Select options={trainingCategories.map((value) => ({ value, label: t(`categories.${value}`) }))} />
      </Form.Item>
      {(['opens', 'closes'] as const).map((end) => (
        <Form.Item key={end} name={`${end}At`} label={t(`learning.exams.${end}`)} rules={required(t(`learning.exams.${end}`))}>
          <MomentField />
        </Form.Item>
      ))}
      <AudienceFields />
    </FormDrawer>
  );
}
