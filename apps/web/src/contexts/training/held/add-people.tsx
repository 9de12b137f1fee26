import { App, Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { AudienceFields, audienceOf, type AudienceWords } from './audience-fields.tsx';
import { expectPeople, useTrainingAct } from './queries.ts';

/** 批量加人 to a session. */
export function AddPeople({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('training');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('held.audience.add')}</Button>
      {open && <AddForm sessionId={sessionId} onClose={() => setOpen(false)} />}
    </>
  );
}

function AddForm({ sessionId, onClose }: { readonly sessionId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('training');
  const { message } = App.useApp();
  const [form] = Form.useForm<AudienceWords>();
  const add = useTrainingAct(expectPeople);
  const finish = (words: AudienceWords) =>
    add.mutate(
      { sessionId, body: { audience: audienceOf(words) } },
      {
        onSuccess: ({ added }) => {
          void message.success(t('held.audience.added', { count: added }));
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={t('held.audience.add')}
      submit={t('held.audience.add')}
      form={form}
      busy={add.isPending}
      error={add.error}
      onFinish={finish}
      onClose={onClose}
    >
      <AudienceFields />
    </FormDrawer>
  );
}
