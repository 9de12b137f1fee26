import * as contract from '@changming/contract/training';
import type { Attempt, MyExamDetail } from '@changming/contract/training';
import { useCallback, useState } from 'react';

import { call } from '../../../api/call.ts';
import type { ScreenProps } from '../../../phone/screens.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { Failure, Refused, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { type Asked, useAct, useAsk } from '../../../phone/use-ask.ts';
import { AttemptResult } from './attempt-result.tsx';
import { momentWords } from './exam-moment.ts';
import { useLearningWords } from './learning-words.ts';
import { RunningAttempt } from './running-attempt.tsx';

/** One exam: what it is, then question by question, then what was right. A reload goes on where it was. */
export function ExamScreen({ parts }: ScreenProps) {
  const examId = parts['examId'] ?? '';
  const asked = useAsk(useCallback((signal: AbortSignal) => call(contract.readMyExam, { params: { examId }, signal }), [examId]));
  const [attempt, setAttempt] = useState<Attempt | null>(null);
  const { busy, error, act } = useAct(async () => {
    setAttempt(await call(contract.beginAttempt, { params: { examId }, body: {} }));
  });
  const see = useAct(async (attemptId: string) => {
    setAttempt(await call(contract.readAttempt, { params: { attemptId } }));
  });
  if (attempt !== null && attempt.state === 'running') return <RunningAttempt key={attempt.id} attempt={attempt} onEnd={setAttempt} />;
  if (attempt !== null) {
    const done = () => {
      setAttempt(null);
      if (asked.state === 'ready') asked.again();
    };
    return <AttemptResult attempt={attempt} onDone={done} />;
  }
  if (asked.state !== 'ready') return <Opening asked={asked} />;
  const refused = error ?? see.error;
  return (
    <Screen title={asked.answer.title} back="/m/training/my-exams">
      <Door exam={asked.answer} busy={busy} onBegin={() => act(undefined)} onSee={(id) => see.act(id)} />
      {refused !== null && <Refused error={refused} />}
    </Screen>
  );
}

function Opening({ asked }: { readonly asked: Exclude<Asked<MyExamDetail>, { state: 'ready' }> }) {
  const t = useLearningWords();
  return (
    <Screen title={t('exams.title')} back="/m/training/my-exams">
      {asked.state === 'waiting' ? <Waiting /> : <Failure error={asked.error} onRetry={asked.again} />}
    </Screen>
  );
}

type DoorProps = {
  readonly exam: MyExamDetail;
  readonly busy: boolean;
  readonly onBegin: () => void;
  readonly onSee: (attemptId: string) => void;
};

function Door({ exam, busy, onBegin, onSee }: DoorProps) {
  const t = useLearningWords();
  const { questions, minutes, passMark, used, attemptsAllowed, closesAt, attempts, state } = exam;
  return (
    <div className="stack">
      <Card title={t('exams.facts', { questions, minutes, passMark })} note={t('exams.until', { at: momentWords(closesAt) })} />
      <p>{t('exams.attempts', { used, allowed: attemptsAllowed })}</p>
      {attempts
        .filter(({ score }) => score !== null)
        .map(({ id, no, score }) => (
          <Card key={id} title={t('exams.lastResult', { no, score: score ?? 0 })} note={t('exams.seeAnswers')} onPress={() => onSee(id)} />
        ))}
      {state === 'open' ? <p>{t('exams.rule')}</p> : <p>{t(`seatStates.${state}`)}</p>}
      <Button busy={busy} objection={objectionTo(exam, t)} onPress={onBegin}>
        {exam.runningId !== null ? t('exams.goOn') : used > 0 ? t('exams.again') : t('exams.begin')}
      </Button>
    </div>
  );
}

function objectionTo({ objection, from, opensAt }: MyExamDetail, t: ReturnType<typeof useLearningWords>): string | null {
  if (objection === null) return null;
  if (objection === 'training.wait_before_resit') return t('exams.waitUntil', { at: from === null ? '' : momentWords(from) });
  if (objection === 'training.exam_not_open') return t('exams.notOpen', { at: momentWords(opensAt) });
  return objection === 'training.exam_closed' ? t('exams.closed') : t('exams.settled');
}
