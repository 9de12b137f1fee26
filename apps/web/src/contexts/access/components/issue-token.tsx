import { PlusOutlined } from '@ant-design/icons';
import { maxTokenDays, type Permission } from '@changming/domain/access';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Drawer, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { CopyOnce } from '../../../ui/copy-once.tsx';
import { dayAfter, dayOf } from '../../../ui/dates.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { refusedAt } from '../../../ui/refused-at.ts';
import { TextItem } from '../../../ui/text-item.tsx';
import { type PickedUnit, UnitsPicker } from '../../../ui/unit-picker.tsx';
import { unitSource } from '../../units/queries.ts';
import { grantsOfQuery } from '../grants-queries.ts';
import { tokenScopesOf } from '../held-permissions.ts';
import { useIssueToken } from '../tokens-queries.ts';
import { AccountPicker } from './account-picker.tsx';
import { ScopeChoice } from './scope-choice.tsx';

/** 签发令牌, and its secret, shown once. */
export function IssueToken() {
  const { t } = useTranslation('access');
  const [open, setOpen] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const keep = (issued: string) => {
    setOpen(false);
    setSecret(issued);
  };
  return (
    <>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen(true)}>
        {t('desk.tokens.issue')}
      </Button>
      <Drawer
        open={open}
        size={640}
        destroyOnHidden
        keyboard={false}
        mask={{ closable: false }}
        title={t('desk.tokens.issue')}
        onClose={() => setOpen(false)}
      >
        <TokenForm onIssued={keep} />
      </Drawer>
      {secret !== null && <CopyOnce title={t('desk.tokens.secret')} secret={secret} onClose={() => setSecret(null)} />}
    </>
  );
}

type Entered = {
  readonly name: string;
  readonly accountId: string;
  readonly scopes: Permission[];
  readonly units?: PickedUnit[];
  readonly expiresOn: string;
};

const fields = {
  'access.token_too_long': 'expiresOn',
  'access.scope_not_held': 'scopes',
  'access.scope_of_power': 'scopes',
  'access.account_not_found': 'accountId',
  'access.account_disabled': 'accountId',
  'units.not_found': 'units',
} as const;

function TokenForm({ onIssued }: { readonly onIssued: (secret: string) => void }) {
  const { t } = useTranslation('access');
  const [form] = Form.useForm<Entered>();
  const issue = useIssueToken();
  const today = dayOf(new Date());
  const tooLong = refusalSentence('access.token_too_long');
  const submit = ({ units = [], ...rest }: Entered) =>
    issue.mutate({ ...rest, unitIds: units.map(({ id }) => id) }, { onSuccess: ({ secret }) => onIssued(secret) });
  return (
    <Form
      form={form}
      name="token"
      layout="vertical"
      requiredMark={false}
      initialValues={{ expiresOn: dayAfter(today, 180) }}
      onFinish={submit}
    >
      <p className="confirm-act__note">{t('desk.tokens.issueLead')}</p>
      <FormProblem form={form} error={refusedAt(issue.error, fields)} />
      <TextItem
        name="name"
        label={t('desk.tokens.name')}
        rules={[{ required: true, whitespace: true, message: t('desk.tokens.nameEmpty') }]}
        most={60}
        input={{ autoFocus: true, placeholder: t('desk.tokens.nameHint') }}
      />
      <Form.Item name="accountId" label={t('desk.tokens.owner')} rules={[{ required: true, message: t('desk.tokens.ownerEmpty') }]}>
        <AccountPicker onChange={() => form.setFieldValue('scopes', [])} />
      </Form.Item>
      <ScopesField />
      <Form.Item name="units" label={t('desk.tokens.units')} extra={t('desk.tokens.unitsHint')}>
        <UnitsPicker source={unitSource} />
      </Form.Item>
      <Form.Item
        name="expiresOn"
        label={t('desk.tokens.expiresOn')}
        extra={t('desk.tokens.expiresHint')}
        rules={[
          { required: true, message: t('desk.tokens.expiresEmpty') },
          { validator: (_, day: string | null) => (lastsTooLong(day, today) ? Promise.reject(new Error(tooLong)) : Promise.resolve()) },
        ]}
      >
        <DayPicker barred={(day) => day < today} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={issue.isPending}>
        {t('desk.tokens.submit')}
      </Button>
    </Form>
  );
}

/** Such a day can be typed, and is answered with a sentence: a picker would put the day before it back without a word. */
function lastsTooLong(day: string | null, today: string): boolean {
  return day !== null && day > dayAfter(today, maxTokenDays);
}

/** What may be chosen follows from what the owner holds. */
function ScopesField() {
  const { t } = useTranslation('access');
  const accountId = Form.useWatch<string | undefined>('accountId');
  const { data } = useQuery({ ...grantsOfQuery(accountId ?? ''), enabled: accountId !== undefined });
  const offered = tokenScopesOf(data?.items ?? []);
  if (accountId === undefined || data === undefined)
    return <Alert className="form-problem" type="info" title={t('desk.tokens.scopesNoOwner')} />;
  if (offered.length === 0) return <Alert className="form-problem" type="warning" showIcon title={t('desk.tokens.scopesNothing')} />;
  return (
    <Form.Item name="scopes" label={t('desk.tokens.scopes')} rules={[{ required: true, message: t('desk.tokens.scopesEmpty') }]}>
      <ScopeChoice offered={offered} />
    </Form.Item>
  );
}
