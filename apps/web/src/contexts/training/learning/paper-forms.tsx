import { App, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { unitSource } from '../../units/queries.ts';
import { type DrawRow, DrawRows } from './draw-rows.tsx';
import { addPaper, revisePaper } from './exam-acts.ts';
import { type ExamPaper, useLearningAct } from './queries.ts';

type PaperWords = {
  readonly name: string;
  readonly draw: readonly DrawRow[];
  readonly passMark?: number | null;
  readonly minutes: number;
  readonly attempts: number;
  readonly waitHours: number;
};

/** The pass mark of the rule holds when none is given. */
function factsOf({ draw, passMark, ...words }: PaperWords) {
  return { ...words, draw: [...draw], ...(typeof passMark === 'number' ? { passMark } : {}) };
}

type AddedWords = PaperWords & { readonly unit: PickedUnit };

/** 新建试卷: so many questions of each topic. */
export function AddPaper({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['training', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<AddedWords>();
  const [id] = useState(() => newId());
  const act = useLearningAct(addPaper);
  const done = () => {
    void message.success(t('learning.exams.paperDone'));
    onClose();
  };
  const label = t('learning.unit');
  return (
    <FormDrawer
      title={t('learning.exams.newPaper')}
      submit={t('shell:actions.save')}
      form={form}
      initial={{ minutes: 30, attempts: 2, waitHours: 0, draw: [{ topic: 'fire', count: 10, points: 5 }] }}
      busy={act.isPending}
      error={act.error}
      onFinish={({ unit, ...words }) => act.mutate({ id, unitId: unit.id, ...factsOf(words) }, { onSuccess: done })}
      onClose={onClose}
    >
      <Form.Item name="unit" label={label} rules={[{ required: true, message: t('learning.required', { label }) }]}>
        <UnitPicker source={unitSource} />
      </Form.Item>
      <PaperFields />
    </FormDrawer>
  );
}

/** 修改试卷; exams set already keep what the paper said then. */
export function EditPaper({ paper, onClose }: { readonly paper: ExamPaper; readonly onClose: () => void }) {
  const { t } = useTranslation(['training', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<PaperWords>();
  const act = useLearningAct(revisePaper);
  const { id, version, level, name, draw, passMark, minutes, attempts, waitHours } = paper;
  const done = () => {
    void message.success(t('learning.exams.paperSaved'));
    onClose();
  };
  return (
    <FormDrawer
      title={t('learning.exams.editPaper')}
      submit={t('shell:actions.save')}
      form={form}
      initial={{ name, draw, passMark, minutes, attempts, waitHours }}
      busy={act.isPending}
      error={act.error}
      onFinish={(words) => act.mutate({ paperId: id, body: { version, level, ...factsOf(words) } }, { onSuccess: done })}
      onClose={onClose}
    >
      <PaperFields />
    </FormDrawer>
  );
}

function PaperFields() {
  const { t } = useTranslation('training');
  const required = (label: string) => [{ required: true, message: t('learning.required', { label }) }];
  return (
    <>
      <Form.Item name="name" label={t('learning.exams.paperName')} rules={required(t('learning.exams.paperName'))}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item label={t('learning.exams.draw')}>
        <DrawRows />
      </Form.Item>
      <Form.Item name="passMark" label={t('learning.exams.passMark')} extra={t('learning.exams.passMarkHint')}>
        <InputNumber min={1} max={100} precision={0} />
      </Form.Item>
      {(['minutes', 'attempts', 'waitHours'] as const).map((name) => (
        <Form.Item key={name} name={name} label={t(`learning.exams.${name}`)} rules={required(t(`learning.exams.${name}`))}>
          <InputNumber min={name === 'waitHours' ? 0 : 1} max={mostOf[name]} precision={0} />
        </Form.Item>
      ))}
    </>
  );
}

const mostOf = { minutes: 300, attempts: 10, waitHours: 720 } as const;
