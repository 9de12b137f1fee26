import { App, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActButton } from '../../../ui/act-button.tsx';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { type AssessmentAppeal, useAnswerAppeal } from '../queries.ts';

type OfAppeal = { readonly appeal: AssessmentAppeal };

/** 裁定 an appeal; whoever may not at all sees no button, whoever may not now sees why. */
export function AnswerAppeal({ appeal }: OfAppeal) {
  const { t } = useTranslation('assessments');
  const [open, setOpen] = useState(false);
  const { objection } = appeal;
  if (objection === 'access.not_permitted') return null;
  return (
    <>
      <ActButton size="small" objection={objection === null ? null : refusalSentence(objection)} onClick={() => setOpen(true)}>
        {t('desk.appeals.answer')}
      </ActButton>
      {open && <AnswerForm appeal={appeal} onClose={() => setOpen(false)} />}
    </>
  );
}

type Answer = { readonly upheld: boolean; readonly reason: string };

function AnswerForm({ appeal, onClose }: OfAppeal & { readonly onClose: () => void }) {
  const { t } = useTranslation('assessments');
  const { message } = App.useApp();
  const [form] = Form.useForm<Answer>();
  const answering = useAnswerAppeal(appeal.id);
  /** Answered, it leaves the list of a run with this form; the promise still tells. */
  const finish = async (answer: Answer) => {
    await answering.mutateAsync(answer);
    void message.success(t('desk.appeals.done'));
    onClose();
  };
  return (
    <FormDrawer
      title={t('desk.appeals.title', { unit: appeal.unit })}
      submit={t('desk.appeals.answer')}
      form={form}
      busy={answering.isPending}
      error={answering.error}
      onFinish={(answer) => void finish(answer).catch(() => undefined)}
      onClose={onClose}
    >
      <p className="assessment-quiet">{appeal.reason}</p>
      <Form.Item
        name="upheld"
        label={t('desk.appeals.decision')}
        extra={t('desk.appeals.note')}
        rules={[{ required: true, message: t('desk.appeals.decisionEmpty') }]}
      >
        <Radio.Group
          options={[
            { value: true, label: t('appealStages.upheld') },
            { value: false, label: t('appealStages.rejected') },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('desk.appeals.reason')}
        rules={[{ required: true, whitespace: true, message: t('desk.explanation.appealReasonEmpty') }]}
      >
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 10 }} maxLength={2000} showCount />
      </Form.Item>
    </FormDrawer>
  );
}
