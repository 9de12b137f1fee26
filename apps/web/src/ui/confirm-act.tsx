import { Form, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActButton, type ActButtonProps } from './act-button.tsx';
import { FormProblem } from './form-problem.tsx';
import { TextItem } from './text-item.tsx';

type ConfirmActProps = Omit<ActButtonProps, 'onClick' | 'onSubmit'> & {
  /** The question, naming the thing: 停用“三车间”？ */
  readonly ask: string;
  /** What will be so afterwards. */
  readonly note?: ReactNode;
  /** Asks for a reason, which goes into the trail. */
  readonly withReason?: boolean;
  /** Does it; a rejected promise keeps the dialog open with what was typed. */
  readonly onAct: (reason: string) => Promise<unknown>;
};

/** An act that asks once before it is done. */
export function ConfirmAct({ ask, note, withReason = false, onAct, ...button }: ConfirmActProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <ActButton {...button} onClick={() => setOpen(true)} />
      {open && <Question {...{ ask, note, withReason, onAct }} danger={button.danger === true} onClose={() => setOpen(false)} />}
    </>
  );
}

type QuestionProps = Pick<ConfirmActProps, 'ask' | 'note' | 'onAct'> & {
  readonly withReason: boolean;
  readonly danger: boolean;
  readonly onClose: () => void;
};

function Question({ ask, note, withReason, onAct, danger, onClose }: QuestionProps) {
  const { t } = useTranslation('shell');
  const [form] = Form.useForm<{ reason?: string }>();
  const [acting, setActing] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const act = async ({ reason = '' }: { reason?: string }) => {
    setActing(true);
    setError(null);
    try {
      await onAct(reason);
      onClose();
    } catch (refused) {
      setError(refused);
      setActing(false);
    }
  };

  return (
    <Modal
      open
      title={ask}
      width={440}
      okText={t('actions.confirm')}
      cancelText={t('actions.cancel')}
      okButtonProps={{ danger, loading: acting, autoFocus: !withReason }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} name="confirm" layout="vertical" onFinish={(values) => void act(values)}>
        <FormProblem form={form} error={error} />
        {note !== undefined && <p className="confirm-act__note">{note}</p>}
        {withReason && (
          <TextItem
            name="reason"
            label={t('reason.label')}
            extra={t('reason.hint')}
            rules={[{ required: true, whitespace: true, message: t('errors.reasonEmpty') }]}
            most={200}
            rows={[2, 6]}
            input={{ autoFocus: true }}
          />
        )}
      </Form>
    </Modal>
  );
}
