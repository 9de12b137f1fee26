import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { type Me, useMe } from '../../api/me.ts';
import { dayOf, hourOf } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useCurrentUnit } from '../current-unit.ts';
import { arranged, type ArrangedPart, type Waits } from './arranged.ts';
import { homeSectionsOf } from './home-sections.ts';
import { TodoCard, TodoCount, TodoMention } from './todo-card.tsx';
import type { HomeSection, TodoSource } from './todo-source.ts';
import { todoSourcesOf } from './todo-sources.ts';
import './home.css';

/** 首页: what waits, part by part in the order of the role, six cards at most. Every number opens its records. */
export function HomePage() {
  const me = useMe();
  const parts = useArranged(me);
  const isClear = parts.every(({ cards, lines }) => cards.length + lines.length === 0);
  return (
    <div className={isFull(parts) ? 'home home--full' : 'home'}>
      <Greeting me={me} />
      {isClear && <Nothing section={parts[0]?.section} />}
      {parts.map((part) => (
        <HomePart key={part.section} part={part} />
      ))}
      <Clear sources={parts.flatMap(({ clear }) => clear)} />
    </div>
  );
}

function useArranged(me: Me): readonly ArrangedPart<TodoSource>[] {
  const parts = homeSectionsOf(me.roles).map((section) => ({ section, sources: todoSourcesOf(me, section) }));
  const answers = useQueries({ queries: parts.flatMap(({ sources }) => sources.map(({ query }) => query)) });
  const waits = answers.map(({ data, isError }): Waits => data?.count ?? (isError ? 'failed' : 'asked'));
  let at = 0;
  return arranged(
    parts.map(({ section, sources }) => ({ section, asked: sources.map((source) => ({ source, waits: waits[at++] ?? 'asked' })) })),
  );
}

function Nothing({ section }: { readonly section: HomeSection | undefined }) {
  const { t } = useTranslation('shell');
  if (section === undefined) return <EmptyState title={t('home.nothingYet')} next={t('home.nothingYetNext')} />;
  return <EmptyState title={t(`home.${section}Empty`)} next={t(`home.${section}EmptyNext`)} />;
}

/** More than a row of cards: each shows fewer records, so that the page is taken in without scrolling. */
function isFull(parts: readonly ArrangedPart<TodoSource>[]): boolean {
  return parts.flatMap(({ cards }) => cards).length > 4;
}

function HomePart({ part: { section, cards, lines, folded } }: { readonly part: ArrangedPart<TodoSource> }) {
  const { t } = useTranslation('shell');
  if (cards.length + lines.length === 0) return null;
  return (
    <section className={`home__part home__part--${section} home__part--${cards.length}`} aria-labelledby={`home-${section}`}>
      <h2 id={`home-${section}`}>{t(`home.${section}`)}</h2>
      {cards.length > 0 && (
        <div className="home__cards">
          {cards.map((source) => (
            <TodoCard key={source.id} source={source} />
          ))}
        </div>
      )}
      <Lines sources={lines} />
      {folded.length > 0 && (
        <details className="home__fold">
          <summary>
            {t('home.folded', { count: folded.length })}
            {folded.map((source) => (
              <TodoMention key={source.id} source={source} />
            ))}
          </summary>
          <Lines sources={folded} />
        </details>
      )}
    </section>
  );
}

function Lines({ sources }: { readonly sources: readonly TodoSource[] }) {
  if (sources.length === 0) return null;
  return (
    <ul className="home__more">
      {sources.map((source) => (
        <TodoCount key={source.id} source={source} />
      ))}
    </ul>
  );
}

/** What waits for nobody, in one quiet line. */
function Clear({ sources }: { readonly sources: readonly TodoSource[] }) {
  const { t } = useTranslation('shell');
  if (sources.length === 0) return null;
  return (
    <p className="home__clear">
      <span>{t('home.clear')}</span>
      {sources.map((source) => (
        <span key={source.id} title={source.empty().next}>
          {source.empty().title}
        </span>
      ))}
    </p>
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
