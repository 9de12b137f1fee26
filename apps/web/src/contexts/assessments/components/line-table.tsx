import { useTranslation } from 'react-i18next';

import type { Explanation } from '../queries.ts';
import { formulaWords, reasonWords, type SchemeWords, short } from '../words.ts';
import { ChangeOf } from './change.tsx';
import { PlanGaps } from './plan-gaps.tsx';
import { Rate } from './rate.tsx';
import './line-table.css';

export type ExplainedLine = Explanation['lines'][number];
export type OpenRecords = (of: {
  readonly indicator: string;
  readonly side?: 'numerator' | 'denominator';
  readonly measure?: string;
}) => void;

export type OfUnit = { readonly runId: string; readonly unitId: string };

type LineTableProps = {
  readonly of: OfUnit;
  readonly lines: readonly ExplainedLine[];
  readonly words: SchemeWords;
  /** There is a period before that it is compared with. */
  readonly compared: boolean;
  readonly onOpen: OpenRecords;
};

/** 各项指标: each with its numbers, the sentence of its formula, its change; or in words why it does not count. */
export function LineTable({ of, lines, words, compared, onOpen }: LineTableProps) {
  const { t } = useTranslation('assessments');
  return (
    <table className="line-table">
      <thead>
        <tr>
          <th scope="col">{t('desk.explanation.heads.indicator')}</th>
          <th scope="col">{t('desk.explanation.heads.rate')}</th>
          <th scope="col">{t('desk.explanation.heads.score')}</th>
          <th scope="col">{t('desk.explanation.heads.change')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((each) => (
          <tr key={each.line.code} className={each.line.score === null ? 'line-table__row line-table__row--na' : 'line-table__row'}>
            <th scope="row">
              <Indicator explained={each} words={words} />
              <PlanGaps of={of} explained={each} onOpen={onOpen} />
            </th>
            <td>
              <Rate explained={each} name={words.indicator(each.line.code)} onOpen={onOpen} />
            </td>
            <td>
              <Score explained={each} />
            </td>
            <td>
              <ChangeOf explained={each} compared={compared} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Indicator({ explained: { line, formula }, words }: { readonly explained: ExplainedLine; readonly words: SchemeWords }) {
  const { t } = useTranslation('assessments');
  const reason = reasonWords(line, words, t);
  const doubted = Number(line.facts['doubted'] ?? 0);
  const sentences = [
    ...(reason === null ? formulaWords(line, formula, t) : [reason]),
    ...(doubted > 0 ? [t('desk.explanation.doubted', { count: doubted })] : []),
    ...(line.adjusted === null ? [] : [t('desk.explanation.adjusted', { points: line.adjusted })]),
  ];
  return (
    <>
      <span className="line-table__name">
        <span className="line-table__code">{line.code}</span>
        {words.indicator(line.code)}
      </span>
      {sentences.map((sentence) => (
        <span key={sentence} className="line-table__formula">
          {sentence}
        </span>
      ))}
    </>
  );
}

/** Points of the weight, as a number and as a length. */
function Score({ explained: { line } }: { readonly explained: ExplainedLine }) {
  const { t } = useTranslation('assessments');
  const { score, weight } = line;
  if (score === null)
    return (
      <span className="assessment-quiet">
        {t('desk.explanation.notCounted')}
        <small className="line-table__weight">{t('desk.explanation.weight', { weight: short(weight) })}</small>
      </span>
    );
  return (
    <>
      <span className="line-table__score">{t('desk.explanation.scoreOf', { score, weight: short(weight) })}</span>
      <span className="line-table__meter" aria-hidden="true">
        <span style={{ inlineSize: `${(Number(score) / Number(weight)) * 100}%` }} />
      </span>
    </>
  );
}
