import { App, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActButton } from '../../../ui/act-button.tsx';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { instantText } from '../../../ui/dates.ts';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { type Explanation, useConfirmResult, useLodgeAppeal } from '../queries.ts';
import { periodWords, type SchemeWords } from '../words.ts';
import { Appeals } from './appeals.tsx';

type OfResult = { readonly result: Explanation; readonly words: SchemeWords };

/** 确认与申诉: what the unit has said of its result, and what it may say now. */
export function Answers({ result, words }: OfResult) {
  const { t } = useTranslation('assessments');
  const { confirmed, appeals, objections } = result;
  const mayAct = objections.confirm !== 'access.not_permitted';
  return (
    <div className="answers">
      <p>
        {confirmed === null
          ? t('desk.explanation.unconfirmed')
          : t('desk.explanation.confirmed', { by: confirmed.by ?? t('desk.run.byClockwork'), at: instantText(confirmed.at) })}
      </p>
      {appeals.length === 0 ? (
        <p className="assessment-quiet">{t('desk.explanation.appealsNone')}</p>
      ) : (
        <Appeals appeals={appeals} words={words} of={{ schemeCode: result.scheme.code, period: result.period }} />
      )}
      {mayAct && <Acts result={result} words={words} />}
    </div>
  );
}

function Acts({ result, words }: OfResult) {
  const { t } = useTranslation('assessments');
  const { message } = App.useApp();
  const [appealing, setAppealing] = useState(false);
  const confirming = useConfirmResult(result);
  const period = periodWords(result.period, t);
  const { confirm, appeal } = result.objections;
  return (
    <div className="answers__acts">
      <ConfirmAct
        type="primary"
        ask={t('desk.explanation.confirmAsk', { period })}
        note={t('desk.explanation.confirmNote')}
        objection={confirm === null ? null : refusalSentence(confirm)}
        onAct={async () => {
          await confirming.mutateAsync();
          void message.success(t('desk.explanation.confirmDone'));
        }}
      >
        {t('desk.explanation.confirm')}
      </ConfirmAct>
      <ActButton objection={appeal === null ? null : refusalSentence(appeal)} onClick={() => setAppealing(true)}>
        {t('desk.explanation.appeal')}
      </ActButton>
      {appealing && <AppealForm result={result} words={words} onClose={() => setAppealing(false)} />}
    </div>
  );
}

type AppealValues = { readonly indicator?: string; readonly reason: string };

function AppealForm({ result, words, onClose }: OfResult & { readonly onClose: () => void }) {
  const { t } = useTranslation('assessments');
  const { message } = App.useApp();
  const [form] = Form.useForm<AppealValues>();
  const appeal = useLodgeAppeal(result);
  const finish = ({ indicator, reason }: AppealValues) =>
    appeal.mutate(
      { reason, indicator: indicator ?? null },
      {
        onSuccess: () => {
          void message.success(t('desk.explanation.appealDone'));
          onClose();
        },
      },
    );
  const lines = result.lines.map(({ line: { code } }) => ({ value: code, label: `${code} ${words.indicator(code)}` }));
  return (
    <FormDrawer
      title={t('desk.explanation.appealTitle', { period: periodWords(result.period, t) })}
      submit={t('desk.explanation.appealSubmit')}
      form={form}
      busy={appeal.isPending}
      error={appeal.error}
      onFinish={finish}
      onClose={onClose}
    >
      <Form.Item name="indicator" label={t('desk.explanation.appealOn')}>
        <Select allowClear placeholder={t('desk.explanation.appealWhole')} options={lines} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('desk.explanation.appealReason')}
        extra={t('desk.explanation.appealReasonHint')}
        rules={[{ required: true, whitespace: true, message: t('desk.explanation.appealReasonEmpty') }]}
      >
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 10 }} maxLength={2000} showCount />
      </Form.Item>
    </FormDrawer>
  );
}
