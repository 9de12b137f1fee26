import * as contract from '@changming/contract/training';
import type { Attempt } from '@changming/contract/training';
import { useEffect, useRef, useState } from 'react';

import { call } from '../../../api/call.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Refused } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useAct } from '../../../phone/use-ask.ts';
import { leftWords } from './exam-moment.ts';
import { useLearningWords } from './learning-words.ts';
import { QuestionCard } from './question-card.tsx';
import { useAnswers } from './use-answers.ts';
import './exam.css';

type RunningProps = { readonly attempt: Attempt; readonly onEnd: (attempt: Attempt) => void };

/** 答题: one question at a time, the time left by the server's clock, handed in by itself when it is up. */
export function RunningAttempt({ attempt, onEnd }: RunningProps) {
  const t = useLearningWords();
  const { questions } = attempt;
  const { answers, saving, choose } = useAnswers(attempt);
  const [at, setAt] = useState(() => firstOpen(attempt));
  const [sure, setSure] = useState(false);
  const { busy, error, act } = useAct(async () => {
    onEnd(await call(contract.handIn, { params: { attemptId: attempt.id }, body: { answers } }));
  });
  const left = useTimeLeft(attempt, () => act(undefined));
  const question = questions[at];
  const open = questions.filter(({ questionId }) => (answers[questionId] ?? []).length === 0).length;
  const isLast = at === questions.length - 1;
  if (question === undefined) return null;
  return (
    <Screen title={t('attempt.of', { at: at + 1, all: questions.length })}>
      <p className="exam__bar" role="timer">
        <span>{t('attempt.left', { time: leftWords(left) })}</span>
        <span>{t(`attempt.${saving}`)}</span>
      </p>
      <div className="stack">
        <QuestionCard
          question={question}
          chosen={answers[question.questionId] ?? []}
          onChoose={(letters) => choose(question.questionId, letters)}
        />
        <div className="exam__turn">
          <Button look="plain" onPress={() => setAt(Math.max(0, at - 1))}>
            {t('attempt.back')}
          </Button>
          {isLast ? (
            <Button look={sure ? 'alert' : 'main'} busy={busy} onPress={() => (sure || open === 0 ? act(undefined) : setSure(true))}>
              {sure ? t('attempt.sure') : t('attempt.submit')}
            </Button>
          ) : (
            <Button onPress={() => setAt(at + 1)}>{t('attempt.next')}</Button>
          )}
        </div>
        <p>{open === 0 ? t('attempt.allDone') : t('attempt.open', { count: open })}</p>
        {error !== null && <Refused error={error} />}
        <Numbers attempt={attempt} answers={answers} at={at} onJump={setAt} />
      </div>
    </Screen>
  );
}

type NumbersProps = {
  readonly attempt: Attempt;
  readonly answers: Attempt['answers'];
  readonly at: number;
  readonly onJump: (at: number) => void;
};

function Numbers({ attempt, answers, at, onJump }: NumbersProps) {
  const t = useLearningWords();
  return (
    <div className="exam__numbers" role="group" aria-label={t('attempt.jump')}>
      {attempt.questions.map(({ questionId }, number) => (
        <button
          key={questionId}
          type="button"
          className="exam__number"
          data-answered={(answers[questionId] ?? []).length > 0}
          aria-current={number === at}
          onClick={() => onJump(number)}
        >
          {number + 1}
        </button>
      ))}
    </div>
  );
}

/** Where one goes on: the first question without an answer. */
function firstOpen({ questions, answers }: Attempt): number {
  const open = questions.findIndex(({ questionId }) => (answers[questionId] ?? []).length === 0);
  return open < 0 ? Math.max(0, questions.length - 1) : open;
}

/** Milliseconds left, by what the server's clock showed when the sheet came; `onEnd` once when there are none. */
function useTimeLeft({ endsAt, now }: Attempt, onEnd: () => void): number {
  const ahead = useRef(Date.parse(now) - Date.now());
  const reckon = () => Date.parse(endsAt) - (Date.now() + ahead.current);
  const [left, setLeft] = useState(reckon);
  const ended = useRef(false);
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    const timer = setInterval(() => {
      const rest = Date.parse(endsAt) - (Date.now() + ahead.current);
      setLeft(rest);
      if (rest > 0 || ended.current) return;
      ended.current = true;
      end.current();
    }, 1000);
    return () => clearInterval(timer);
  }, [endsAt]);
  return left;
}
