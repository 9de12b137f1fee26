import { useState } from 'react';

import { go } from '../../../phone/path.ts';
import { useSession } from '../../../phone/session.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { Sheet } from '../../../phone/ui/sheet.tsx';
import { instantText } from '../../../ui/dates.ts';
import type { Draft } from './draft.ts';
import { dropDraft } from './draft-store.ts';
import { useWaiting } from './use-drafts.ts';
import { useHazardWords } from './words.ts';
import './hazards.css';

/** 待发送: what this phone still owes the server. */
export function OutboxLink() {
  const t = useHazardWords();
  const { me } = useSession();
  const waiting = useWaiting(me.account.id);
  if (waiting.length === 0) return null;
  return (
    <a
      className="outbox-link"
      href="/m/me"
      onClick={(event) => {
        event.preventDefault();
        go('/m/me');
      }}
    >
      {t('phone.outbox', { count: waiting.length })}
    </a>
  );
}

/** Each with the way to go on; nothing is sent behind one's back, nothing is lost. */
export function Outbox() {
  const t = useHazardWords();
  const { me } = useSession();
  const waiting = useWaiting(me.account.id);
  if (waiting.length === 0) return null;
  return (
    <section className="stack stack--near">
      <h2 className="quiet-title">{t('phone.outboxTitle')}</h2>
      <p className="stack__lead">{t('phone.outboxNote')}</p>
      {waiting.map((draft) => (
        <Row key={draft.key} draft={draft} />
      ))}
    </section>
  );
}

function Row({ draft }: { readonly draft: Draft }) {
  const t = useHazardWords();
  const [asking, setAsking] = useState(false);
  return (
    <div className="outbox-row">
      <Card title={<Name draft={draft} />} note={instantText(new Date(draft.at))} onPress={() => go(addressOf(draft))} />
      <Button look="plain" onPress={() => setAsking(true)}>
        {t('phone.drop')}
      </Button>
      {asking && (
        <Sheet title={t('phone.dropTitle')} onClose={() => setAsking(false)}>
          <p className="stack__lead">{t('phone.dropNote')}</p>
          <Button look="alert" onPress={() => dropDraft(draft.key)}>
            {t('phone.drop')}
          </Button>
          <Button look="plain" onPress={() => setAsking(false)}>
            {t('phone.cancel')}
          </Button>
        </Sheet>
      )}
    </div>
  );
}

function Name({ draft }: { readonly draft: Draft }) {
  const t = useHazardWords();
  if (draft.kind === 'report') return t('phone.outboxReport', { place: draft.place.name });
  return t(draft.kind === 'submission' ? 'phone.outboxSubmission' : 'phone.outboxLookBack', { number: draft.number });
}

function addressOf(draft: Draft): string {
  if (draft.kind === 'report') return `/m/report/${draft.id}`;
  return `/m/hazards/${draft.hazardId}/${draft.kind === 'submission' ? 'rectify' : 'look-back'}`;
}
