import type { HazardDetail } from '@changming/contract/hazards';

import { useHazardWords } from './words.ts';

/** 五落实, as the plan states them. */
export function Commitments({ hazard: { plan } }: { readonly hazard: HazardDetail }) {
  const t = useHazardWords();
  if (plan.responsibleId === null && plan.measures === null) return null;
  const waived = (what: 'funds' | 'contingency') => (plan.waived.includes(what) ? t('phone.waived') : null);
  const funds = plan.funds === null ? waived('funds') : t('phone.funds', { yuan: (plan.funds / 100).toLocaleString('zh-CN') });
  const stated = {
    responsibility: [plan.responsible?.name, plan.responsibleUnit].filter(Boolean).join(' · ') || null,
    measures: plan.measures,
    funds,
    timeLimit: plan.dueOn,
    contingency: plan.contingency ?? waived('contingency'),
  };
  return (
    <section className="card">
      <h2 className="quiet-title">{t('phone.plan')}</h2>
      <dl className="commitments">
        {(['responsibility', 'measures', 'funds', 'timeLimit', 'contingency'] as const).map((commitment) => (
          <div key={commitment}>
            <dt>{t(`commitments.${commitment}`)}</dt>
            <dd className={stated[commitment] === null ? 'commitments--missing' : ''}>{stated[commitment] ?? t('phone.notStated')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
