import { useTranslation } from 'react-i18next';

import { type Audience, AudienceDrawer } from '../held/audience-drawer.tsx';
import { addSitters } from './exam-acts.ts';
import { useLearningAct } from './queries.ts';

/** 增加应考人员, chosen in bulk; whoever has a seat keeps it. */
export function AddSitters({ examId, onClose }: { readonly examId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('training');
  const { isPending: busy, error, mutateAsync } = useLearningAct(addSitters);
  const add = {
    busy,
    error,
    run: async (audience: Audience) => t('learning.exams.added', { count: (await mutateAsync({ examId, body: { audience } })).seats }),
  };
  return <AudienceDrawer title={t('learning.exams.add')} add={add} onClose={onClose} />;
}
