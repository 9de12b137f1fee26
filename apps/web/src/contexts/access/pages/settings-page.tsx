import { type PasswordProfile, passwordProfileNames, passwordProfiles } from '@changming/domain/access';
import { useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { type Fact, Facts } from '../../../ui/facts.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { settingsQuery, useConfigureAccess } from '../settings-queries.ts';
import './settings-page.css';

/** 登录设置: the two sets of password rules side by side, the one in force marked. */
export function SettingsPage() {
  const { t } = useTranslation('access');
  const settings = useQuery(settingsQuery);
  return (
    <>
      <PageHeader title={t('desk.settings.title')} lead={t('desk.settings.lead')} />
      <Loaded query={settings}>
        {({ answer, etag }) => (
          <div className="settings-page">
            {passwordProfileNames.map((profile) => (
              <Profile key={profile} profile={profile} inUse={profile === answer.passwordProfile} etag={etag} />
            ))}
          </div>
        )}
      </Loaded>
    </>
  );
}

type ProfileProps = { readonly profile: PasswordProfile; readonly inUse: boolean; readonly etag: string | null };

function Profile({ profile, inUse, etag }: ProfileProps) {
  const { t } = useTranslation('access');
  const { message } = App.useApp();
  const configure = useConfigureAccess();
  const name = t(`desk.settings.profiles.${profile}.name`);
  return (
    <Panel
      title={
        <>
          {name}
          {inUse && <StatusTag tone="done">{t('desk.settings.inUse')}</StatusTag>}
        </>
      }
      lead={t(`desk.settings.profiles.${profile}.lead`)}
    >
      <Facts facts={factsOf(profile, t)} />
      {!inUse && (
        <ConfirmAct
          className="settings-page__act"
          ask={t('desk.settings.chooseAsk', { name })}
          note={t('desk.settings.chooseNote')}
          onAct={async () => {
            await configure.mutateAsync({ passwordProfile: profile, etag });
            void message.success(t('desk.settings.saved'));
          }}
        >
          {t('desk.settings.choose')}
        </ConfirmAct>
      )}
    </Panel>
  );
}

function factsOf(profile: PasswordProfile, t: TFunction<'access'>): Fact[] {
  const { minLength, classes, maxAgeDays, remembered, failures, lockMinutes, desk } = passwordProfiles[profile];
  return [
    { label: t('desk.settings.minLength'), value: t('desk.settings.chars', { count: minLength }) },
    {
      label: t('desk.settings.maxAge'),
      value: maxAgeDays === null ? t('desk.settings.noAge') : t('desk.settings.days', { count: maxAgeDays }),
    },
    {
      label: t('desk.settings.classes'),
      value: classes > 1 ? t('desk.settings.classesOf', { count: classes }) : t('desk.settings.classesAny'),
    },
    {
      label: t('desk.settings.remembered'),
      value: remembered > 0 ? t('desk.settings.rememberedOf', { count: remembered }) : t('desk.settings.rememberedNone'),
    },
    { label: t('desk.settings.lock'), value: t('desk.settings.lockOf', { failures, minutes: lockMinutes }), wide: true },
    { label: t('desk.settings.desk'), value: t('desk.settings.deskOf', { minutes: desk.idleMinutes, hours: desk.hours }), wide: true },
  ];
}
