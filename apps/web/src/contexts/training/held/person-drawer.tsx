import { type DedicatedCause, owedByNow } from '@changming/domain/training';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';

import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { Section } from '../../../ui/section.tsx';
import { personQuery } from './queries.ts';

type DrawerProps = { readonly personId: string | null; readonly onClose: () => void };

/** 一人一档: hours by year, training before work, and every session. */
export function PersonDrawer({ personId, onClose }: DrawerProps) {
  const { t } = useTranslation('training');
  if (personId === null) return <DetailDrawer open={false} title="" onClose={onClose} children={null} />;
  return (
    <DetailDrawer open title={t('held.hours.record')} onClose={onClose}>
      <Known key={personId} personId={personId} onClose={onClose} />
    </DetailDrawer>
  );
}

function Known({ personId, onClose }: { readonly personId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('training');
  const { data, error, refetch } = useQuery(personQuery(personId));
  if (data === undefined)
    return error === null ? (
      <Skeleton active paragraph={{ rows: 6 }} />
    ) : (
      <ErrorState error={error} onRetry={() => void refetch()} onBack={onClose} />
    );
  const named = [
    { label: t('held.hours.person'), value: data.name },
    { label: t('held.hours.staffNo'), value: data.staffNo },
    { label: t('held.unit'), value: data.unit },
  ];
  const years = data.standings.map(({ year, role, span, hours, hoursOwed, months }) => ({
    label: `${year} · ${t(`roles.${role}`)}`,
    value: t('held.hours.standing', { hours, now: owedByNow({ span, hours: hoursOwed }, months), owed: hoursOwed }),
  }));
  const before = data.owed.map(({ cause, causeOn, level, metOn, dueOn }) => ({
    label: `${causeOn} ${t(`causes.${cause}`)} · ${t(`levels.${level}`)}`,
    value: metOn === null ? `${t('held.owed.dueOn')} ${dueOn}` : t('held.dedicated.met', { on: metOn }),
  }));
  return (
    <>
      <Facts facts={named} />
      {years.length > 0 && (
        <Section title={t('held.hours.years')}>
          <Facts facts={years} />
        </Section>
      )}
      {before.length > 0 && (
        <Section title={t('held.hours.before')}>
          <Facts facts={before} />
        </Section>
      )}
      <Dedicated dedicated={data.dedicated} />
      <Section title={t('held.hours.credits')}>
        {data.credits.length === 0 && <EmptyState small title={t('held.hours.noCredits')} next={t('held.hours.noCreditsNext')} />}
        <Facts
          facts={data.credits.map((credit) => ({ label: `${credit.on} ${t(`categories.${credit.category}`)}`, value: toldOf(credit, t) }))}
        />
      </Section>
    </>
  );
}

type Owed = {
  readonly cause: DedicatedCause;
  readonly about: string | null;
  readonly causeOn: string;
  readonly hours: number;
  readonly hoursOwed: number;
  readonly metOn: string | null;
  readonly dueOn: string;
};

/** 专项应训 */
function Dedicated({ dedicated }: { readonly dedicated: readonly Owed[] }) {
  const { t } = useTranslation('training');
  if (dedicated.length === 0) return null;
  const facts = dedicated.map(({ cause, about, causeOn, hours, hoursOwed, metOn, dueOn }) => ({
    label: [causeOn, t(`dedicatedCauses.${cause}`), about].filter((each) => each !== null).join(' · '),
    value:
      metOn !== null
        ? t('held.dedicated.met', { on: metOn })
        : `${t('held.hoursOf', { hours: `${hours}/${hoursOwed}` })} · ${t('held.owed.dueOn')} ${dueOn}`,
  }));
  return (
    <Section title={t('held.dedicated.title')}>
      <Facts facts={facts} />
    </Section>
  );
}

type Credit = {
  readonly title: string | null;
  readonly attended: boolean;
  readonly classHours: number;
  readonly result: 'passed' | 'failed' | null;
};

function toldOf({ title, attended, classHours, result }: Credit, t: ReturnType<typeof useTranslation<'training'>>['t']): string {
  const hours = attended ? t('held.hoursOf', { hours: classHours }) : t('held.hours.absent');
  return [title, hours, result === null ? null : t(`held.session.results.${result}`)].filter((each) => each !== null).join(' · ');
}
