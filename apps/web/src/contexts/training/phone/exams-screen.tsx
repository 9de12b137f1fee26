import * as contract from '@changming/contract/training';
import type { MyExam } from '@changming/contract/training';

import { call } from '../../../api/call.ts';
import { go } from '../../../phone/path.ts';
import { Card } from '../../../phone/ui/card.tsx';
import { Failure, Notice, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { momentWords } from './exam-moment.ts';
import { useLearningWords } from './learning-words.ts';

const mine = (signal: AbortSignal) => call(contract.listMyExams, { signal });

/** 我的考试, what is still to be sat first. */
export function ExamsScreen() {
  const t = useLearningWords();
  const asked = useAsk(mine);
  return (
    <Screen title={t('exams.title')} back="/m/training">
      {asked.state === 'waiting' && <Waiting />}
      {asked.state === 'failed' && <Failure error={asked.error} onRetry={asked.again} />}
      {asked.state === 'ready' && asked.answer.items.length === 0 && <Notice title={t('exams.none')} next={t('exams.noneNext')} />}
      {asked.state === 'ready' && (
        <div className="stack">
          {asked.answer.items.map((exam) => (
            <Line key={exam.examId} exam={exam} />
          ))}
        </div>
      )}
    </Screen>
  );
}

function Line({ exam: { examId, title, state, best, closesAt } }: { readonly exam: MyExam }) {
  const t = useLearningWords();
  const words = [t(`seatStates.${state}`), best === null ? null : t('exams.best', { score: best })];
  if (state === 'open') words.push(t('exams.until', { at: momentWords(closesAt) }));
  return (
    <Card title={title} note={words.filter((each) => each !== null).join(' · ')} onPress={() => go(`/m/training/my-exams/${examId}`)} />
  );
}
