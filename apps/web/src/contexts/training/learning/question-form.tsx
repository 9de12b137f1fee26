import {
  type AnswerLetter,
  optionLetters,
  type QuestionKind,
  questionKinds,
  type Topic,
  topics,
  type TrainingLevel,
  trainingLevels,
} from '@changming/domain/training';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { difficultyWord } from './look.ts';

export type QuestionWords = {
  readonly kind: QuestionKind;
  readonly topic: Topic;
  readonly level?: TrainingLevel | null | undefined;
  readonly difficulty: 1 | 2 | 3;
  readonly stem: string;
  /** One option a line. */
  readonly options?: string | undefined;
  readonly answer: AnswerLetter | readonly AnswerLetter[];
  readonly clause?: string | null | undefined;
  readonly explanation?: string | null | undefined;
};

const difficulties = [1, 2, 3] as const;
type Choice = { readonly value: AnswerLetter; readonly label: string };

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function choicesOf(typed: string): Choice[] {
  const lines = linesOf(typed);
  return optionLetters.slice(0, lines.length).map((value, at) => ({ value, label: `${value}. ${lines[at] ?? ''}` }));
}

/** What the fields come to; a question of right and wrong has no options. */
export function questionOf({ kind, level = null, options = '', answer, clause, explanation, ...words }: QuestionWords) {
  return {
    ...words,
    kind,
    level,
    options: kind === 'trueFalse' ? [] : linesOf(options),
    answer: [answer].flat().toSorted(),
    clause: clause?.trim() || null,
    explanation: explanation?.trim() || null,
  };
}

/** What is asked, and what is right. The answers on offer follow from the kind and the options. */
export function QuestionFields() {
  const { t } = useTranslation('training');
  const kind: QuestionKind | undefined = Form.useWatch('kind');
  const required = (label: string) => [{ required: true, message: t('learning.required', { label }) }];
  const form = Form.useFormInstance();
  return (
    <>
      <Form.Item name="kind" label={t('learning.questions.kind')}>
        <Select
          options={questionKinds.map((value) => ({ value, label: t(`questionKinds.${value}`) }))}
          onChange={() => form.resetFields(['answer'])}
        />
      </Form.Item>
      <Form.Item name="stem" label={t('learning.questions.stem')} rules={required(t('learning.questions.stem'))}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={500} />
      </Form.Item>
      {kind !== 'trueFalse' && (
        <Form.Item
          name="options"
          label={t('learning.questions.options')}
          extra={t('learning.questions.optionsHint')}
          rules={required(t('learning.questions.options'))}
        >
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 10 }} maxLength={1700} />
        </Form.Item>
      )}
      <AnswerField />
      <SortFields />
    </>
  );
}

function AnswerField() {
  const { t } = useTranslation('training');
  const kind: QuestionKind | undefined = Form.useWatch('kind');
  const typed: string | undefined = Form.useWatch('options');
  const label = t('learning.questions.answer');
  const truths = (['T', 'F'] as const).map((value) => ({ value, label: t(`truths.${value}`) }));
  const choices: readonly Choice[] = kind === 'trueFalse' ? truths : choicesOf(typed ?? '');
  return (
    <Form.Item name="answer" label={label} rules={[{ required: true, message: t('learning.required', { label }) }]}>
      <Select {...(kind === 'multiple' ? { mode: 'multiple' as const } : {})} options={[...choices]} />
    </Form.Item>
  );
}

/** Under what it is drawn, and why the answer is right. */
function SortFields() {
  const { t } = useTranslation('training');
  const label = t('learning.questions.topic');
  return (
    <>
      <Form.Item name="topic" label={label} rules={[{ required: true, message: t('learning.required', { label }) }]}>
        <Select options={topics.map((value) => ({ value, label: t(`topics.${value}`) }))} />
      </Form.Item>
      <Form.Item name="level" label={t('learning.questions.level')}>
        <Select
          allowClear
          placeholder={t('learning.questions.anyLevel')}
          options={trainingLevels.map((value) => ({ value, label: t(`levels.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="difficulty" label={t('learning.questions.difficulty')}>
        <Select options={difficulties.map((value) => ({ value, label: t(`learning.questions.difficulties.${difficultyWord(value)}`) }))} />
      </Form.Item>
      <Form.Item name="clause" label={t('learning.questions.clause')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="explanation" label={t('learning.questions.explanation')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
    </>
  );
}
