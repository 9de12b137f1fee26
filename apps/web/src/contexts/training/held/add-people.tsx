import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type Audience, AudienceDrawer } from './audience-drawer.tsx';
import { expectPeople, useTrainingAct } from './queries.ts';

/** 批量加人 to a session. */
export function AddPeople({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('training');
  const [open, setOpen] = useState(false);
  const { isPending: busy, error, mutateAsync } = useTrainingAct(expectPeople);
  const add = {
    busy,
    error,
    run: async (audience: Audience) => t('held.audience.added', { count: (await mutateAsync({ sessionId, body: { audience } })).added }),
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('held.audience.add')}</Button>
      {open && <AudienceDrawer title={t('held.audience.add')} add={add} onClose={() => setOpen(false)} />}
    </>
  );
}
