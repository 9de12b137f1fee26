import { go } from '../../../phone/path.ts';
import { useSession } from '../../../phone/session.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { instantText } from '../../../ui/dates.ts';
import type { Draft } from './draft.ts';
import { dropDraft } from './draft-store.ts';
import { useDrafts } from './use-drafts.ts';
import { useHazardWords } from './words.ts';
import './hazards.css';

/** 待发送: what this phone still owes the server. */
export function OutboxLink() {
  const t = useHazardWords();
  const { me } = useSession();
  const waiting = useDrafts(me.account.id) ?? [];
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
  const waiting = useDrafts(me.account.id) ?? [];
  if (waiting.length === 0) return null;
  return (
    <section className="stack stack--near">
      <h2 className="quiet-title">{t('phone.outboxTitle')}</h2>
      <p className="stack__lead">{t('phone.outboxNote')}</p>
      {waiting.map((draft) => (
        <div key={draft.key} className="outbox-row">
          <Card title={<Name draft={draft} />} note={instantText(new Date(draft.at))} onPress={() => go(addressOf(draft))} />
          {!(draft.kind === 'report' && draft.sealed) && (
            <Button look="plain" onPress={() => dropDraft(draft.key)}>
              {t('phone.drop')}
            </Button>
          )}
        </div>
      ))}
    </section>
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
