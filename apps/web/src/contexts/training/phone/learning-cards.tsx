import { mayAnywhere } from '../../../api/may.ts';
import { go } from '../../../phone/path.ts';
import { useSession } from '../../../phone/session.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { beginViolation } from './begin-violation.ts';
import { learningOf } from './learning-of.ts';
import { useLearningWords } from './learning-words.ts';

/** 考试、学习资料、三违: what is to be sat and read, one's own violations, and for those who lead the way to record one. */
export function LearningCards() {
  const t = useLearningWords();
  const { me } = useSession();
  const asked = useAsk(learningOf);
  const counts = asked.state === 'ready' ? asked.answer : { exams: 0, reading: 0 };
  return (
    <div className="stack stack--near">
      <Card
        title={t('exams.title')}
        note={counts.exams > 0 ? t('linkExams', { count: counts.exams }) : undefined}
        onPress={() => go('/m/training/my-exams')}
      />
      <Card
        title={t('reading.title')}
        note={counts.reading > 0 ? t('linkReading', { count: counts.reading }) : undefined}
        onPress={() => go('/m/training/reading')}
      />
      <Card title={t('violations.title')} onPress={() => go('/m/training/my-violations')} />
      {mayAnywhere(me, 'training.recordViolation') && <Card title={t('violations.record')} onPress={() => beginViolation(me.account.id)} />}
      {mayAnywhere(me, 'training.praise') && <Card title={t('violations.praise')} onPress={() => go('/m/training/good-acts/new')} />}
    </div>
  );
}
