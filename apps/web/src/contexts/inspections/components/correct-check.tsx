import { useNavigate } from '@tanstack/react-router';
import { App, Form, Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { instantText } from '../../../ui/dates.ts';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { type CheckResult, correctResult } from '../check-queries.ts';
import { useInspectionAct } from '../checklist-queries.ts';
import { answersOf, choicesOf, initialOf, type Saying } from './correct-values.ts';

type Item = CheckResult['checklist']['items'][number];
type Values = { readonly reason: string; readonly answers: Saying };

/** 更正 of one's own check; nothing for anybody else, and nothing when its time is over. */
export function CorrectCheck({ result }: { readonly result: CheckResult }) {
  const { t } = useTranslation('inspections');
  const [open, setOpen] = useState(false);
  if (!result.mayCorrect) return null;
  return (
    <>
      <ActButton onClick={() => setOpen(true)}>{t('desk.correct.act')}</ActButton>
      {open && <CorrectForm result={result} onClose={() => setOpen(false)} />}
    </>
  );
}

/** The answers as they were; photos stay with their items. */
function CorrectForm({ result, onClose }: { readonly result: CheckResult; readonly onClose: () => void }) {
  const { t } = useTranslation(['inspections', 'shell']);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const [id] = useState(() => newId());
  const correct = useInspectionAct(correctResult);
  const finish = ({ reason, answers }: Values) =>
    correct.mutate(
      { resultId: result.id, body: { id, reason, answers: answersOf(result, answers) } },
      {
        onSuccess: () => {
          void message.success(t('desk.correct.done'));
          void navigate({ to: '/inspections/results/$resultId', params: { resultId: id } });
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={t('desk.correct.title')}
      submit={t('desk.correct.submit')}
      form={form}
      initial={{ answers: initialOf(result) }}
      busy={correct.isPending}
      error={correct.error}
      onFinish={finish}
      onClose={onClose}
    >
      <p className="inspections-quiet">{t('desk.correct.note', { until: instantText(result.correctableUntil) })}</p>
      <Form.Item
        name="reason"
        label={t('desk.correct.reason')}
        rules={[{ required: true, whitespace: true, message: t('desk.correct.reasonEmpty') }]}
      >
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2, maxRows: 4 }} />
      </Form.Item>
      {result.checklist.items.map((item) => (
        <ItemFields key={item.code} item={item} />
      ))}
    </FormDrawer>
  );
}

function ItemFields({ item }: { readonly item: Item }) {
  const { t } = useTranslation('inspections');
  const said = (value: ReturnType<typeof choicesOf>[number]) =>
    value === 'byReading' ? t('desk.correct.byReading') : t(`verdicts.${value}`);
  return (
    <>
      <Form.Item name={['answers', item.code, 'verdict']} label={`${item.code} ${item.text}`}>
        <Radio.Group options={choicesOf(item).map((value) => ({ value, label: said(value) }))} />
      </Form.Item>
      {item.answer.kind === 'reading' && (
        <Form.Item name={['answers', item.code, 'reading']} label={t('desk.correct.reading')}>
          <InputNumber style={{ inlineSize: 200 }} suffix={item.answer.unit} />
        </Form.Item>
      )}
      <Form.Item name={['answers', item.code, 'note']} label={t('desk.correct.remark')}>
        <Input maxLength={500} />
      </Form.Item>
    </>
  );
}
