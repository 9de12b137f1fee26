import { App, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActButton } from '../../../ui/act-button.tsx';
import { type PersonDetail, useEditPerson } from '../queries.ts';
import { numbersTold, PersonForm, told } from './person-form.tsx';

/** 修改, from the version that is on the screen. */
export function EditPerson({ person }: { readonly person: PersonDetail }) {
  const { t } = useTranslation('workforce');
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const edit = useEditPerson();
  const { id: personId, version, unitId, unit, name, staffNo, sex, title, engagement, hiredOn } = person;
  const close = () => [setOpen(false), edit.reset()];
  return (
    <>
      <ActButton type="primary" onClick={() => setOpen(true)}>
        {t('desk.edit')}
      </ActButton>
      <Drawer open={open} size={480} destroyOnHidden title={t('desk.editTitle', { name })} onClose={close}>
        <PersonForm
          initial={{ name, staffNo, sex, title, engagement, hiredOn, unit: { id: unitId, name: unit } }}
          masked={person}
          saving={edit.isPending}
          error={edit.error}
          onSave={(entered) =>
            edit.mutate(
              { personId, version, body: { ...told(entered), ...numbersTold(entered) } },
              { onSuccess: () => [void message.success(t('desk.edited')), close()] },
            )
          }
        />
      </Drawer>
    </>
  );
}
