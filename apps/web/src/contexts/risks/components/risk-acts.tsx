import { changeCauses } from '@changming/domain/risks';
import { App, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActButton } from '../../../ui/act-button.tsx';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { archiveRisk, askRegrading, type PlainStep, type RiskDetail, takeStep, useRiskAct } from '../queries.ts';
import { RiskForm } from './risk-form.tsx';

type OfRisk = { readonly risk: RiskDetail };

/** The steps of one's role that make sense at this stage; a grey one says why with the sentence of the API. */
export function RiskActs({ risk }: OfRisk) {
  const { t } = useTranslation('risks');
  const [open, setOpen] = useState<'edit' | 'regrade' | 'ask' | null>(null);
  const offered = new Map(
    risk.steps.flatMap((each) => (each.objection === 'risks.wrong_stage' ? [] : [[each.step, each.objection] as const])),
  );
  const forms = [
    ['askRegrading', 'ask'],
    ['edit', 'edit'],
    ['regrade', 'regrade'],
  ] as const;
  return (
    <>
      {offered.has('archive') && <Archive risk={risk} />}
      {forms.map(
        ([step, form]) =>
          offered.has(step) && (
            <ActButton key={step} onClick={() => setOpen(form)}>
              {t(`desk.actions.${step}`)}
            </ActButton>
          ),
      )}
      {(['sendBack', 'review', 'publish'] as const).map(
        (step) => offered.has(step) && <Plain key={step} risk={risk} step={step} objection={sentenceFor(offered.get(step))} />,
      )}
      {(open === 'edit' || open === 'regrade') && <RiskForm how={open} risk={risk} onClose={() => setOpen(null)} />}
      {open === 'ask' && <AskRegrading risk={risk} onClose={() => setOpen(null)} />}
    </>
  );
}

function sentenceFor(code: RiskDetail['steps'][number]['objection'] | undefined): string | null {
  return code == null ? null : refusalSentence(code, {});
}

type PlainProps = OfRisk & { readonly step: PlainStep; readonly objection: string | null };

function Plain({ risk: { id, name }, step, objection }: PlainProps) {
  const { t } = useTranslation('risks');
  const { message } = App.useApp();
  const act = useRiskAct(takeStep);
  const run = async (reason: string) => {
    await act.mutateAsync({ id, step, note: reason.trim() || null });
    void message.success(t(`desk.done.${step}`));
  };
  return (
    <ConfirmAct
      {...(step === 'sendBack' ? {} : { type: 'primary' as const })}
      objection={objection}
      withReason={step === 'sendBack'}
      ask={t(`desk.ask.${step}`, { name })}
      note={t(`desk.notes.${step}`)}
      onAct={run}
    >
      {t(`desk.actions.${step}`)}
    </ConfirmAct>
  );
}

function Archive({ risk: { id, name } }: OfRisk) {
  const { t } = useTranslation('risks');
  const { message } = App.useApp();
  const act = useRiskAct(archiveRisk);
  const run = async (reason: string) => {
    await act.mutateAsync({ id, reason });
    void message.success(t('desk.done.archive'));
  };
  return (
    <ConfirmAct danger withReason ask={t('desk.ask.archive', { name })} note={t('desk.notes.archive')} onAct={run}>
      {t('desk.actions.archive')}
    </ConfirmAct>
  );
}

type Asked = { readonly cause: (typeof changeCauses)[number]; readonly note: string };

function AskRegrading({ risk, onClose }: OfRisk & { readonly onClose: () => void }) {
  const { t } = useTranslation('risks');
  const { message } = App.useApp();
  const [form] = Form.useForm<Asked>();
  const ask = useRiskAct(askRegrading);
  const finish = (asked: Asked) =>
    ask.mutate(
      { id: risk.id, ...asked },
      {
        onSuccess: () => {
          void message.success(t('desk.done.askRegrading'));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={t('desk.actions.askRegrading')}
      okButtonProps={{ loading: ask.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} name="regrading" layout="vertical" onFinish={finish}>
        <FormProblem form={form} error={ask.error} />
        <Form.Item name="cause" label={t('desk.cause')} rules={[{ required: true, message: t('desk.causeEmpty') }]}>
          <Select options={changeCauses.map((value) => ({ value, label: t(`causes.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="note"
          label={t('desk.causeNote')}
          rules={[{ required: true, whitespace: true, message: t('desk.causeNoteEmpty') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
