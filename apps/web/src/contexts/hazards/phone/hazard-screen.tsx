import type { HazardDetail } from '@changming/contract/hazards';

import type { ScreenProps } from '../../../phone/screens.ts';
import { Failure, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { Countdown, RiskTag, StatusTag } from '../../../phone/ui/tags.tsx';
import { AsOf } from '../../../phone/snapshot/as-of.tsx';
import { levelColours, stageTones } from '../look.ts';
import { Acts } from './acts.tsx';
import { Commitments } from './commitments.tsx';
import { FailedMeasure } from './failed-measure.tsx';
import { DecideRequests } from './decide-requests.tsx';
import { Extension } from './extension.tsx';
import { MissingPhotos } from './missing-photos.tsx';
import { PendingRequests } from './pending-requests.tsx';
import { Pictures } from './pictures.tsx';
import { Story } from './story.tsx';
import { useHazard } from './use-hazard.ts';
import { useHazardWords } from './words.ts';
import './hazards.css';

/** One hazard: the pictures first, then what there is to do, then the rest. */
export function HazardScreen({ parts }: ScreenProps) {
  const t = useHazardWords();
  const asked = useHazard(parts['hazardId'] ?? '');
  if (asked.state === 'ready') return <Shown hazard={asked.answer} asOf={asked.asOf} onDone={asked.again} />;
  return (
    <Screen title={t('phone.number')} back="/m/tasks">
      {asked.state === 'waiting' ? <Waiting /> : <Failure error={asked.error} onRetry={asked.again} />}
    </Screen>
  );
}

type ShownProps = { readonly hazard: HazardDetail; readonly asOf: number | null; readonly onDone: () => void };

function Shown({ hazard, asOf, onDone }: ShownProps) {
  return (
    <Screen title={hazard.number} back="/m/tasks" act={<Acts hazard={hazard} onDone={onDone} />}>
      <div className="stack">
        <AsOf at={asOf} />
        <Pictures hazard={hazard} />
        <MissingPhotos hazard={hazard} onDone={onDone} />
        <Heading hazard={hazard} />
        <Doubts hazard={hazard} />
        <Commitments hazard={hazard} />
        <FailedMeasure hazard={hazard} />
        <DecideRequests hazard={hazard} onDone={onDone} />
        <PendingRequests hazard={hazard} onDone={onDone} />
        <Extension hazard={hazard} onDone={onDone} />
        <Story hazard={hazard} />
      </div>
    </Screen>
  );
}

function Heading({ hazard }: { readonly hazard: HazardDetail }) {
  const t = useHazardWords();
  const { stage, level, category, text, unit, point, place, voiding } = hazard;
  return (
    <section className="stack stack--near">
      <h2 className="stack__title">{text ?? t(`categories.${category}`)}</h2>
      <p className="stack__lead">{[unit.name, point?.name, place].filter(Boolean).join(' · ')}</p>
      <p className="facts-line">
        {level === null ? t('phone.ungraded') : <RiskTag colour={levelColours[level]}>{t(`levels.${level}`)}</RiskTag>}
        <StatusTag tone={stageTones[stage]}>
          {stage === 'void' && voiding !== null ? t(`voidedAs.${voiding.kind}`) : t(`stages.${stage}`)}
        </StatusTag>
        <Due hazard={hazard} />
      </p>
      <Holder hazard={hazard} />
    </section>
  );
}

/** The clock that runs now: the work's, or the acceptor's. */
function Due({ hazard: { stage, plan, acceptanceDueOn } }: { readonly hazard: HazardDetail }) {
  const dueOn = stage === 'submitted' ? acceptanceDueOn : plan.dueOn;
  return stage === 'closed' || stage === 'void' || dueOn === null ? null : <Countdown dueOn={dueOn} />;
}

/** Who has it now, and for what. */
function Holder({ hazard: { holder } }: { readonly hazard: HazardDetail }) {
  const t = useHazardWords();
  if (holder === null || (holder.persons.length === 0 && holder.at === 'unit')) return null;
  const known = holder.persons.map(({ name }) => name).slice(0, 3);
  const where = holder.from == null ? t(`phone.holders.${holder.at}`) : t('phone.holdsFrom', { unit: holder.from });
  const names = known.length === 0 || holder.at === 'anonymous' ? [...known, where] : known;
  return <p className="stack__lead">{t('phone.holdsIt', { names: names.join('、'), duty: t(`phone.duties.${holder.duty}`) })}</p>;
}

/** Signs that ask whoever accepts for a second look; none of them decides anything. */
function Doubts({ hazard: { doubts, objections } }: { readonly hazard: HazardDetail }) {
  const t = useHazardWords();
  if (doubts.length === 0 || objections['accept'] === 'access.not_permitted') return null;
  return (
    <section className="doubts">
      <h2 className="quiet-title">{t('phone.doubts')}</h2>
      <ul>
        {doubts.map((doubt) => (
          <li key={doubt}>{t(`suspicions.${doubt}`)}</li>
        ))}
      </ul>
    </section>
  );
}
