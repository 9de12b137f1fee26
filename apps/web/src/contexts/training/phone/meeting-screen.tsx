import { listTeam, recordQuickSession } from '@changming/contract/training';
import { quickCategories } from '@changming/domain/training';
import { useCallback, useState } from 'react';

import { call } from '../../../api/call.ts';
import { newId } from '../../../api/new-id.ts';
import { go } from '../../../phone/path.ts';
import { useSession } from '../../../phone/session.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Chips } from '../../../phone/ui/chips.tsx';
import { Field } from '../../../phone/ui/field.tsx';
import { Failure, Notice, Refused, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { TickChips } from '../../../phone/ui/tick-chips.tsx';
import { useAct, useAsk } from '../../../phone/use-ask.ts';
import { useHeldWords } from './held-words.ts';

/** 班前会、理论学习 in one screen: what was said, how long, who was there. */
export function MeetingScreen() {
  const t = useHeldWords();
  const { me } = useSession();
  const [unitId, setUnitId] = useState<string | null>(me.units[0]?.id ?? null);
  return (
    <Screen title={t('phone.meeting')} back="/m/training">
      {me.units.length > 1 && (
        <Chips
          label={t('phone.meetingUnit')}
          chips={me.units.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={unitId}
          onChoose={setUnitId}
        />
      )}
      {unitId === null ? (
        <Notice title={t('phone.meetingNobody')} next={t('phone.meetingNobodyNext')} />
      ) : (
        <OfUnit key={unitId} unitId={unitId} />
      )}
    </Screen>
  );
}

function OfUnit({ unitId }: { readonly unitId: string }) {
  const t = useHeldWords();
  const asked = useAsk(useCallback((signal: AbortSignal) => call(listTeam, { query: { unitId }, signal }), [unitId]));
  if (asked.state === 'waiting') return <Waiting />;
  if (asked.state === 'failed') return <Failure error={asked.error} onRetry={asked.again} />;
  if (asked.answer.items.length === 0) return <Notice title={t('phone.meetingNobody')} next={t('phone.meetingNobodyNext')} />;
  return <MeetingForm unitId={unitId} team={asked.answer.items} />;
}

type Member = { readonly id: string; readonly name: string; readonly staffNo: string | null };
type FormProps = { readonly unitId: string; readonly team: readonly Member[] };

function Recorded({ count, onAgain }: { readonly count: number; readonly onAgain: () => void }) {
  const t = useHeldWords();
  return (
    <Notice title={t('phone.meetingDone', { count })} next={t('phone.meetingNext')}>
      <Button onPress={onAgain}>{t('phone.again')}</Button>
      <Button look="plain" onPress={() => go('/m/training')}>
        {t('phone.mine')}
      </Button>
    </Notice>
  );
}

/** What tells two of one name apart. */
function labelsOf(team: readonly Member[]): ReadonlyMap<string, string> {
  const named = Map.groupBy(team, ({ name }) => name);
  return new Map(team.map(({ id, name, staffNo }) => [id, named.get(name)?.length === 1 ? name : `${name} ${staffNo ?? id.slice(-4)}`]));
}

/** Everybody is there until somebody is taken off; two of one name carry their number. */
function MeetingForm({ unitId, team }: FormProps) {
  const t = useHeldWords();
  const labels = labelsOf(team);
  const labelOf = ({ id: one }: Member) => labels.get(one) ?? '';
  const [id, setId] = useState(() => newId());
  const [category, setCategory] = useState<(typeof quickCategories)[number]>('shiftMeeting');
  const [title, setTitle] = useState('');
  const [minutes, setMinutes] = useState('15');
  const [present, setPresent] = useState<readonly string[]>(() => team.map(labelOf));
  const [sent, setSent] = useState<number | null>(null);
  const send = useAct(async () => {
    const there = team.filter((one) => present.includes(labelOf(one)));
    const length = Math.min(480, Math.max(5, Number(minutes) || 15));
    const body = {
      id,
      unitId,
      category,
      title: title.trim() || t(`categories.${category}`),
      startedAt: new Date(Date.now() - length * 60_000).toISOString(),
      minutes: length,
      presentIds: there.map((one) => one.id),
      absentIds: team.filter((one) => !there.includes(one)).map((one) => one.id),
    };
    await call(recordQuickSession, { body, idempotencyKey: id });
    setSent(there.length);
  });
  const again = () => {
    setId(newId());
    setSent(null);
  };
  if (sent !== null) return <Recorded count={sent} onAgain={again} />;
  return (
    <div className="stack">
      <Chips
        label={t('phone.meetingKind')}
        chips={quickCategories.map((value) => ({ value, label: t(`categories.${value}`) }))}
        chosen={category}
        onChoose={setCategory}
      />
      <Field label={t('phone.meetingTitle')} value={title} onChange={setTitle} maxLength={100} />
      <Field label={t('phone.meetingMinutes')} value={minutes} onChange={setMinutes} inputMode="numeric" maxLength={3} />
      <TickChips label={t('phone.meetingPeople')} chips={team.map(labelOf)} chosen={present} onChoose={setPresent} />
      <Refused error={send.error} />
      <Button busy={send.busy} onPress={() => send.act(undefined)}>
        {t('phone.meetingSend')}
      </Button>
    </div>
  );
}
