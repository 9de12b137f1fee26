import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useDisableTotp } from '../own-queries.ts';
import { ProveModal } from './prove-modal.tsx';

/** 停用动态口令, with the own password. */
export function StopTotp() {
  const { t } = useTranslation('access');
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const stop = useDisableTotp();
  const prove = (password: string) =>
    stop.mutate(password, {
      onSuccess: () => {
        void message.success(t('desk.own.totpStopped'));
        setOpen(false);
      },
    });
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {t('desk.own.totpStop')}
      </Button>
      {open && (
        <ProveModal
          name="stop-totp"
          danger
          title={t('desk.own.totpStopTitle')}
          note={t('desk.own.totpStopNote')}
          okText={t('desk.own.totpStop')}
          act={stop}
          onProve={prove}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
