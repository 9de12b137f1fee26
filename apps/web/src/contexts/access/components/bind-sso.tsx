import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useBeginSsoBinding, useUnbindSso } from '../own-queries.ts';
import { ProveModal } from './prove-modal.tsx';

/** 绑定统一身份: the own password, then once through the identity provider; or out of it again. */
export function BindSso({ bound }: { readonly bound: boolean }) {
  const { t } = useTranslation('access');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type={bound ? 'default' : 'primary'} danger={bound} onClick={() => setOpen(true)}>
        {t(bound ? 'desk.ways.ssoUnbind' : 'desk.ways.ssoBind')}
      </Button>
      {open && (bound ? <Unbind onClose={() => setOpen(false)} /> : <Bind onClose={() => setOpen(false)} />)}
    </>
  );
}

type AskingProps = { readonly onClose: () => void };

function Bind({ onClose }: AskingProps) {
  const { t } = useTranslation('access');
  const begin = useBeginSsoBinding();
  return (
    <ProveModal
      name="bind-sso"
      title={t('desk.ways.ssoBind')}
      note={t('desk.ways.ssoBindNote')}
      okText={t('desk.ways.ssoGo')}
      act={begin}
      onProve={(password) => begin.mutate(password)}
      onClose={onClose}
    />
  );
}

function Unbind({ onClose }: AskingProps) {
  const { t } = useTranslation('access');
  const { message } = App.useApp();
  const unbind = useUnbindSso();
  const done = () => {
    void message.success(t('desk.ways.ssoUnbound'));
    onClose();
  };
  return (
    <ProveModal
      name="unbind-sso"
      danger
      title={t('desk.ways.ssoUnbind')}
      note={t('desk.ways.ssoUnbindNote')}
      okText={t('desk.ways.ssoUnbind')}
      act={unbind}
      onProve={(password) => unbind.mutate(password, { onSuccess: done })}
      onClose={onClose}
    />
  );
}
