import { UserAddOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { useMe } from '../../../api/me.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import type { PickedUnit } from '../../../ui/unit-picker.tsx';
import { unitQuery } from '../../units/queries.ts';
import { useCreatePerson } from '../queries.ts';
import { numbersTold, PersonForm, told } from './person-form.tsx';

type NewPersonProps = { readonly unitId: string | null; readonly onMade: (id: string) => void };

/** 新增人员, into the unit of the list unless another is chosen. The id is made once for the form, so sending it twice makes one person. */
export function NewPerson({ unitId, onMade }: NewPersonProps) {
  const { t } = useTranslation('workforce');
  const { message } = App.useApp();
  const [id, setId] = useState<string | null>(null);
  const create = useCreatePerson();
  const unit = useUnitToBegin(unitId);
  const close = () => [setId(null), create.reset()];
  return (
    <>
      <ActButton type="primary" icon={<UserAddOutlined />} onClick={() => setId(newId())}>
        {t('desk.create')}
      </ActButton>
      <Drawer open={id !== null} size={480} destroyOnHidden title={t('desk.create')} onClose={close}>
        {id !== null && unit !== undefined && (
          <PersonForm
            initial={unit === null ? {} : { unit }}
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

/** The unit chosen in the list, else one's own, else the only one that one answers for; undefined while it is looked up. */
function useUnitToBegin(unitId: string | null): PickedUnit | null | undefined {
  const { person, units } = useMe();
  const chosen = useQuery({ ...unitQuery(unitId ?? ''), enabled: unitId !== null });
  if (unitId !== null && chosen.isPending) return undefined;
  if (chosen.data !== undefined) return { id: chosen.data.id, name: chosen.data.name };
  if (person !== null) return { id: person.unitId, name: person.unit };
  const [only] = units;
  return only === undefined || units.length > 1 ? null : { id: only.id, name: only.name };
}
