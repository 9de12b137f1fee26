import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { type Topic, topics, type TrainingCategory, trainingCategories } from '@changming/domain/training';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Select, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { MomentField } from '../../../ui/moment-field.tsx';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { unitSource } from '../../units/queries.ts';
import { AudienceFields, audienceOf, type AudienceWords } from '../held/audience-fields.tsx';
import { addPaper, papersQuery, setExam, useLearningAct } from './queries.ts';

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
  const finish = ({ unit, units, posts, staffNos, owing, ...words }: ExamWords) =>
    act.mutate(
      { id, unitId: unit.id, ...words, audience: audienceOf({ units, posts, staffNos, owing }) },
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

type PaperWords = {
  readonly unit: PickedUnit;
  readonly name: string;
  readonly draw: readonly { readonly topic: Topic; readonly count: number; readonly points: number }[];
  readonly minutes: number;
  readonly attempts: number;
  readonly waitHours: number;
};

/** 新建试卷: so many questions of each topic. */
export function AddPaper({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['training', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<PaperWords>();
  const [id] = useState(() => newId());
  const act = useLearningAct(addPaper);
  const required = useRequired();
  const finish = ({ unit, draw, ...words }: PaperWords) =>
    act.mutate(
      { id, unitId: unit.id, draw: [...draw], ...words },
      {
        onSuccess: () => {
          void message.success(t('learning.exams.paperDone'));
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={t('learning.exams.newPaper')}
      submit={t('shell:actions.save')}
      form={form}
      initial={{ minutes: 30, attempts: 2, waitHours: 0, draw: [{ topic: 'fire', count: 10, points: 5 }] }}
      busy={act.isPending}
      error={act.error}
      onFinish={finish}
      onClose={onClose}
    >
      <Form.Item name="unit" label={t('learning.unit')} rules={required(t('learning.unit'))}>
        <UnitPicker source={unitSource} />
      </Form.Item>
      <Form.Item name="name" label={t('learning.exams.paperName')} rules={required(t('learning.exams.paperName'))}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item label={t('learning.exams.draw')}>
        <DrawRows />
      </Form.Item>
      {(['minutes', 'attempts', 'waitHours'] as const).map((name) => (
        <Form.Item key={name} name={name} label={t(`learning.exams.${name}`)} rules={required(t(`learning.exams.${name}`))}>
          <InputNumber min={name === 'waitHours' ? 0 : 1} max={300} />
        </Form.Item>
      ))}
    </FormDrawer>
  );
}

function DrawRows() {
  const { t } = useTranslation('training');
  return (
    <Form.List name="draw">
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <Space key={key} align="baseline">
              <Form.Item name={[name, 'topic']}>
                <Select
                  aria-label={t('learning.exams.topic')}
                  style={{ width: 160 }}
                  options={topics.map((value) => ({ value, label: t(`topics.${value}`) }))}
                />
              </Form.Item>
              <Form.Item name={[name, 'count']}>
                <InputNumber aria-label={t('learning.exams.count')} min={1} max={100} suffix={t('learning.exams.count')} />
              </Form.Item>
              <Form.Item name={[name, 'points']}>
                <InputNumber aria-label={t('learning.exams.points')} min={1} max={100} suffix={t('learning.exams.points')} />
              </Form.Item>
              <Button type="text" icon={<DeleteOutlined />} aria-label={String(name)} onClick={() => remove(name)} />
            </Space>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add({ topic: 'law', count: 5, points: 5 })}>
            {t('learning.exams.addRule')}
          </Button>
        </>
      )}
    </Form.List>
  );
}
