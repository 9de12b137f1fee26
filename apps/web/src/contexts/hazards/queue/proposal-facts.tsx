import { basisWords, type Language } from '@changming/phrases';
import { useTranslation } from 'react-i18next';

import { Countdown } from '../../../ui/countdown.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { templateFor } from '../acts/loop-forms.tsx';
import { LevelTag } from '../components/tags.tsx';
import type { HazardDetail } from '../queries.ts';

/** What the rules propose for this report. */
export function ProposalFacts({ hazard, responsible }: { readonly hazard: HazardDetail; readonly responsible: string }) {
  const { t, i18n } = useTranslation('hazards');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { proposal, plan, category, level } = hazard;
  if (proposal === null) return null;
  const waived = proposal.waived.map((each) => t(`commitments.${each}`)).join('、');
  const clauses = proposal.clauseIds.map((code) => basisWords(code, language)).join('；');
  return (
    <Facts
      facts={[
        { label: t('desk.fields.level'), value: <LevelTag level={level ?? proposal.level} /> },
        { label: t('desk.plan.responsible'), value: responsible },
        {
          label: t('desk.plan.dueOn'),
          value:
            proposal.dueOn === null ? null : (
              <>
                {proposal.dueOn} · <Countdown dueOn={proposal.dueOn} />
              </>
            ),
        },
        { label: t('desk.plan.waived'), value: waived === '' ? null : waived },
        { label: t('desk.plan.measures'), value: plan.measures ?? templateFor(category), wide: true },
        { label: t('desk.facts.clauses'), value: clauses === '' ? null : clauses, wide: true },
      ]}
    />
  );
}
