import type { TFunction } from 'i18next';
import { type Commitment, fiveCommitments, type WaivableCommitment } from '@changming/domain/hazards';
import { useTranslation } from 'react-i18next';

import { StatusTag } from '../../../ui/status-tag.tsx';
import type { HazardDetail } from '../queries.ts';
import { nameOf, yuan } from './hazard-facts.tsx';
import './record.css';

/** 五落实, each with what was settled, or that it still is not. */
export function Commitments({ hazard }: { readonly hazard: HazardDetail }) {
  const { t } = useTranslation('hazards');
  const said = settledIn(hazard, t);
  return (
    <dl className="commitments">
      {fiveCommitments.map((each) => (
        <div key={each}>
          <dt>{t(`commitments.${each}`)}</dt>
          <dd>{said[each] ?? <StatusTag tone="waiting">{t('desk.plan.missing')}</StatusTag>}</dd>
        </div>
      ))}
    </dl>
  );
}

function settledIn({ plan, extendedFromOn }: HazardDetail, t: TFunction<'hazards'>): Record<Commitment, string | null> {
  const waived = (which: WaivableCommitment) => (plan.waived.includes(which) ? t('desk.plan.notConcerned') : null);
  const responsible = [plan.responsibleUnit, plan.responsible?.name, plan.leader && t('desk.plan.ledBy', { name: plan.leader.name })];
  const moved = extendedFromOn === null ? '' : t('desk.plan.extendedFrom', { on: extendedFromOn });
  return {
    responsibility: plan.responsible === null ? null : responsible.filter(Boolean).join(' · '),
    measures: plan.measures,
    funds: plan.funds === null ? waived('funds') : yuan(plan.funds, t),
    timeLimit: plan.dueOn === null ? null : `${plan.dueOn}${moved}`,
    contingency: plan.contingency ?? waived('contingency'),
  };
}

/** Who must act now. */
export function Holder({ hazard }: { readonly hazard: HazardDetail }) {
  const { t } = useTranslation('hazards');
  if (hazard.holder === null) return null;
  const { duty, at, from, persons } = hazard.holder;
  const names = persons.map((person) => nameOf(person));
  const said =
    names.length === 0 || at === 'anonymous'
      ? [...names, from === null ? t(`desk.holders.${at}`) : t('desk.holders.from', { unit: from })]
      : names;
  return (
    <p className="holder">
      <span className="hazard-quiet">{t(`desk.holder.${duty}`)}</span>
      <strong>{said.join('、')}</strong>
    </p>
  );
}
