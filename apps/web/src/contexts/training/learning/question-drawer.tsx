import { useTranslation } from 'react-i18next';

import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { RecordTrail } from '../../../ui/record-trail.tsx';
import { Section } from '../../../ui/section.tsx';
import type { Question } from './queries.ts';

/** One question with its options, its answer and why. */
export function QuestionDrawer({ question, onClose }: { readonly question: Question | null; readonly onClose: () => void }) {
  const { t } = useTranslation('training');
  if (question === null) return <DetailDrawer open={false} title="" onClose={onClose} children={null} />;
  const { kind, answer, options } = question;
  const right = kind === 'trueFalse' ? t(`truths.${answer[0] === 'T' ? 'T' : 'F'}`) : answer.join('、');
  return (
    <DetailDrawer open title={question.stem} onClose={onClose}>
      {options.length > 0 && (
        <Section title={t('learning.questions.options')}>
          {options.map((text, at) => (
            <p key={text}>
              {String.fromCharCode(65 + at)}. {text}
            </p>
          ))}
        </Section>
      )}
      <Facts
        facts={[
          { label: t('learning.questions.answer'), value: right },
          { label: t('learning.questions.topic'), value: t(`topics.${question.topic}`) },
          { label: t('learning.questions.level'), value: question.level === null ? null : t(`levels.${question.level}`) },
          { label: t('learning.questions.clause'), value: question.clause },
          { label: t('learning.questions.explanation'), value: question.explanation, wide: true },
        ]}
      />
      <RecordTrail subjectId={question.id} />
    </DetailDrawer>
  );
}
