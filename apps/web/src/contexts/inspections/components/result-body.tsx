import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { instantText } from '../../../ui/dates.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { type CheckResult, resultQuery } from '../check-queries.ts';
import type { ChecklistItem } from '../checklist-queries.ts';
import { limitsText, verdictTones } from '../look.ts';
import { itemText } from '../words.ts';
import { FailureHazard } from './failure-hazard.tsx';
import { Star } from './star.tsx';
import './result-body.css';

/** The filled checklist: each item with what was said about it. */
export function ResultBody({ resultId }: { readonly resultId: string }) {
  const query = useQuery(resultQuery(resultId));
  return (
    <Loaded query={query} small rows={5}>
      {(result) => <Answers result={result} />}
    </Loaded>
  );
}

export function Answers({ result }: { readonly result: CheckResult }) {
  const { t } = useTranslation('inspections');
  const items = new Map(result.checklist.items.map((item) => [item.code, item]));
  const minutes = Math.max(1, Math.round((Date.parse(result.doneAt) - Date.parse(result.startedAt)) / 60_000));
  return (
    <>
      <p className="inspections-quiet answers__by">
        {t('desk.result.by', { name: result.doneBy ?? '—', at: instantText(result.doneAt), minutes })}
        {result.byHand !== null && ` · ${t('desk.result.byHand', { why: result.byHand })}`}
        {result.clockSuspect && ` · ${t('desk.result.clockSuspect')}`}
      </p>
      <ol className="answers">
        {result.answers.map((answer) => {
          const item = items.get(answer.item);
          return item === undefined ? null : <Answered key={answer.item} item={item} answer={answer} subject={result.id} />;
        })}
      </ol>
      {result.note !== null && <p>{result.note}</p>}
    </>
  );
}

type AnsweredProps = { readonly item: ChecklistItem; readonly answer: CheckResult['answers'][number]; readonly subject: string };

function Answered({ item, answer, subject }: AnsweredProps) {
  const { t, i18n } = useTranslation('inspections');
  const { verdict, reading, note, photos, failure } = answer;
  const text = itemText(item, i18n.language);
  return (
    <li className="answers__item">
      <span className="answers__text">
        <code>{item.code}</code>
        {item.starred && <Star />} {text}
        {reading !== null && <Reading item={item} reading={reading} />}
      </span>
      <StatusTag tone={verdictTones[verdict]}>{t(`verdicts.${verdict}`)}</StatusTag>
      {note !== null && <span className="answers__note">{note}</span>}
      {failure !== null && <FailureHazard failure={failure} resultId={subject} item={item.code} text={text} />}
      {photos.length > 0 && <Photos photos={photos} subject={failure?.hazardId ?? subject} text={text} />}
    </li>
  );
}

function Reading({ item: { answer }, reading }: { readonly item: ChecklistItem; readonly reading: number }) {
  return (
    <strong className="answers__reading" title={limitsText(answer) ?? undefined}>
      {reading} {answer.kind === 'reading' ? answer.unit : ''}
    </strong>
  );
}

type PhotosProps = { readonly photos: AnsweredProps['answer']['photos']; readonly subject: string; readonly text: string };

function Photos({ photos, subject, text }: PhotosProps) {
  const { t } = useTranslation('inspections');
  return (
    <span className="answers__photos">
      {photos.map(({ sha256, evidenceId }) =>
        evidenceId === null ? (
          <span key={sha256} className="answers__awaited">
            {t('desk.result.photoAwaited')}
          </span>
        ) : (
          <a key={sha256} href={address(evidenceId, 'view', subject)} target="_blank" rel="noreferrer">
            <img src={address(evidenceId, 'thumb', subject)} alt={t('desk.result.photo', { text })} loading="lazy" />
          </a>
        ),
      )}
    </span>
  );
}

function address(evidenceId: string, size: 'thumb' | 'view', subject: string): string {
  return `/api/v1/evidence/${evidenceId}/${size}?subject=${subject}`;
}
