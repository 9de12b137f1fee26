import type { HazardCategory, HazardLevel, HazardStage } from '@changming/domain/hazards';
import type { ReactNode } from 'react';

import { EvidencePhoto, NoPhoto } from '../../../phone/photos/evidence-photo.tsx';
import { go } from '../../../phone/path.ts';
import { RiskTag, StatusTag } from '../../../phone/ui/tags.tsx';
import { levelColours, stageTones } from '../look.ts';
import { useHazardWords } from './words.ts';

type TaskCardProps = {
  readonly hazard: {
    readonly id: string;
    readonly stage: HazardStage;
    readonly level: HazardLevel | null;
    readonly category: HazardCategory;
    readonly text: string | null;
  };
  readonly where: readonly (string | null)[];
  readonly photoId: string | null;
  /** The clock that runs, or nothing. */
  readonly due?: ReactNode;
  /** Where a tap leads when not to the hazard's page. */
  readonly to?: string;
};

/** A hazard as it lies in a list: what it looks like, what it is, where, and how long there is. */
export function TaskCard({ hazard, where, photoId, due, to = `/m/hazards/${hazard.id}` }: TaskCardProps) {
  const t = useHazardWords();
  const { id, stage, level, category, text } = hazard;
  return (
    <button type="button" className="task" onClick={() => go(to)}>
      <span className="task__photo">
        {photoId === null ? (
          <NoPhoto alt={t('beforeLack.notReceived')} />
        ) : (
          <EvidencePhoto evidenceId={photoId} subject={id} size="thumb" alt={t('phone.before')} />
        )}
      </span>
      <span className="task__words">
        <span className="task__title">{text ?? t(`categories.${category}`)}</span>
        <span className="task__where">{where.filter(Boolean).join(' · ')}</span>
        <span className="facts-line">
          {level !== null && <RiskTag colour={levelColours[level]}>{t(`levels.${level}`)}</RiskTag>}
          <StatusTag tone={stageTones[stage]}>{t(`stages.${stage}`)}</StatusTag>
          {due}
        </span>
      </span>
    </button>
  );
}
