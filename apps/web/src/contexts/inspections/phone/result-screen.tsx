import { type CheckResult, readResult } from '@changming/contract/inspections/results';
import { useCallback } from 'react';

import { call } from '../../../api/call.ts';
import { Receipt } from '../../../phone/outbox/receipt.tsx';
import { go } from '../../../phone/path.ts';
import type { ScreenProps } from '../../../phone/screens.ts';
import { useSession } from '../../../phone/session.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { Failure, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { StatusTag } from '../../../phone/ui/tags.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { instantText } from '../../../ui/dates.ts';
import { type Correction, newCorrection, photosTaken } from './correction.ts';
import { type CorrectionRecord, isOpen, keepCorrection, useCorrections } from './correction-store.ts';
import { useCheckWords } from './words.ts';
import './checks.css';

/** 一次检查的结果, what it corrects or was corrected by, and the way to put it right. */
export function ResultScreen({ parts }: ScreenProps) {
  const t = useCheckWords();
  const resultId = parts['resultId'] ?? '';
  const asked = useAsk(useCallback((signal: AbortSignal) => call(readResult, { params: { resultId }, signal }), [resultId]));
  if (asked.state === 'ready') return <Known key={resultId} result={asked.answer} />;
  return (
    <Screen title={t('phone.correction.result')} back="/m/checks">
      {asked.state === 'waiting' ? <Waiting /> : <Failure error={asked.error} onRetry={asked.again} />}
    </Screen>
  );
}

function Known({ result }: { readonly result: CheckResult }) {
  const t = useCheckWords();
  const { me } = useSession();
  const begun = useCorrections(me.account.id).findLast(({ content }) => content.resultId === result.id);
  const mayBegin = result.mayCorrect && !isUnderWay(begun);
  const act = mayBegin ? { act: <Begin result={result} begun={begun?.content} /> } : {};
  return (
    <Screen title={result.occurrence.point ?? result.occurrence.plan} back="/m/checks" {...act}>
      <div className="stack stack--near">
        <OnItsWay record={begun} />
        <Card title={[result.doneBy, instantText(result.doneAt)].filter(Boolean).join(' · ')} note={result.occurrence.plan} />
        <History result={result} />
        {result.answers.map((answer) => (
          <Answered key={answer.item} result={result} answer={answer} />
        ))}
        {mayBegin && <p className="stack__lead">{t('phone.correction.until', { at: instantText(result.correctableUntil) })}</p>}
      </div>
    </Screen>
  );
}

/** One that was handed in is not begun a second time. */
function isUnderWay(record: CorrectionRecord | undefined): boolean {
  return record !== undefined && !isOpen(record);
}

type BeginProps = { readonly result: CheckResult; readonly begun: Correction | undefined };

/** Begins a correction, or goes on with the one that lies on the phone. */
function Begin({ result, begun }: BeginProps) {
  const t = useCheckWords();
  const { me } = useSession();
  const open = () => {
    const correction = begun ?? newCorrection(result, me.account.id);
    if (begun === undefined) keepCorrection(correction);
    go(`/m/corrections/${correction.id}`);
  };
  return <Button onPress={open}>{t(begun === undefined ? 'phone.correction.title' : 'phone.correction.goOn')}</Button>;
}

/** Nothing of a correction that is not handed in. */
function OnItsWay({ record }: { readonly record: CorrectionRecord | undefined }) {
  const t = useCheckWords();
  if (record === undefined || isOpen(record)) return null;
  const headings = { arrived: t('phone.correction.arrived'), words: t('phone.sentOpen'), nothing: t('phone.correction.saved') };
  return <Receipt item={record} photos={photosTaken(record.content).length} headings={headings} />;
}

/** Both stay: what was said first, and what stands in its place and why. */
function History({ result: { corrects, correctedWhy, correctedBy } }: { readonly result: CheckResult }) {
  const t = useCheckWords();
  return (
    <>
      {correctedBy !== null && (
        <Card
          title={t('phone.correction.corrected')}
          note={t('phone.correction.toNewer')}
          onPress={() => go(`/m/results/${correctedBy}`)}
        />
      )}
      {corrects !== null && (
        <Card
          title={t('phone.correction.corrects', { why: correctedWhy ?? '' })}
          note={t('phone.correction.toOlder')}
          onPress={() => go(`/m/results/${corrects}`)}
        />
      )}
    </>
  );
}

const tones = { pass: 'done', fail: 'alert', notApplicable: 'neutral' } as const;

type AnsweredProps = { readonly result: CheckResult; readonly answer: CheckResult['answers'][number] };

function Answered({ result, answer }: AnsweredProps) {
  const t = useCheckWords();
  const { item, verdict } = answer;
  const asked = result.checklist.items.find(({ code }) => code === item);
  const words = wordsOn(answer, asked?.answer.kind === 'reading' ? asked.answer.unit : '');
  return (
    <Card title={asked?.text ?? item} note={words === '' ? undefined : words}>
      <StatusTag tone={tones[verdict]}>{t(`verdicts.${verdict}`)}</StatusTag>
    </Card>
  );
}

function wordsOn({ reading, note, failure }: AnsweredProps['answer'], unit: string): string {
  return [reading === null ? null : `${reading} ${unit}`, note, failure?.hazardNumber].filter(Boolean).join(' · ');
}
