import { mayAnywhere } from '../../../api/may.ts';
import { go } from '../../../phone/path.ts';
import { useSession } from '../../../phone/session.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { learningOf } from './learning-of.ts';
import { useLearningWords } from './learning-words.ts';

/** 待考、待读, with how many wait; nothing when none do or without a network. */
export function LearningLink() {
  const { me } = useSession();
  return mayAnywhere(me, 'training.take') ? <Link /> : null;
}

function Link() {
  const t = useLearningWords();
  const asked = useAsk(learningOf);
  if (asked.state !== 'ready' || asked.answer.exams + asked.answer.reading === 0) return null;
  const { exams, reading } = asked.answer;
  const note = [exams > 0 ? t('linkExams', { count: exams }) : null, reading > 0 ? t('linkReading', { count: reading }) : null];
  return <Card title={t('link')} note={note.filter((each) => each !== null).join(' · ')} onPress={() => go('/m/training')} />;
}
