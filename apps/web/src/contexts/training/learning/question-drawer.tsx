import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { dayOf } from '../../../ui/dates.ts';
import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { RecordTrail } from '../../../ui/record-trail.tsx';
import { Section } from '../../../ui/section.tsx';
import { EditQuestion } from './keep-question.tsx';
import { type Question, useLearningAct } from './queries.ts';
import { retireQuestion } from './question-acts.ts';

type DrawerProps = { readonly question: Question | null; readonly onClose: () => void };

/** One question with its options, its answer and why. */
export function QuestionDrawer({ question, onClose }: DrawerProps) {
  const { t } = useTranslation('training');
  if (question === null) return <DetailDrawer open={false} title="" onClose={onClose} children={null} />;
  const { kind, answer, options } = question;
  const right = kind === 'trueFalse' ? t(`truths.${answer[0] === 'T' ? 'T' : 'F'}`) : answer.join('、');
  const acts = question.may.edit ? <Acts question={question} onClose={onClose} /> : null;
  return (
    <DetailDrawer open title={question.stem} acts={acts} onClose={onClose}>
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

/** The drawer closes after an act: what it shows is no longer what the bank says. */
function Acts({ question, onClose }: { readonly question: Question; readonly onClose: () => void }) {
  const { t } = useTranslation('training');
  const [editing, setEditing] = useState(false);
  const retire = useLearningAct(retireQuestion);
  const { id, version } = question;
  return (
    <Flex gap="small">
      <Button onClick={() => setEditing(true)}>{t('learning.questions.edit')}</Button>
      <ConfirmAct
        danger
        ask={t('learning.questions.retireAsk')}
        onAct={() => retire.mutateAsync({ questionId: id, version, on: dayOf(new Date()) }).then(onClose)}
      >
        {t('learning.questions.retire')}
      </ConfirmAct>
      {editing && (
        <EditQuestion
          question={question}
          onClose={(changed) => {
            setEditing(false);
            if (changed) onClose();
          }}
        />
      )}
    </Flex>
  );
}
