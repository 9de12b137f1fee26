import type { Attempt } from '@changming/contract/training';

import { useLearningWords } from './learning-words.ts';
import type { Letters } from './use-answers.ts';

type Question = Attempt['questions'][number];
type Letter = Letters[number];
type Option = { readonly letter: Letter; readonly text: string };
type QuestionCardProps = { readonly question: Question; readonly chosen: Letters; readonly onChoose: (letters: Letters) => void };

/** One question with its options as big buttons; of several choices each is ticked by itself. */
export function QuestionCard({ question, chosen, onChoose }: QuestionCardProps) {
  const t = useLearningWords();
  const several = question.kind === 'multiple';
  const choose = (letter: Letter) => {
    if (!several) return onChoose([letter]);
    return onChoose(chosen.includes(letter) ? chosen.filter((each) => each !== letter) : [...chosen, letter].toSorted());
  };
  return (
    <fieldset className="exam__question">
      <legend>
        {question.stem}
        {several && <span className="exam__several">{t('attempt.several')}</span>}
      </legend>
      {optionsOf(question, t).map(({ letter, text }) => (
        <button
          key={letter}
          type="button"
          className="exam__option"
          role={several ? 'checkbox' : 'radio'}
          aria-checked={chosen.includes(letter)}
          onClick={() => choose(letter)}
        >
          {question.kind !== 'trueFalse' && <b>{letter}</b>}
          <span>{text}</span>
        </button>
      ))}
    </fieldset>
  );
}

export function optionsOf({ kind, options }: Pick<Question, 'kind' | 'options'>, t: ReturnType<typeof useLearningWords>): Option[] {
  if (kind === 'trueFalse') return (['T', 'F'] as const).map((letter) => ({ letter, text: t(`truths.${letter}`) }));
  return options.map((text, at) => ({ letter: String.fromCharCode(65 + at) as Letter, text }));
}
