import { PlusOutlined } from '@ant-design/icons';
import { App, Drawer, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type Kind, kindsOf } from '@changming/domain/access';

import { useMe } from '../../../api/me.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { dayOf } from '../../../ui/dates.ts';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { refusedAt } from '../../../ui/refused-at.ts';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { unitSource } from '../../units/queries.ts';
import { accountName } from '../account-words.ts';
import type { Account } from '../accounts-queries.ts';
import { type Grant, useGiveGrant } from '../grants-queries.ts';
import type { GrantableRole } from '../roles-for.ts';
import { DaysFields, KindsField, RoleField } from './grant-fields.tsx';

type GiveGrantProps = { readonly account: Account; readonly held: readonly Grant[] };

/** 授权: a role, the kinds it carries, the unit, from when until when. */
export function GiveGrant({ account, held }: GiveGrantProps) {
  const { t } = useTranslation('access');
  const [open, setOpen] = useState(false);
  const objection = objectionToGive(account, useMe().account.id);
  return (
    <>
      <ActButton icon={<PlusOutlined />} objection={objection} onClick={() => setOpen(true)}>
        {t('desk.grants.give')}
      </ActButton>
      <Drawer
        open={open}
        size={480}
        destroyOnHidden
        keyboard={false}
        mask={{ closable: false }}
        title={t('desk.grants.giveTo', { name: accountName(account) })}
        onClose={() => setOpen(false)}
      >
        <GrantForm account={account} held={held} onDone={() => setOpen(false)} />
      </Drawer>
    </>
  );
}

function objectionToGive({ id, disabledAt }: Account, ownId: string): string | null {
  if (id === ownId) return refusalSentence('access.own_grant');
  return disabledAt === null ? null : refusalSentence('access.account_disabled');
}

type Entered = {
  readonly role: GrantableRole;
  readonly kinds?: Kind[];
  readonly unit: PickedUnit;
  readonly from: string;
  readonly to?: string | null;
};

const fields = {
  'access.mixed_powers': 'role',
  'access.kind_not_carried': 'kinds',
  'access.grant_in_past': 'from',
  'access.grant_exists': 'unit',
  'units.not_found': 'unit',
} as const;

function GrantForm({ account, held, onDone }: GiveGrantProps & { readonly onDone: () => void }) {
  const { t } = useTranslation('access');
  const { message } = App.useApp();
  const [form] = Form.useForm<Entered>();
  const give = useGiveGrant();
  const today = dayOf(new Date());
  const submit = ({ unit, role, kinds = kindsOf(role), from, to = null }: Entered) =>
    give.mutate(
      { accountId: account.id, unitId: unit.id, role, kinds, from, to },
      { onSuccess: () => [void message.success(t('desk.grants.given')), onDone()] },
    );
  return (
    <Form
      form={form}
      name="grant"
      layout="vertical"
      requiredMark={false}
      initialValues={{ unit: { id: account.unitId, name: account.unit }, from: today }}
      onFinish={submit}
    >
      <p className="confirm-act__note">{t('desk.grants.giveLead')}</p>
      <FormProblem form={form} error={refusedAt(give.error, fields)} />
      <RoleField held={held} today={today} onRole={(role) => form.setFieldValue('kinds', kindsOf(role))} />
      <KindsField />
      <Form.Item name="unit" label={t('desk.grants.unit')} rules={[{ required: true, message: t('desk.grants.unitEmpty') }]}>
        <UnitPicker source={unitSource} />
      </Form.Item>
      <DaysFields today={today} />
      <ActButton type="primary" htmlType="submit" loading={give.isPending}>
        {t('desk.grants.submit')}
      </ActButton>
    </Form>
  );
}
