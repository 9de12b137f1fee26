import type { Scheme } from '@changming/domain/assessments';
import { useTranslation } from 'react-i18next';

import { Panel } from '../../../ui/panel.tsx';
import { Section } from '../../../ui/section.tsx';
import { type SchemeWords, short, type Words } from '../words.ts';
import { percent } from './scheme-words.ts';

type RulesPanelProps = { readonly scheme: Scheme; readonly words: SchemeWords };

/** Everything else that a scheme fixes, in sentences. */
export function RulesPanel({ scheme, words }: RulesPanelProps) {
  const { t } = useTranslation(['assessments', 'units']);
  const { bonus, malus, vetoes, unitKinds } = scheme;
  const kinds = unitKinds.map((kind) => t(`units:kinds.${kind}`)).join('、');
  return (
    <Panel title={t('desk.scheme.rules')}>
      <ul className="scheme-rules">
        <li>{t('desk.scheme.unitKinds', { kinds })}</li>
        {generalRules(scheme, words, t).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Section title={t(bonus.how === 'highest' ? 'desk.scheme.bonusHighest' : 'desk.scheme.bonus', { cap: short(bonus.cap) })}>
        <Points rules={bonus.rules} words={words} />
      </Section>
      <Section title={t('desk.scheme.malus', { cap: short(malus.cap) })}>
        <Points rules={malus.rules} words={words} />
      </Section>
      <Section title={t('desk.scheme.vetoes')}>
        <ul className="scheme-points">
          {vetoes.map(({ code, bestGrade, suggests }) => (
            <li key={code}>
              <span>
                {words.rule(code)}
                {suggests !== null && <small>{t('desk.scheme.vetoSuggests')}</small>}
              </span>
              <strong>
                {bestGrade === null ? t('desk.scheme.vetoWhole') : t('desk.scheme.vetoLimit', { grade: words.grade(bestGrade) })}
              </strong>
            </li>
          ))}
        </ul>
        {vetoes.length === 0 && <p className="assessment-quiet">{t('desk.scheme.none')}</p>}
      </Section>
    </Panel>
  );
}

function Points({ rules, words }: { readonly rules: Scheme['bonus']['rules']; readonly words: SchemeWords }) {
  const { t } = useTranslation('assessments');
  if (rules.length === 0) return <p className="assessment-quiet">{t('desk.scheme.none')}</p>;
  return (
    <ul className="scheme-points">
      {rules.map(({ code, points }) => (
        <li key={code}>
          <span>{words.rule(code)}</span>
          <strong>{t('desk.scheme.pointsOf', { points: short(points) })}</strong>
        </li>
      ))}
    </ul>
  );
}

export function generalRules(scheme: Scheme, words: SchemeWords, t: Words): string[] {
  const { composition } = scheme;
  return [
    t('desk.scheme.fullMarks', { full: short(scheme.fullMarks), decimals: scheme.rounding.total }),
    ...(composition === null
      ? []
      : [...composition.parts.map((part) => partWords(part, words, t)), t(`desk.scheme.partMissing.${composition.missing}`)]),
    t('desk.scheme.participation', { share: percent(scheme.participationShare) }),
    t('desk.scheme.insufficient', { share: percent(scheme.insufficientShare) }),
    t('desk.scheme.cutOff', { days: scheme.cutOffWorkdays }),
    t('desk.scheme.times', { confirm: scheme.confirmWorkdays, appeal: scheme.appealWorkdays }),
  ];
}

type Part = NonNullable<Scheme['composition']>['parts'][number];

function partWords({ code, share, dimensions }: Part, words: SchemeWords, t: Words): string {
  return t('desk.scheme.part', { name: words.part(code), share: percent(share), dimensions: dimensions.map(words.dimension).join('、') });
}
