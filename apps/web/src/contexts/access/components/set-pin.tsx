import { pinFaults } from '@changming/domain/access';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useMe } from '../../../api/me.ts';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { refusedAt } from '../../../ui/refused-at.ts';
import { useSetPin } from '../own-queries.ts';
import { PasswordField } from './password-field.tsx';

type Entered = { readonly password: string; readonly pin: string };

/** 设置 PIN: for the phones that a workshop shares. */
export function SetPin({ pinSet }: { readonly pinSet: boolean }) {
  const { t } = useTranslation('access');
  const { message } = App.useApp();
  const [form] = Form.useForm<Entered>();
  const [open, setOpen] = useState(false);
  const save = useSetPin();
  const submit = ({ password, pin }: Entered) =>
    save.mutate(
      { password, pin },
      {
        onSuccess: () => {
          void message.success(t('desk.own.pinDone'));
          setOpen(false);
        },
      },
    );
  return (
    <>
      <Button type={pinSet ? 'default' : 'primary'} onClick={() => setOpen(true)}>
        {t(pinSet ? 'desk.own.pinChange' : 'desk.own.pinSet')}
      </Button>
      <Modal
        open={open}
        width={420}
        destroyOnHidden
        title={t(pinSet ? 'desk.own.pinChange' : 'desk.own.pinSet')}
        okText={t('desk.own.pinSave')}
        okButtonProps={{ loading: save.isPending }}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
      >
        <Form form={form} name="pin" layout="vertical" requiredMark={false} onFinish={submit}>
          <FormProblem form={form} error={refusedAt(save.error, { 'access.wrong_credentials': 'password', 'access.weak_pin': 'pin' })} />
          <PasswordField />
          <PinFields />
        </Form>
      </Modal>
    </>
  );
}

function PinFields() {
  const { t } = useTranslation('access');
  const staffNo = useMe().person?.staffNo ?? null;
  const input = <Input.Password inputMode="numeric" autoComplete="off" maxLength={6} />;
  return (
    <>
      <Form.Item
        name="pin"
        label={t('desk.own.pinNew')}
        extra={t('desk.own.pinHint')}
        rules={[
          { required: true, pattern: /^\d{6}$/, message: t('desk.own.pinEmpty') },
          {
            validator: (_, pin: string = '') =>
              pin.length === 6 && pinFaults(pin, staffNo).length > 0 ? Promise.reject(new Error(t('desk.own.pinWeak'))) : Promise.resolve(),
          },
        ]}
      >
        {input}
      </Form.Item>
      <Form.Item
        name="repeat"
        label={t('desk.own.pinRepeat')}
        dependencies={['pin']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, repeat) =>
              repeat === getFieldValue('pin') ? Promise.resolve() : Promise.reject(new Error(t('desk.own.pinDiffers'))),
          }),
        ]}
      >
        {input}
      </Form.Item>
    </>
  );
}
