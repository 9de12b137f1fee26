import { Button, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { meQuery } from '../../../api/me.ts';
import { useRenewRecoveryCodes } from '../own-queries.ts';
import { ProveModal } from './prove-modal.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

/** 换一组恢复码, with the own password. */
export function RenewRecoveryCodes() {
  const { t } = useTranslation('access');
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  const renew = useRenewRecoveryCodes();
  const close = () => {
    setOpen(false);
    renew.reset();
    void client.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('desk.ways.codesRenew')}</Button>
      {open && renew.data === undefined && (
        <ProveModal
          name="renew-codes"
          title={t('desk.ways.codesRenew')}
          note={t('desk.ways.codesRenewNote')}
          okText={t('desk.ways.codesRenew')}
          act={renew}
          onProve={(password) => renew.mutate(password)}
          onClose={() => setOpen(false)}
        />
      )}
      {open && renew.data !== undefined && (
        <Modal open width={480} closable={false} mask={{ closable: false }} keyboard={false} footer={null} title={t('desk.ways.codes')}>
          <RecoveryCodes codes={renew.data.recoveryCodes} onDone={close} />
        </Modal>
      )}
    </>
  );
}
