import type { Attempt } from '@changming/contract/training';

import { Button } from '../../../phone/ui/button.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useLearningWords } from './learning-words.ts';
import { optionsOf } from './question-card.tsx';
import type { Letters } from './use-answers.ts';
import './exam.css';

/** 成绩: passed or not, and every question with what is right and why. */
export function AttemptResult({ attempt, onDone }: { readonly attempt: Attempt; readonly onDone: () => void }) {
  const t = useLearningWords();
  const { result, questions } = attempt;
  if (result === null) return null;
  const { score, passMark, passed, ended, review } = result;
  return (
    <Screen title={attempt.title} act={<Button onPress={onDone}>{t('attempt.done')}</Button>}>
      <div className="stack">
        <div className="exam__result" data-passed={passed}>
          <strong>{passed ? t('attempt.passed') : t('attempt.failed')}</strong>
          <span>{t('attempt.score', { score, passMark })}</span>
          {ended === 'timeUp' && <span>{t('attempt.timeUp')}</span>}
        </div>
        {questions.map((question, at) => {
          const said = review.find(({ questionId }) => questionId === question.questionId);
          return said === undefined ? null : <Reviewed key={question.questionId} at={at} question={question} said={said} />;
        })}
      </div>
    </Screen>
  );
}

type Question = Attempt['questions'][number];
type Review = NonNullable<Attempt['result']>['review'][number];

function Reviewed({ at, question, said }: { readonly at: number; readonly question: Question; readonly said: Review }) {
  const t = useLearningWords();
  const words = (letters: Letters) =>
    optionsOf(question, t)
      .filter(({ letter }) => letters.includes(letter))
      .map(({ letter, text }) => (question.kind === 'trueFalse' ? text : `${letter} ${text}`))
      .join('；');
  return (
    <Card title={`${at + 1}. ${question.stem}`} note={said.correct ? t('attempt.correct') : t('attempt.wrong')}>
      <p>
        {t('attempt.yours')}：{words(said.chosen) || t('attempt.unanswered')}
      </p>
      {!said.correct && (
        <p>
          {t('attempt.right')}：{words(said.right)}
        </p>
      )}
      {said.explanation !== null && <p>{said.explanation}</p>}
      {said.clause !== null && (
        <p>
          {t('attempt.clause')}：{said.clause}
        </p>
      )}
    </Card>
  );
}
