import { type CheckResult, readResult } from '@changming/contract/inspections/results';
import { useCallback, useState } from 'react';

import { call } from '../../../api/call.ts';
import type { OutboxItem } from '../../../phone/outbox/item.ts';
import { mayReopen } from '../../../phone/outbox/passage.ts';
import { Receipt } from '../../../phone/outbox/receipt.tsx';
import { useOpenItems } from '../../../phone/outbox/use-items.ts';
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
import { CorrectForm } from './correct-form.tsx';
import { type Correction, newCorrection, photosTaken } from './correction.ts';
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
  const [begin, setBegin] = useState<Correction | null>(null);
  const waiting = useWaiting(me.account.id, result.id);
  if (begin !== null) return <CorrectForm begin={begin} onSent={() => setBegin(null)} />;
  const mayBegin = result.mayCorrect && (waiting === undefined || isOpenAgain(waiting));
  const goOn = () => setBegin((waiting?.content as Correction | undefined) ?? newCorrection(result, me.account.id));
  const act = <Button onPress={goOn}>{t('phone.correction.title')}</Button>;
  return (
    <Screen title={result.occurrence.point ?? result.occurrence.plan} back="/m/checks" {...(mayBegin ? { act } : {})}>
      <div className="stack stack--near">
        {waiting !== undefined && <OnItsWay item={waiting} />}
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

function OnItsWay({ item }: { readonly item: OutboxItem }) {
  const t = useCheckWords();
  const headings = { arrived: t('phone.correction.arrived'), words: t('phone.sentOpen'), nothing: t('phone.correction.saved') };
  return <Receipt item={item} photos={photosTaken(item.content as Correction).length} headings={headings} />;
}

/** One that was refused is gone on with: the server has nothing of it. */
function isOpenAgain({ passage }: OutboxItem): boolean {
  return passage.standing.is === 'refused' && mayReopen(passage);
}

/** The correction of a result that lies on this phone. */
function useWaiting(ownerId: string, resultId: string): OutboxItem | undefined {
  return useOpenItems(ownerId)?.find((item) => item.kind === 'correction' && (item.content as Correction).resultId === resultId);
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
