import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Steps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { meQuery } from '../../../api/me.ts';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { QrCode } from '../../../ui/qr-code.tsx';
import { refusedAt } from '../../../ui/refused-at.ts';
import { useBeginTotp, useConfirmTotp } from '../own-queries.ts';
import { PasswordField } from './password-field.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import './begin-totp.css';

type Begun = { readonly secret: string; readonly uri: string };

/** 启用动态口令, over the page. */
export function BeginTotp() {
  const { t } = useTranslation('access');
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [kept, setKept] = useState(true);
  const finish = () => {
    void message.success(t('desk.own.totpDone'));
    setOpen(false);
    setKept(true);
  };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('desk.own.totpBegin')}
      </Button>
      <Modal
        open={open}
        width={480}
        destroyOnHidden
        mask={{ closable: false }}
        closable={kept}
        keyboard={kept}
        footer={null}
        title={t('desk.own.totpBegin')}
        onCancel={() => setOpen(false)}
      >
        <EnrolTotp onCodes={() => setKept(false)} onDone={finish} />
      </Modal>
    </>
  );
}

type EnrolTotpProps = {
  /** The recovery codes are on the screen, and nothing may take them away. */
  readonly onCodes?: () => void;
  readonly onDone: () => void;
};

/** Who one is, the code to scan with the first code from the authenticator, the recovery codes. */
export function EnrolTotp({ onCodes, onDone }: EnrolTotpProps) {
  const { t } = useTranslation('access');
  const client = useQueryClient();
  const [begun, setBegun] = useState<Begun | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const confirmed = (told: readonly string[]) => {
    setCodes(told);
    onCodes?.();
  };
  const finish = async () => {
    await client.fetchQuery({ ...meQuery, staleTime: 0 });
    onDone();
  };
  return (
    <>
      <Steps
        size="small"
        className="begin-totp__steps"
        current={stepOf(begun, codes)}
        items={[{ title: t('desk.own.stepPassword') }, { title: t('desk.own.stepScan') }, { title: t('desk.ways.codes') }]}
      />
      {codes !== null && <RecoveryCodes codes={codes} onDone={() => void finish()} />}
      {codes === null && (begun === null ? <Prove onBegun={setBegun} /> : <Scan begun={begun} onDone={confirmed} />)}
    </>
  );
}

function stepOf(begun: Begun | null, codes: readonly string[] | null): number {
  if (codes !== null) return 2;
  return begun === null ? 0 : 1;
}

function Prove({ onBegun }: { readonly onBegun: (begun: Begun) => void }) {
  const { t } = useTranslation('access');
  const [form] = Form.useForm<{ password: string }>();
  const begin = useBeginTotp();
  return (
    <Form
      form={form}
      name="prove"
      layout="vertical"
      requiredMark={false}
      onFinish={({ password }) => begin.mutate(password, { onSuccess: onBegun })}
    >
      <FormProblem form={form} error={refusedAt(begin.error, { 'access.wrong_credentials': 'password' })} />
      <PasswordField />
      <Button type="primary" htmlType="submit" loading={begin.isPending}>
        {t('desk.own.next')}
      </Button>
    </Form>
  );
}

function Scan({ begun: { secret, uri }, onDone }: { readonly begun: Begun; readonly onDone: (codes: readonly string[]) => void }) {
  const { t } = useTranslation('access');
  const [form] = Form.useForm<{ code: string }>();
  const confirm = useConfirmTotp();
  return (
    <Form
      form={form}
      name="scan"
      layout="vertical"
      requiredMark={false}
      onFinish={({ code }) => confirm.mutate(code, { onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes) })}
    >
      <div className="begin-totp__scan">
        <QrCode text={uri} size={176} label={t('desk.own.scan')} />
        <div>
          <p>{t('desk.own.scan')}</p>
          <p className="begin-totp__hint">{t('desk.own.scanHint')}</p>
          <p className="begin-totp__hint">{t('desk.own.secret')}</p>
          <code className="begin-totp__secret">{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
        </div>
      </div>
      <FormProblem form={form} error={refusedAt(confirm.error, { 'access.wrong_code': 'code' })} />
      <Form.Item name="code" label={t('desk.own.code')} rules={[{ required: true, pattern: /^\d{6}$/, message: t('desk.own.codeEmpty') }]}>
        <Input autoFocus inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={confirm.isPending}>
        {t('desk.own.confirm')}
      </Button>
    </Form>
  );
}
