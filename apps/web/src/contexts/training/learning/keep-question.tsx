import { App, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { unitSource } from '../../units/queries.ts';
import { type Question, useLearningAct } from './queries.ts';
import { addQuestion, reviseQuestion } from './question-acts.ts';
import { QuestionFields, questionOf, type QuestionWords } from './question-form.tsx';

type Added = QuestionWords & { readonly unit: PickedUnit };

/** 新增题目 of a unit, one at a time. */
export function AddQuestion({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['training', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Added>();
  const [id] = useState(() => newId());
  const act = useLearningAct(addQuestion);
  const done = () => {
    void message.success(t('learning.questions.added'));
    onClose();
  };
  const label = t('learning.unit');
  return (
    <FormDrawer
      title={t('learning.questions.add')}
      submit={t('shell:actions.save')}
      form={form}
      initial={{ kind: 'single', difficulty: 1 }}
      busy={act.isPending}
      error={act.error}
      onFinish={({ unit, ...words }) => act.mutate({ id, unitId: unit.id, ...questionOf(words) }, { onSuccess: done })}
      onClose={onClose}
    >
      <Form.Item name="unit" label={label} rules={[{ required: true, message: t('learning.required', { label }) }]}>
        <UnitPicker source={unitSource} />
      </Form.Item>
      <QuestionFields />
    </FormDrawer>
  );
}

/** 修改题目; sheets drawn already keep what it said then. */
export function EditQuestion({ question, onClose }: { readonly question: Question; readonly onClose: (changed: boolean) => void }) {
  const { t } = useTranslation(['training', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<QuestionWords>();
  const act = useLearningAct(reviseQuestion);
  const done = () => {
    void message.success(t('learning.questions.saved'));
    onClose(true);
  };
  return (
    <FormDrawer
      title={t('learning.questions.edit')}
      submit={t('shell:actions.save')}
      form={form}
      initial={wordsOf(question)}
      busy={act.isPending}
      error={act.error}
      onFinish={(words) =>
        act.mutate({ questionId: question.id, body: { version: question.version, ...questionOf(words) } }, { onSuccess: done })
      }
      onClose={() => onClose(false)}
    >
      <QuestionFields />
    </FormDrawer>
  );
}

function wordsOf({ kind, topic, level, difficulty, stem, options, answer, clause, explanation }: Question): QuestionWords {
  const right = kind === 'multiple' ? answer : (answer[0] ?? 'A');
  const hard = difficulty === 3 ? 3 : difficulty === 2 ? 2 : 1;
  return { kind, topic, level, difficulty: hard, stem, options: options.join('\n'), answer: right, clause, explanation };
}
