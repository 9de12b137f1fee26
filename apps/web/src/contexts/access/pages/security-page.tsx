import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

import { useMe } from '../../../api/me.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { BeginTotp } from '../components/begin-totp.tsx';
import { BindSso } from '../components/bind-sso.tsx';
import { RenewRecoveryCodes } from '../components/renew-recovery-codes.tsx';
import { SetPin } from '../components/set-pin.tsx';
import { StopTotp } from '../components/stop-totp.tsx';
import { signInWaysQuery } from '../own-queries.ts';
import './security-page.css';

const route = getRouteApi('/desk/account/security');

/** 登录安全: one-time codes, the identity provider, and the PIN for shared phones. */
export function SecurityPage() {
  const { t } = useTranslation('access');
  const { person } = useMe();
  return (
    <>
      <PageHeader title={t('desk.own.title')} lead={t('desk.own.lead')} />
      <SsoSaid />
      <div className="security-page">
        <OneTimeCodes />
        <Identity />
        {person !== null && <Pin />}
      </div>
    </>
  );
}

function OneTimeCodes() {
  const { t } = useTranslation('access');
  const { totpEnabled, recoveryCodes } = useMe().account;
  const word = t(totpEnabled ? 'desk.own.totpOn' : 'desk.own.totpOff');
  return (
    <Panel title={<Titled title={t('desk.own.totp')} on={totpEnabled} word={word} />} lead={t('desk.own.totpLead')}>
      <div className="security-page__acts">
        {totpEnabled ? <StopTotp /> : <BeginTotp />}
        {totpEnabled && <RenewRecoveryCodes />}
        {totpEnabled && <span>{t('desk.ways.codesLeft', { count: recoveryCodes })}</span>}
      </div>
      <p className="security-page__note">{t('desk.own.totpLost')}</p>
    </Panel>
  );
}

/** Where the house has an identity provider; and where it had one, to be unbound from it. */
function Identity() {
  const { t } = useTranslation('access');
  const { ssoBound } = useMe().account;
  const sso = useQuery(signInWaysQuery).data?.sso ?? null;
  if (sso === null && !ssoBound) return null;
  const word = t(ssoBound ? 'desk.ways.ssoOn' : 'desk.ways.ssoOff');
  return (
    <Panel title={<Titled title={sso?.label ?? t('desk.ways.sso')} on={ssoBound} word={word} />} lead={t('desk.ways.ssoLead')}>
      <BindSso bound={ssoBound} />
    </Panel>
  );
}

function Pin() {
  const { t } = useTranslation('access');
  const { pinSet } = useMe().account;
  const word = t(pinSet ? 'desk.own.pinOn' : 'desk.own.pinOff');
  return (
    <Panel title={<Titled title={t('desk.own.pin')} on={pinSet} word={word} />} lead={t('desk.own.pinLead')}>
      <SetPin pinSet={pinSet} />
    </Panel>
  );
}

/** What came of the way to the identity provider and back. */
function SsoSaid() {
  const { t } = useTranslation('access');
  const { sso } = route.useSearch();
  if (sso === undefined) return null;
  const done = sso === 'bound';
  return (
    <Alert
      className="security-page__said"
      showIcon
      type={done ? 'success' : 'error'}
      title={done ? t('desk.ways.ssoBound') : t(`desk.ways.failed.${sso}`)}
    />
  );
}

function Titled({ title, on, word }: { readonly title: string; readonly on: boolean; readonly word: string }) {
  return (
    <>
      {title}
      <StatusTag tone={on ? 'done' : 'neutral'}>{word}</StatusTag>
    </>
  );
}
