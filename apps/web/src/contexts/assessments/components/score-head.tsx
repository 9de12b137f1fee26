import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

import type { Explanation } from '../queries.ts';
import { periodTold, type SchemeWords, short } from '../words.ts';
import { Delta } from './change.tsx';
import { GradeTag } from './grade-tag.tsx';

type ScoreHeadProps = { readonly result: Explanation; readonly words: SchemeWords; readonly fullMarks: string };

/** The total, its grade and place, how it came about, and what it was before. */
export function ScoreHead({ result, words, fullMarks }: ScoreHeadProps) {
  const { t } = useTranslation('assessments');
  const { final, place, members } = result;
  return (
    <div className="score-head">
      <div className="score-head__figure">
        {final === null ? <strong>{t(`statuses.${result.status}`)}</strong> : <strong>{final}</strong>}
        {final !== null && <span>{t('desk.points', { points: '' }).trim()}</span>}
        {final !== null && <GradeTag result={result} words={words} />}
        {place !== null && <span className="score-head__place">{t('desk.place', { place })}</span>}
      </div>
      <Since result={result} words={words} />
      <ul className="score-head__sums">
        {sumsOf(result, { words, fullMarks, t }).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        <li>
          {t('desk.explanation.coverage', coverageOf(result))}
          <small>{t('desk.explanation.coverageNote')}</small>
        </li>
        {members > 1 && <li>{t('desk.explanation.members', { count: members })}</li>}
      </ul>
      <Warnings result={result} words={words} />
    </div>
  );
}

function Since({ result: { last, finalDelta }, words }: Omit<ScoreHeadProps, 'fullMarks'>) {
  const { t } = useTranslation('assessments');
  if (last === null || last.final === null) return <p className="score-head__since">{t('desk.explanation.first')}</p>;
  const before = {
    period: periodTold(last, t),
    final: last.final,
    grade: last.grade === null ? t('desk.none') : words.grade(last.grade),
  };
  return (
    <p className="score-head__since">
      {finalDelta !== null && <Delta delta={finalDelta} />}
      <span>{t('desk.explanation.since', before)}</span>
    </p>
  );
}

function coverageOf({ parts }: Explanation) {
  const sum = (of: (part: Explanation['parts'][number]) => string) => short(String(parts.reduce((all, part) => all + Number(of(part)), 0)));
  return { applicable: sum(({ applicableWeight }) => applicableWeight), on: sum(({ weightOn }) => weightOn) };
}

type Told = Pick<ScoreHeadProps, 'words' | 'fullMarks'> & { readonly t: ReturnType<typeof useTranslation<'assessments'>>['t'] };

/** Each part of the base, then the sum. */
function sumsOf({ parts, final, base, bonus, malus }: Explanation, { words, fullMarks, t }: Told): string[] {
  if (final === null || base === null) return [];
  const bases = parts.flatMap((part) => {
    if (part.base === null) return [];
    const facts = { earned: short(part.earned), weight: short(part.applicableWeight), full: short(fullMarks), base: part.base };
    if (part.code === null) return [t('desk.explanation.formula', facts)];
    return [t('desk.explanation.part', { ...facts, name: words.part(part.code), share: `${short(String(Number(part.share) * 100))}%` })];
  });
  const plain = Number(bonus) === 0 && Number(malus) === 0 && parts.length === 1;
  return plain ? bases : [...bases, t('desk.explanation.sum', { base, bonus: short(bonus), malus: short(malus), final })];
}

function Warnings({ result, words }: Omit<ScoreHeadProps, 'fullMarks'>) {
  const { t } = useTranslation('assessments');
  const { status, final, grade, gradeBeforeVeto, findings, suggested } = result;
  const changed = grade !== gradeBeforeVeto && grade !== null && gradeBeforeVeto !== null;
  return (
    <>
      {status !== 'scored' && <Alert showIcon type="warning" title={t(`desk.explanation.statusNotes.${status}`)} />}
      {changed && (
        <Alert
          showIcon
          type="error"
          title={t('desk.explanation.vetoNote', { final, before: words.grade(gradeBeforeVeto), grade: words.grade(grade) })}
          description={findings.map(({ rule }) => `${rule} ${words.rule(rule)}`).join('；')}
          action={
            <Link className="assessment-link" to="/assessments/findings" search={{ unitId: result.unitId, kind: 'veto' }}>
              {t('desk.explanation.vetoGrounds')}
            </Link>
          }
        />
      )}
      {suggested.map(({ rule, count }) => (
        <Alert
          key={rule}
          showIcon
          type="warning"
          title={t('desk.explanation.suggested')}
          description={t('desk.explanation.suggestedNote', { rule: words.rule(rule), count })}
        />
      ))}
    </>
  );
}
