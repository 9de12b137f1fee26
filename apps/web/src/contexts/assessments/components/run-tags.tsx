import { isOpenRestatement } from '@changming/domain/assessments';
import { useTranslation } from 'react-i18next';

import { StatusTag } from '../../../ui/status-tag.tsx';
import type { Tone } from '../../../ui/tokens.ts';
import type { AssessmentRun } from '../queries.ts';

const stageTones: Readonly<Record<AssessmentRun['stage'], Tone>> = {
  open: 'neutral',
  computed: 'moving',
  confirming: 'waiting',
  appealing: 'waiting',
  reviewed: 'moving',
  final: 'moving',
  published: 'done',
  archived: 'neutral',
};

/** 环节, and what is special about the run: 补算, 重述 and whether it is out yet, replaced by another one. */
export function RunTags({ run }: { readonly run: Pick<AssessmentRun, 'stage' | 'kind' | 'supersededById'> }) {
  const { t } = useTranslation('assessments');
  return (
    <span className="run-tags">
      <StatusTag tone={stageTones[run.stage]}>{t(`runStages.${run.stage}`)}</StatusTag>
      {isOpenRestatement(run) ? <StatusTag tone="waiting">{t('desk.runs.openRestatement')}</StatusTag> : <KindTag kind={run.kind} />}
      {run.supersededById !== null && <StatusTag tone="neutral">{t('desk.runs.superseded')}</StatusTag>}
    </span>
  );
}

/** Only what was not computed in its time is named. */
export function KindTag({ kind }: Pick<AssessmentRun, 'kind'>) {
  const { t } = useTranslation('assessments');
  return kind === 'regular' ? null : <StatusTag tone="waiting">{t(`runKinds.${kind}`)}</StatusTag>;
}
