import { useTranslation } from 'react-i18next';

import { type Me, useMe } from '../../api/me.ts';
import { dayOf, hourOf } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useCurrentUnit } from '../current-unit.ts';
import { homeSectionsOf } from './home-sections.ts';
import { TodoCard } from './todo-card.tsx';
import type { HomeSection } from './todo-source.ts';
import { todoSourcesOf } from './todo-sources.ts';
import './home.css';

/** 首页: what waits, part by part in the order of the role. Every number opens its records. */
export function HomePage() {
  const { t } = useTranslation('shell');
  const me = useMe();
  const sections = homeSectionsOf(me.roles);
  return (
    <div className="home">
      <Greeting me={me} />
      {sections.length === 0 && <EmptyState title={t('home.nothingYet')} next={t('home.nothingYetNext')} />}
      {sections.map((section) => (
        <HomePart key={section} section={section} me={me} />
      ))}
    </div>
  );
}

function HomePart({ section, me }: { readonly section: HomeSection; readonly me: Me }) {
  const { t } = useTranslation('shell');
  const sources = todoSourcesOf(me, section);
  return (
    <section className={sources.length > 1 ? 'home__part home__part--many' : 'home__part'} aria-labelledby={`home-${section}`}>
      <h2 id={`home-${section}`}>{t(`home.${section}`)}</h2>
      {sources.length === 0 ? (
        <div className="home__card">
          <EmptyState small title={t(`home.${section}Empty`)} next={t(`home.${section}EmptyNext`)} />
        </div>
      ) : (
        <div className="home__cards">
          {sources.map((source) => (
            <TodoCard key={source.id} source={source} />
          ))}
        </div>
      )}
    </section>
  );
}

function Greeting({ me }: { readonly me: Me }) {
  const { t, i18n } = useTranslation(['shell', 'access']);
  const [unit] = useCurrentUnit(me);
  const now = new Date();
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'Asia/Shanghai' }).format(now);
  const name = me.person?.name ?? me.account.login;
  return (
    <header className="home__greeting">
      <h1>{name === null ? t('home.nobody') : t(`home.${partOfDay(hourOf(now))}`, { name })}</h1>
      <p>
        <span>{`${dayOf(now)} ${weekday}`}</span>
        {unit !== null && <span>{unit.name}</span>}
        <span>{me.roles.map((role) => t(`access:roles.${role}`)).join('、')}</span>
      </p>
    </header>
  );
}

function partOfDay(hour: number): 'morning' | 'noon' | 'afternoon' | 'evening' {
  if (hour < 11) return hour < 4 ? 'evening' : 'morning';
  if (hour < 13) return 'noon';
  return hour < 18 ? 'afternoon' : 'evening';
}
