import { kindsOf } from '@changming/domain/access';
import { Checkbox, Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { DayPicker } from '../../../ui/day-picker.tsx';
import type { Grant } from '../grants-queries.ts';
import { type GrantableRole, objectionToRole, rolesFor } from '../roles-for.ts';

type RoleFieldProps = { readonly held: readonly Grant[]; readonly today: string; readonly onRole: (role: GrantableRole) => void };

/** Every role that can be granted; one that would mix powers stands in the list with the reason. */
export function RoleField({ held, today, onRole }: RoleFieldProps): ReactNode {
  const { t } = useTranslation('access');
  const options = rolesFor(held, today).map(({ role, mixedWith }) => ({
    value: role,
    label: t(`roles.${role}`),
    disabled: mixedWith.length > 0,
    title: objectionToRole(mixedWith, t) ?? t(`roles.${role}`),
    reason: objectionToRole(mixedWith, t),
  }));
  return (
    <Form.Item name="role" label={t('desk.grants.role')} rules={[{ required: true, message: t('desk.grants.roleEmpty') }]}>
      <Select<GrantableRole, (typeof options)[number]>
        autoFocus
        options={options}
        onChange={onRole}
        optionRender={({ data }) => (
          <span className="give-grant__role">
            {data.label}
            {data.reason !== null && <small>{data.reason}</small>}
          </span>
        )}
      />
    </Form.Item>
  );
}

/** Only the kinds in which the role carries anything, all of them ticked at first. A group of boxes may not be called required. */
export function KindsField(): ReactNode {
  const { t } = useTranslation('access');
  const role = Form.useWatch<GrantableRole | undefined>('role');
  if (role === undefined) return null;
  return (
    <Form.Item
      name="kinds"
      label={t('desk.grants.kinds')}
      extra={t('desk.grants.kindsHint')}
      rules={[{ type: 'array', min: 1, message: t('desk.grants.kindsEmpty') }]}
    >
      <Checkbox.Group options={kindsOf(role).map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} />
    </Form.Item>
  );
}

/** From when to when; a grant begins today or later. */
export function DaysFields({ today }: { readonly today: string }): ReactNode {
  const { t } = useTranslation('access');
  return (
    <>
      <Form.Item name="from" label={t('desk.grants.from')} rules={[{ required: true, message: t('desk.grants.fromEmpty') }]}>
        <DayPicker barred={(day) => day < today} />
      </Form.Item>
      <Form.Item name="to" label={t('desk.grants.to')} extra={t('desk.grants.toHint')}>
        <DayPicker barred={(day) => day < today} />
      </Form.Item>
    </>
  );
}
