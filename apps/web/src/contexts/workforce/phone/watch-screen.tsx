import * as contract from '@changming/contract/workforce/watch';
import { useCallback, useState } from 'react';

import { call } from '../../../api/call.ts';
import { go } from '../../../phone/path.ts';
import type { ScreenProps } from '../../../phone/screens.ts';
import { Area } from '../../../phone/ui/area.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { Failure, Notice, Refused, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useAct, useAsk } from '../../../phone/use-ask.ts';
import { useWatchWords } from './words.ts';

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
const said = (at: string) => clock.format(new Date(at));

/** 我的值班, the next first. */
export function OwnWatchesScreen() {
  const t = useWatchWords();
  const asked = useAsk(load);
  return (
    <Screen title={t('watch.title')} back="/m">
      <div className="stack">
        {asked.state === 'waiting' && <Waiting />}
        {asked.state === 'failed' && <Failure error={asked.error} onRetry={asked.again} />}
        {asked.state === 'ready' && asked.answer.items.length === 0 && <Notice title={t('watch.none')} next={t('watch.noneNext')} />}
        {asked.state === 'ready' &&
          asked.answer.items.map(({ id, unit, post, fromAt, standing }) => (
            <Card
              key={id}
              title={`${said(fromAt)} · ${t(`watch.posts.${post}`)}`}
              note={`${unit} · ${t(`watch.standings.${standing}`)}`}
              onPress={() => go(`/m/watch/${id}`)}
            />
          ))}
      </div>
    </Screen>
  );
}

function load(signal: AbortSignal) {
  return call(contract.listOwnWatch, { signal });
}

/** One watch: signing in, what the watch before handed over, and handing over. */
export function OwnWatchScreen({ parts }: ScreenProps) {
  const t = useWatchWords();
  const shiftId = parts['id'] ?? '';
  const ask = useCallback((signal: AbortSignal) => call(contract.readOwnWatch, { params: { shiftId }, signal }), [shiftId]);
  const asked = useAsk(ask);
  return (
    <Screen title={t('watch.title')} back="/m/watch">
      <div className="stack">
        {asked.state === 'waiting' && <Waiting />}
        {asked.state === 'failed' && <Failure error={asked.error} onRetry={asked.again} />}
        {asked.state === 'ready' && <Watch shift={asked.answer.shift} before={asked.answer.before} onDone={asked.again} />}
      </div>
    </Screen>
  );
}

type WatchProps = { readonly shift: contract.WatchShift; readonly before: contract.WatchShift | null; readonly onDone: () => void };

function Watch({ shift, before, onDone }: WatchProps) {
  const t = useWatchWords();
  const { post, standing, checkedInAt } = shift;
  return (
    <>
      <Card
        title={`${t(`watch.posts.${post}`)} · ${t(`watch.standings.${standing}`)}`}
        note={`${said(shift.fromAt)} – ${said(shift.untilAt)}`}
      >
        {checkedInAt === null ? (
          <CheckIn shiftId={shift.id} onDone={onDone} />
        ) : (
          <p className="stack__lead">{t('watch.signedIn', { at: said(checkedInAt) })}</p>
        )}
      </Card>
      <Card title={t('watch.before')}>
        <Before given={before?.handOver ?? null} shiftId={shift.id} onDone={onDone} />
      </Card>
      {checkedInAt !== null && <HandOver shift={shift} onDone={onDone} />}
    </>
  );
}

/** What the watch before has left, to be signed for. */
function Before({ given, ...doing }: Doing & { readonly given: contract.WatchShift['handOver'] }) {
  const t = useWatchWords();
  if (given === null) return <p>{t('watch.nothingHanded')}</p>;
  return (
    <>
      <p>{given.notes}</p>
      {given.takenBy === null ? <TakeOver {...doing} /> : <p className="stack__lead">{t('watch.taken', { name: given.takenBy })}</p>}
    </>
  );
}

type Doing = { readonly shiftId: string; readonly onDone: () => void };

function CheckIn({ shiftId, onDone }: Doing) {
  const t = useWatchWords();
  const { busy, error, act } = useAct(() => call(contract.checkInWatch, { params: { shiftId } }).then(onDone));
  return (
    <>
      <Refused error={error} />
      <Button busy={busy} onPress={() => act(undefined)}>
        {t('watch.checkIn')}
      </Button>
    </>
  );
}

function TakeOver({ shiftId, onDone }: Doing) {
  const t = useWatchWords();
  const { busy, error, act } = useAct(() => call(contract.takeOverWatch, { params: { shiftId } }).then(onDone));
  return (
    <>
      <Refused error={error} />
      <Button look="plain" busy={busy} onPress={() => act(undefined)}>
        {t('watch.takeOver')}
      </Button>
    </>
  );
}

function HandOver({ shift, onDone }: { readonly shift: contract.WatchShift; readonly onDone: () => void }) {
  const t = useWatchWords();
  const [notes, setNotes] = useState(shift.handOver?.notes ?? '');
  const { busy, error, act } = useAct(() => call(contract.handOverWatch, { params: { shiftId: shift.id }, body: { notes } }).then(onDone));
  if (shift.handOver?.takenBy) return <Card title={t('watch.handOver')} note={t('watch.taken', { name: shift.handOver.takenBy })} />;
  return (
    <Card title={t('watch.handOver')}>
      <Area label={t('watch.notes')} value={notes} onChange={setNotes} rows={3} />
      <Refused error={error} />
      <Button busy={busy} objection={notes.trim() === '' ? t('watch.notesEmpty') : null} onPress={() => act(undefined)}>
        {t(shift.handOver === null ? 'watch.hand' : 'watch.handAgain')}
      </Button>
    </Card>
  );
}
