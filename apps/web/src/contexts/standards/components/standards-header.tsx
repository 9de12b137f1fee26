import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { dayOf } from '../../../ui/dates.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import './standards.css';

type Tab = 'rules' | 'clauses' | 'calendar' | 'editions';

/** The title of one of the four pages, and the way to the others. */
export function StandardsHeader({ tab, actions, aside }: { readonly tab: Tab; readonly actions?: ReactNode; readonly aside?: ReactNode }) {
  const { t } = useTranslation('standards');
  const link = { className: 'standards-tabs__tab', activeOptions: { exact: true, includeSearch: false } } as const;
  return (
    <>
      <nav className="standards-tabs" aria-label={t('desk.tabs.label')}>
        <Link {...link} to="/standards">
          {t('desk.tabs.rules')}
        </Link>
        <Link {...link} to="/standards/clauses">
          {t('desk.tabs.clauses')}
        </Link>
        <Link {...link} to="/standards/calendar">
          {t('desk.tabs.calendar')}
        </Link>
        <Link {...link} to="/standards/editions">
          {t('desk.tabs.editions')}
        </Link>
      </nav>
      <PageHeader title={t(`desk.${tab}.title`)} lead={t(`desk.${tab}.lead`)} aside={aside} actions={actions} />
    </>
  );
}

type DayChoiceProps = { readonly on: string | undefined; readonly onChoose: (day: string | undefined) => void };

/** 按哪一天: today unless the address says another day. */
export function DayChoice({ on, onChoose }: DayChoiceProps) {
  const { t } = useTranslation('standards');
  return (
    <label className="standards-day">
      <span>{t('desk.onDay')}</span>
      <DayPicker
        value={on ?? null}
        placeholder={t('desk.today')}
        onChange={(day) => onChoose(day === null || day === dayOf(new Date()) ? undefined : day)}
      />
    </label>
  );
}
