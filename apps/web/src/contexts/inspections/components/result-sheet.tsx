import { useTranslation } from 'react-i18next';

import { instantText } from '../../../ui/dates.ts';
import { PrintSheet } from '../../../ui/print-sheet.tsx';
import type { CheckResult } from '../check-queries.ts';
import { limitsText } from '../look.ts';
import { checklistName, itemText } from '../words.ts';
import './result-sheet.css';

/** The filled checklist on paper, as inspectors ask for it: reading and verdict item by item, with names. */
export function ResultSheet({ result }: { readonly result: CheckResult }) {
  const { t, i18n } = useTranslation('inspections');
  const { checklist, occurrence, doneBy, doneAt, startedAt } = result;
  const answers = new Map(result.answers.map((answer) => [answer.item, answer]));
  const subtitle = [occurrence.unit, occurrence.point, t('desk.result.version', { number: checklist.number })].filter(Boolean).join(' · ');
  const heads = ['no', 'item', 'reading', 'verdict', 'remark'] as const;
  return (
    <PrintSheet
      title={t('desk.result.sheet', { name: checklistName(checklist, i18n.language) })}
      subtitle={subtitle}
      signatures={[t('desk.result.signDone'), t('desk.result.signHead')]}
    >
      <p className="result-sheet__lead">
        {t('desk.result.sheetBy', { name: doneBy ?? '—', from: instantText(startedAt), to: instantText(doneAt) })}
      </p>
      <table className="result-sheet">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head}>{t(`desk.result.heads.${head}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {checklist.items.map((item) => {
            const answer = answers.get(item.code);
            const remark = [answer?.note, answer?.failure?.hazardNumber].filter(Boolean).join('；');
            return (
              <tr key={item.code}>
                <td>
                  {item.code}
                  {item.starred && '★'}
                </td>
                <td>{itemText(item, i18n.language)}</td>
                <td>{readingText(answer?.reading ?? null, limitsText(item.answer))}</td>
                <td>{answer === undefined ? '' : t(`verdicts.${answer.verdict}`)}</td>
                <td>{remark}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </PrintSheet>
  );
}

function readingText(reading: number | null, limits: string | null): string {
  if (limits === null) return '';
  return reading === null ? limits : `${reading}（${limits}）`;
}
