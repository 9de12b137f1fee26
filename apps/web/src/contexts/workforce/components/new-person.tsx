import { UserAddOutlined } from '@ant-design/icons';
import { App, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { useCreatePerson } from '../queries.ts';
import { numbersTold, PersonForm, told } from './person-form.tsx';

/** 新增人员. The id is made once for the form, so sending it twice makes one person. */
export function NewPerson({ onMade }: { readonly onMade: (id: string) => void }) {
  const { t } = useTranslation('workforce');
  const { message } = App.useApp();
  const [id, setId] = useState<string | null>(null);
  const create = useCreatePerson();
  const close = () => [setId(null), create.reset()];
  return (
    <>
      <ActButton type="primary" icon={<UserAddOutlined />} onClick={() => setId(newId())}>
        {t('desk.create')}
      </ActButton>
      <Drawer open={id !== null} size={480} destroyOnHidden title={t('desk.create')} onClose={close}>
        {id !== null && (
          <PersonForm
            initial={{}}
            saving={create.isPending}
            error={create.error}
            onSave={(entered) =>
              create.mutate(
                { id, ...told(entered), ...numbersTold(entered) },
                { onSuccess: (made) => [void message.success(t('desk.created')), close(), onMade(made.id)] },
              )
            }
          />
        )}
      </Drawer>
    </>
  );
}
