import { listOwnWatch } from '@changming/contract/workforce/watch';

import { call } from '../../../api/call.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { go } from '../../../phone/path.ts';
import { useSession } from '../../../phone/session.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { useOnDutyWords, useWatchWords } from './words.ts';

const soon = 12 * 3_600_000;

/** The watch that one stands today, one tap from the first screen; nothing for whoever stands none. */
export function WatchLink() {
  const { me } = useSession();
  return mayAnywhere(me, 'workforce.standWatch') ? <Today /> : null;
}

/** 我的值班 on the page of one's own: all that is to come. */
export function OwnWatchLink() {
  const t = useWatchWords();
  return mayAnywhere(useSession().me, 'workforce.standWatch') ? <Card title={t('watch.title')} onPress={() => go('/m/watch')} /> : null;
}

/** 此刻谁值班, for everybody who works here. */
export function OnDutyLink() {
  const t = useOnDutyWords();
  return mayAnywhere(useSession().me, 'workforce.readWatch') ? (
    <Card title={t('onDuty.title')} note={t('onDuty.lead')} onPress={() => go('/m/on-duty')} />
  ) : null;
}

function Today() {
  const t = useWatchWords();
  const asked = useAsk(load);
  if (asked.state !== 'ready') return null;
  const now = Date.parse(asked.answer.now);
  const next = asked.answer.items.find(({ fromAt, untilAt }) => Date.parse(untilAt) > now && Date.parse(fromAt) < now + soon);
  if (next === undefined) return null;
  return (
    <Card
      title={t('watch.today')}
      note={`${next.unit} · ${t(`watch.standings.${next.standing}`)}`}
      onPress={() => go(`/m/watch/${next.id}`)}
    />
  );
}

function load(signal: AbortSignal) {
  return call(listOwnWatch, { signal });
}
