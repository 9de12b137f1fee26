import { basisWords, type Language } from '@changming/phrases';
import type { TFunction } from 'i18next';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { instantText } from '../../../ui/dates.ts';
import { type Fact, Facts } from '../../../ui/facts.tsx';
import type { HazardDetail } from '../queries.ts';

type OfHazard = { readonly hazard: HazardDetail };

/** What was found, where, when, by whom. */
export function HazardFacts({ hazard }: OfHazard) {
  const { t, i18n } = useTranslation('hazards');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return <Facts facts={[...foundFacts(hazard, t, language), ...doneFacts(hazard, t)]} />;
}

function foundFacts(hazard: HazardDetail, t: TFunction<'hazards'>, language: Language): Fact[] {
  const { text, category, keyArea, unit, point, place, finder, anonymous, source, factor, clauseIds } = hazard;
  return [
    ...(text === null ? [] : [{ label: t('desk.facts.text'), value: text, wide: true }]),
    { label: t('desk.facts.unit'), value: unit.name },
    { label: t('desk.facts.place'), value: point === null ? place : `${point.name}（${point.code}）` },
    { label: t('desk.facts.category'), value: t(`categories.${category}`) },
    { label: t('desk.facts.keyArea'), value: t(`keyAreas.${keyArea}`) },
    { label: t('desk.facts.source'), value: t(`sources.${source}`) },
    { label: t('desk.facts.finder'), value: anonymous ? t('desk.facts.anonymous') : nameOf(finder) },
    {
      label: t('desk.facts.foundAt'),
      value: foundWhen(hazard, t),
    },
    { label: t('desk.facts.factor'), value: factor === null ? null : factorName(factor, t) },
    ...(clauseIds.length === 0
      ? []
      : [{ label: t('desk.facts.clauses'), value: clauseIds.map((code) => basisWords(code, language)).join('；'), wide: true }]),
  ];
}

/** A ledger from before the go-live knows the day and no more. */
function foundWhen({ origin, foundOn, foundAt, reportedAt, clockSuspect, lateEntry }: HazardDetail, t: TFunction<'hazards'>): string {
  if (origin === 'opening') return foundOn;
  if (lateEntry) return t('desk.facts.lateEntry', { at: instantText(foundAt), entered: instantText(reportedAt) });
  return clockSuspect ? t('desk.facts.clockSuspect', { at: instantText(foundAt) }) : instantText(foundAt);
}

function doneFacts(hazard: HazardDetail, t: TFunction<'hazards'>): Fact[] {
  const { done, spent, submittedBy, submittedOn, acceptedBy, closedOn, opinion, lesson, recurrenceOf, sendBacks, reopenings } = hazard;
  const times = (count: number) => (count === 0 ? null : t('desk.times', { count }));
  const lines: Fact[] = [
    { label: t('desk.facts.done'), value: done, wide: true },
    { label: t('desk.facts.submitted'), value: signed(submittedOn, nameOf(submittedBy)) },
    { label: t('desk.facts.spent'), value: spent === null ? null : yuan(spent, t) },
    { label: t('desk.facts.accepted'), value: signed(closedOn, nameOf(acceptedBy)) },
    { label: t('desk.facts.opinion'), value: opinion, wide: true },
    { label: t('desk.facts.lesson'), value: lesson, wide: true },
    { label: t('desk.facts.sendBacks'), value: times(sendBacks) },
    { label: t('desk.facts.reopenings'), value: times(reopenings) },
    { label: t('desk.facts.recurrenceOf'), value: recurrenceOf && <ToHazard {...recurrenceOf} /> },
  ];
  return lines.filter(({ value }) => value !== null);
}

function ToHazard({ id, number }: { readonly id: string; readonly number: string }) {
  return (
    <Link to="/hazards/$id" params={{ id }}>
      {number}
    </Link>
  );
}

/** A day and who signed it; null before that day has come. */
function signed(on: string | null, by: string | null): string | null {
  return on === null ? null : [on, by].filter(Boolean).join(' ');
}

export function nameOf(person: { readonly name: string; readonly unit: string } | null): string | null {
  return person === null ? null : `${person.name}（${person.unit}）`;
}

/** 分 as 元. */
export function yuan(fen: number, t: TFunction<'hazards'>): string {
  return t('desk.money', { yuan: (fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: fen % 100 === 0 ? 0 : 2 }) });
}

function factorName(factor: string, t: TFunction<'hazards'>): string {
  const names = t('factors', { returnObjects: true }) as Readonly<Record<string, string>>;
  return names[factor] ?? factor;
}
