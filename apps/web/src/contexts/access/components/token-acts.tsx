import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { CopyOnce } from '../../../ui/copy-once.tsx';
import { dayOf } from '../../../ui/dates.ts';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { type Token, useRevokeToken, useRotateToken } from '../tokens-queries.ts';

type TokenActsProps = { readonly token: Token; readonly link?: boolean };

/** 轮换 and 吊销. */
export function TokenActs({ token, link = false }: TokenActsProps) {
  return (
    <>
      <Rotate token={token} link={link} />
      <Revoke token={token} link={link} />
    </>
  );
}

function Rotate({ token, link = false }: TokenActsProps) {
  const { t } = useTranslation('access');
  const rotate = useRotateToken();
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <>
      <ConfirmAct
        type={link ? 'link' : 'default'}
        objection={token.expiresOn < dayOf(new Date()) ? refusalSentence('access.token_expired') : null}
        ask={t('desk.tokens.rotateAsk', { name: token.name })}
        note={t('desk.tokens.rotateNote')}
        onAct={async () => setSecret((await rotate.mutateAsync(token.id)).secret)}
      >
        {t('desk.tokens.rotate')}
      </ConfirmAct>
      {secret !== null && <CopyOnce title={t('desk.tokens.secret')} secret={secret} onClose={() => setSecret(null)} />}
    </>
  );
}

function Revoke({ token, link = false }: TokenActsProps) {
  const { t } = useTranslation('access');
  const { message } = App.useApp();
  const revoke = useRevokeToken();
  return (
    <ConfirmAct
      type={link ? 'link' : 'default'}
      danger
      ask={t('desk.tokens.revokeAsk', { name: token.name })}
      note={t('desk.tokens.revokeNote')}
      onAct={async () => {
        await revoke.mutateAsync(token.id);
        void message.success(t('desk.tokens.revoked'));
      }}
    >
      {t('desk.tokens.revoke')}
    </ConfirmAct>
  );
}
