import type { UnitDetail } from '@changming/contract/units';
import { mayHangBelow, proposedFlags, unitKinds, type UnitKind } from '@changming/domain/units';
import { App, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { TextItem } from '../../../ui/text-item.tsx';
import { useCreateUnit } from '../acts.ts';
import { type EnteredProfile, ProfileFields, profileOf, ProposedFlags } from './profile-fields.tsx';
import { UnitForm, type Why } from './unit-form.tsx';

type Entered = Why & EnteredProfile & { readonly code: string; readonly name: string; readonly kind: UnitKind };
type CreateUnitProps = { readonly parent: UnitDetail; readonly onClose: () => void; readonly onCreated: (unitId: string) => void };

/** 新设下级 below a unit. */
export function CreateUnit({ parent, onClose, onCreated }: CreateUnitProps) {
  const { t } = useTranslation('units');
  const { message } = App.useApp();
  const [form] = Form.useForm<Entered>();
  const [id] = useState(newId);
  const create = useCreateUnit();
  const submit = ({ code, name, kind, on, reason, ...rest }: Entered) =>
    create.mutate(
      { id, parentId: parent.id, code, name, kind, on, reason, ...profileOf(rest) },
      {
        onSuccess: (created) => {
          void message.success(t('desk.forms.create.done', { name }));
          onCreated(created.id);
        },
      },
    );
  return (
    <UnitForm<Entered>
      form={form}
      title={t('desk.forms.create.title', { name: parent.name })}
      submit={t('desk.forms.create.submit')}
      busy={create.isPending}
      error={create.error}
      refusals={{ 'units.kind_below': 'kind' }}
      onChange={(entered) => {
        if (!form.isFieldTouched('flags')) form.setFields([{ name: 'flags', value: proposedFlags(entered) }]);
      }}
      onSubmit={submit}
      onClose={onClose}
    >
      <NamingFields />
      <Form.Item name="kind" label={t('desk.forms.kind')} rules={[{ required: true, message: t('desk.forms.kindEmpty') }]}>
        <Select
          options={unitKinds.filter((kind) => mayHangBelow(kind, parent.kind)).map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
      </Form.Item>
      <ProfileFields>
        <ProposedFlags />
      </ProfileFields>
    </UnitForm>
  );
}

function NamingFields() {
  const { t } = useTranslation('units');
  return (
    <>
      <TextItem
        name="name"
        label={t('desk.forms.name')}
        rules={[{ required: true, whitespace: true, message: t('desk.forms.nameEmpty') }]}
        most={80}
        input={{ autoFocus: true }}
      />
      <TextItem
        name="code"
        label={t('desk.forms.code')}
        extra={t('desk.forms.codeHint')}
        rules={[{ required: true, whitespace: true, message: t('desk.forms.codeEmpty') }]}
        most={32}
      />
    </>
  );
}
