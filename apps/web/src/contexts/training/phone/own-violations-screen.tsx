import * as contract from '@changming/contract/training';

import { call } from '../../../api/call.ts';
import { Card } from '../../../phone/ui/card.tsx';
import { Failure, Notice, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { useLearningWords } from './learning-words.ts';

const mine = (signal: AbortSignal) => call(contract.listMyViolations, { signal });

/** 我的三违记录 and what is owed for it; nobody else's. */
export function OwnViolationsScreen() {
  const t = useLearningWords();
  const asked = useAsk(mine);
  return (
    <Screen title={t('violations.title')} back="/m/training">
      {asked.state === 'waiting' && <Waiting />}
      {asked.state === 'failed' && <Failure error={asked.error} onRetry={asked.again} />}
      {asked.state === 'ready' && <Listed {...asked.answer} />}
    </Screen>
  );
}

type ListedProps = Awaited<ReturnType<typeof mine>>;

function Listed({ items, retraining }: ListedProps) {
  const t = useLearningWords();
  if (items.length === 0) return <Notice title={t('violations.none')} next={t('violations.noneNext')} />;
  return (
    <div className="stack">
      {retraining !== null && retraining.doneOn === null && <Card title={t('violations.retraining', { on: retraining.dueOn })} />}
      {items.map(({ id, kind, what, foundOn, standing, reEducateBy }) => (
        <Card key={id} title={what} note={[t(`violationKinds.${kind}`), foundOn, t(`violationStandings.${standing}`)].join(' · ')}>
          {standing !== 'closed' && <p>{t('violations.due', { on: reEducateBy })}</p>}
        </Card>
      ))}
    </div>
  );
}
