import { controlLevelOf } from '@changming/domain/risks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { type Fact, Facts } from '../../../ui/facts.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { RecordTrail } from '../../../ui/record-trail.tsx';
import { Section } from '../../../ui/section.tsx';
import { type RiskDetail, riskQuery } from '../queries.ts';
import { LevelTag } from './level-tag.tsx';
import { Measures } from './measures.tsx';
import { RiskActs } from './risk-acts.tsx';
import { Gradings, History, Regradings } from './risk-history.tsx';
import { StageTag } from './stage-tag.tsx';
import './risks.css';

type RiskDrawerProps = { readonly riskId: string | null; readonly onClose: () => void };

/** One risk: how it is graded and controlled, why it is to be graded anew, and what was done. */
export function RiskDrawer({ riskId, onClose }: RiskDrawerProps) {
  const { t } = useTranslation('risks');
  const asked = useQuery({ ...riskQuery(riskId ?? ''), enabled: riskId !== null });
  const risk = riskId === null ? undefined : asked.data;
  return (
    <DetailDrawer
      open={riskId !== null}
      title={risk?.name ?? t('desk.title')}
      aside={
        risk === undefined ? null : (
          <>
            <LevelTag level={risk.level} />
            <StageTag stage={risk.stage} />
          </>
        )
      }
      acts={risk === undefined ? undefined : <RiskActs risk={risk} />}
      onClose={onClose}
    >
      {riskId !== null && (
        <Loaded query={asked} onBack={onClose}>
          {(known) => <Known risk={known} />}
        </Loaded>
      )}
    </DetailDrawer>
  );
}

function Known({ risk }: { readonly risk: RiskDetail }) {
  const { t } = useTranslation('risks');
  return (
    <>
      <Facts facts={factsOf(risk, t)} />
      <Section title={t('desk.measures')}>
        <Measures measures={risk.measures} />
      </Section>
      {risk.controlPlan !== null && (
        <Section title={t('desk.controlPlan')}>
          <p className="risk-plan">{risk.controlPlan}</p>
        </Section>
      )}
      <Regradings risk={risk} />
      <Section title={t('desk.grading')}>
        <Gradings risk={risk} />
      </Section>
      <Section title={t('desk.history')}>
        <History risk={risk} />
      </Section>
      <RecordTrail subjectId={risk.id} />
    </>
  );
}

function factsOf(risk: RiskDetail, t: TFunction<'risks'>): Fact[] {
  const { inForce, point, pointId, source, consequences, unit, owner, reviewDueOn, number, kind } = risk;
  return [
    { label: t('desk.source'), value: source, wide: true },
    { label: t('desk.consequences'), value: consequences },
    { label: t('desk.kind'), value: t(`kinds.${kind}`) },
    { label: t('desk.unit'), value: unit },
    {
      label: t('desk.point'),
      value:
        pointId === null ? (
          t('desk.noPoint')
        ) : (
          <Link to="/points" search={{ point: pointId }}>
            {point}
          </Link>
        ),
    },
    { label: t('desk.inForce'), value: inForce === null ? t('desk.notInForce') : <LevelTag level={inForce} /> },
    {
      label: t('desk.controlLevel'),
      value: t('desk.controlledBy', { level: t(`controlLevels.${controlLevelOf(inForce ?? risk.level)}`) }),
    },
    { label: t('desk.owner'), value: owner ?? t('desk.noOwner') },
    { label: t('desk.reviewDueOn'), value: reviewDueOn },
    { label: t('desk.number'), value: number },
  ];
}
