import { Form, Modal } from 'antd';

import { FormProblem } from '../../../ui/form-problem.tsx';
import { refusedAt } from '../../../ui/refused-at.ts';
import { PasswordField } from './password-field.tsx';

type ProveModalProps = {
  /** Of the form, so that ids stay apart. */
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly okText: string;
  readonly danger?: boolean;
  readonly act: { readonly isPending: boolean; readonly error: unknown };
  readonly onProve: (password: string) => void;
  readonly onClose: () => void;
};

/** Asks for the own password before something that opens the account. */
export function ProveModal({ name, title, note, okText, danger = false, act, onProve, onClose }: ProveModalProps) {
  const [form] = Form.useForm<{ password: string }>();
  return (
    <Modal
      open
      width={420}
      destroyOnHidden
      title={title}
      okText={okText}
      okButtonProps={{ danger, loading: act.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} name={name} layout="vertical" requiredMark={false} onFinish={({ password }) => onProve(password)}>
        <p className="confirm-act__note">{note}</p>
        <FormProblem form={form} error={refusedAt(act.error, { 'access.wrong_credentials': 'password' })} />
        <PasswordField />
      </Form>
    </Modal>
  );
}
