import { App, Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { FormProblem } from '../../../ui/form-problem.tsx';
import { refusedAt } from '../../../ui/refused-at.ts';
import { useDisableTotp } from '../own-queries.ts';
import { PasswordField } from './password-field.tsx';

/** 停用动态口令, with the own password. */
export function StopTotp() {
  const { t } = useTranslation('access');
  const { message } = App.useApp();
  const [form] = Form.useForm<{ password: string }>();
  const [open, setOpen] = useState(false);
  const stop = useDisableTotp();
  const submit = ({ password }: { password: string }) =>
    stop.mutate(password, {
      onSuccess: () => {
        void message.success(t('desk.own.totpStopped'));
        setOpen(false);
      },
    });
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {t('desk.own.totpStop')}
      </Button>
      <Modal
        open={open}
        width={420}
        destroyOnHidden
        title={t('desk.own.totpStopTitle')}
        okText={t('desk.own.totpStop')}
        okButtonProps={{ danger: true, loading: stop.isPending }}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
      >
        <Form form={form} name="stop-totp" layout="vertical" requiredMark={false} onFinish={submit}>
          <p className="confirm-act__note">{t('desk.own.totpStopNote')}</p>
          <FormProblem form={form} error={refusedAt(stop.error, { 'access.wrong_credentials': 'password' })} />
          <PasswordField />
        </Form>
      </Modal>
    </>
  );
}
