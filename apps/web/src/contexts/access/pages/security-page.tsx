import { useTranslation } from 'react-i18next';

import { useMe } from '../../../api/me.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { SetPin } from '../components/set-pin.tsx';
import { BeginTotp } from '../components/begin-totp.tsx';
import { StopTotp } from '../components/stop-totp.tsx';
import './security-page.css';

/** 登录安全: one-time codes, and the PIN for shared phones. */
export function SecurityPage() {
  const { t } = useTranslation('access');
  const { account, person } = useMe();
  return (
    <>
      <PageHeader title={t('desk.own.title')} lead={t('desk.own.lead')} />
      <div className="security-page">
        <Panel title={<Titled title={t('desk.own.totp')} on={account.totpEnabled} />} lead={t('desk.own.totpLead')}>
          {account.totpEnabled ? <StopTotp /> : <BeginTotp />}
          <p className="security-page__note">{t('desk.own.totpLost')}</p>
        </Panel>
        {person !== null && (
          <Panel title={<Titled title={t('desk.own.pin')} on={account.pinSet} />} lead={t('desk.own.pinLead')}>
            <SetPin pinSet={account.pinSet} />
          </Panel>
        )}
      </div>
    </>
  );
}

function Titled({ title, on }: { readonly title: string; readonly on: boolean }) {
  const { t } = useTranslation('access');
  return (
    <>
      {title}
      <StatusTag tone={on ? 'done' : 'neutral'}>{t(on ? 'desk.own.totpOn' : 'desk.own.totpOff')}</StatusTag>
    </>
  );
}
