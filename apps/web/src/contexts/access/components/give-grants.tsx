import { PlusOutlined } from '@ant-design/icons';
import type * as contract from '@changming/contract/access/grants';
import { type Kind, kindsOf, mostGranted } from '@changming/domain/access';
import { Alert, App, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Answer } from '../../../api/route-types.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { dayOf } from '../../../ui/dates.ts';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { refusedAt } from '../../../ui/refused-at.ts';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { unitSource } from '../../units/queries.ts';
import { useGiveGrants } from '../grants-queries.ts';
import type { GrantableRole } from '../roles-for.ts';
import { staffNosIn } from '../staff-nos-in.ts';
import { DaysFields, KindsField, RoleField } from './grant-fields.tsx';

type Entered = {
  readonly list?: string;
  readonly role: GrantableRole;
  readonly kinds?: Kind[];
  readonly unit?: PickedUnit | null;
  readonly from: string;
  readonly to?: string | null;
};

const fields = {
  'access.kind_not_carried': 'kinds',
  'access.grant_in_past': 'from',
  'units.not_found': 'unit',
} as const;

type GiveGrantsProps = {
  /** Who was ticked; without them the drawer takes a pasted list of 工号. */
  readonly accountIds?: readonly string[];
  readonly onDone?: () => void;
};

/** 批量授权: one role for many, each at the unit where he is unless one is named. */
export function GiveGrants({ accountIds, onDone }: GiveGrantsProps) {
  const { t } = useTranslation('access');
  const [open, setOpen] = useState(false);
  const label = accountIds === undefined ? t('desk.grants.add') : t('desk.grants.addTo', { count: accountIds.length });
  return (
    <>
      <ActButton type="primary" icon={<PlusOutlined />} onClick={() => setOpen(true)}>
        {label}
      </ActButton>
      {open && <ManyForm title={label} accountIds={accountIds ?? null} onClose={() => setOpen(false)} onDone={onDone} />}
    </>
  );
}

type ManyFormProps = {
  readonly title: string;
  readonly accountIds: readonly string[] | null;
  readonly onClose: () => void;
  readonly onDone: (() => void) | undefined;
};

function ManyForm({ title, accountIds, onClose, onDone }: ManyFormProps) {
  const { t } = useTranslation('access');
  const { message } = App.useApp();
  const [form] = Form.useForm<Entered>();
  const give = useGiveGrants();
  const today = dayOf(new Date());
  const submit = ({ list = '', unit, role, kinds = kindsOf(role), from, to = null }: Entered) =>
    give.mutate(
      { accountIds: [...(accountIds ?? [])], staffNos: staffNosIn(list), unitId: unit?.id ?? null, role, kinds, from, to },
      {
        onSuccess: ({ given, refused }) => {
          void message.success(t('desk.grants.givenTo', { count: given }));
          if (refused.length > 0) return;
          onDone?.();
          onClose();
        },
      },
    );
  return (
    <FormDrawer<Entered>
      title={title}
      submit={t('desk.grants.submit')}
      form={form}
      initial={{ from: today }}
      busy={give.isPending}
      error={refusedAt(give.error, fields)}
      onFinish={submit}
      onClose={onClose}
    >
      <p className="confirm-act__note">{t('desk.grants.giveLead')}</p>
      {give.data !== undefined && <NotGiven answer={give.data} />}
      {accountIds === null && <StaffNos />}
      <RoleField held={[]} today={today} onRole={(role) => form.setFieldValue('kinds', kindsOf(role))} />
      <KindsField />
      <Form.Item name="unit" label={t('desk.grants.unit')} extra={t('desk.grants.ownUnitHint')}>
        <UnitPicker source={unitSource} placeholder={t('desk.grants.ownUnit')} />
      </Form.Item>
      <DaysFields today={today} />
    </FormDrawer>
  );
}

function StaffNos() {
  const { t } = useTranslation('access');
  const enough = (_: unknown, list: string = '') => {
    const count = staffNosIn(list).length;
    if (count === 0) return Promise.reject(new Error(t('desk.accounts.pasteEmpty')));
    return count > mostGranted ? Promise.reject(new Error(t('desk.grants.tooMany', { count: mostGranted }))) : Promise.resolve();
  };
  return (
    <Form.Item name="list" required label={t('desk.accounts.paste')} extra={t('desk.accounts.pasteHint')} rules={[{ validator: enough }]}>
      <Input.TextArea rows={6} autoFocus spellCheck={false} placeholder={t('desk.accounts.pasteExample')} />
    </Form.Item>
  );
}

/** Who got nothing, each with the reason. */
function NotGiven({ answer: { given, refused } }: { readonly answer: Answer<typeof contract.giveGrants> }) {
  const { t } = useTranslation('access');
  if (refused.length === 0) return null;
  return (
    <Alert
      className="form-problem"
      type="warning"
      showIcon
      title={t('desk.grants.notGiven', { given, count: refused.length })}
      description={
        <ul>
          {refused.map(({ asked, name, code }) => (
            <li key={asked}>
              {name ?? asked}：{refusalSentence(code)}
            </li>
          ))}
        </ul>
      }
    />
  );
}
