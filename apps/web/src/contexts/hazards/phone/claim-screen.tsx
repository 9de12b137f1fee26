import { answerAtDoor, followAtDoor } from '@changming/contract/hazards/doors';
import { claimOf, isClaim } from '@changming/domain/hazards';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';

import { call } from '../../../api/call.ts';
import { go } from '../../../phone/path.ts';
import { Area } from '../../../phone/ui/area.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { Field } from '../../../phone/ui/field.tsx';
import { Refused } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { StatusTag } from '../../../phone/ui/tags.tsx';
import { useToast } from '../../../phone/ui/toasts.tsx';
import { useAct } from '../../../phone/use-ask.ts';
import { instantText } from '../../../ui/dates.ts';
import { stageTones } from '../look.ts';
import { useDrafts } from './use-drafts.ts';
import { useHazardWords } from './words.ts';
import './hazards.css';

type Story = z.output<(typeof followAtDoor)['responses'][200]['content']['application/json']['schema']>;

/** What became of an anonymous report, for whoever brings its code. The code travels in a header and is kept nowhere. */
export function ClaimScreen() {
  const t = useHazardWords();
  const [code, setCode] = useState('');
  const [odd, setOdd] = useState(false);
  const [story, setStory] = useState<Story | null>(null);
  const claim = { 'x-claim-code': claimOf(code) };
  const look = useAct(async () => setStory(await call(followAtDoor, { headers: claim })));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setOdd(!isClaim(code));
    if (isClaim(code)) look.act(undefined);
  };
  return (
    <Screen title={t('phone.claimTitle')} back="/m">
      <div className="stack">
        <form className="stack" onSubmit={submit}>
          <Field
            label={t('phone.claimInput')}
            hint={t('phone.claimHint')}
            value={code}
            onChange={setCode}
            autoCapitalize="none"
            autoComplete="off"
            maxLength={40}
            required
          />
          {odd ? (
            <p className="refused" role="alert">
              {t('phone.claimOdd')}
            </p>
          ) : (
            <Refused error={look.error} />
          )}
          <Button busy={look.busy} look={story === null ? 'main' : 'plain'}>
            {t('phone.claimGo')}
          </Button>
        </form>
        {story !== null && <StoryOf story={story} claim={claim} onAnswered={() => look.act(undefined)} />}
      </div>
    </Screen>
  );
}

type StoryProps = { readonly story: Story; readonly claim: { 'x-claim-code': string }; readonly onAnswered: () => void };

function StoryOf({ story, claim, onAnswered }: StoryProps) {
  const t = useHazardWords();
  return (
    <>
      <Card title={story.number} note={[story.unit, story.point].filter(Boolean).join(' · ')}>
        <p className="facts-line">
          <StatusTag tone={stageTones[story.stage]}>{t(`stages.${story.stage}`)}</StatusTag>
          <span>{t(`categories.${story.category}`)}</span>
          <span>{t('phone.found', { on: story.foundOn })}</span>
        </p>
        {story.done !== null && <p>{story.done}</p>}
      </Card>
      {story.notes.map((note) => (
        <Card key={note.at} note={`${t(note.byReporter ? 'phone.answered' : 'phone.question')} · ${instantText(note.at)}`}>
          {note.text}
        </Card>
      ))}
      {!story.photos.complete && <Unfinished code={claim['x-claim-code']} />}
      <Reply claim={claim} onAnswered={onAnswered} />
    </>
  );
}

/** Photos that still lie on this phone: the way on, for whoever has the code. */
function Unfinished({ code }: { readonly code: string }) {
  const t = useHazardWords();
  const item = useDrafts(null)?.find(({ content }) => content.kind === 'report' && content.secret === code);
  if (item === undefined || item.passage.standing.is === 'arrived') return null;
  return <Card title={t('phone.retry')} note={t('phone.sentOpen')} onPress={() => go(`/m/door/${item.id}`)} />;
}

function Reply({ claim, onAnswered }: Pick<StoryProps, 'claim' | 'onAnswered'>) {
  const t = useHazardWords();
  const say = useToast();
  const [text, setText] = useState('');
  const reply = useAct(async () => {
    await call(answerAtDoor, { headers: claim, body: { text: text.trim() } });
    setText('');
    say(t('phone.replied'));
    onAnswered();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') reply.act(undefined);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Area label={t('phone.reply')} value={text} onChange={setText} />
      <Refused error={reply.error} />
      <Button busy={reply.busy}>{t('phone.replySend')}</Button>
    </form>
  );
}
