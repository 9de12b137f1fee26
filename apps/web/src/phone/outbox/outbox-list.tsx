import { useOfflineWords } from '../offline-words.ts';
import { useSession } from '../session.tsx';
import { useKeeping } from '../store/keeping.ts';
import { Button } from '../ui/button.tsx';
import type { OutboxItem } from './item.ts';
import { ItemCard } from './item-card.tsx';
import { hurry } from './sender.ts';
import { useOpenItems, useOthers } from './use-items.ts';
import './outbox.css';

/** 待发送: what needs its owner first, then what goes by itself, what is not finished, and what has arrived today. */
export function OutboxList() {
  const t = useOfflineWords();
  const { me } = useSession();
  const items = useOpenItems(me.account.id) ?? [];
  const others = useOthers(me.account.id);
  const standing = (...wanted: readonly OutboxItem['passage']['standing']['is'][]) =>
    items.filter(({ passage }) => wanted.includes(passage.standing.is));
  const waiting = standing('waiting', 'sending');
  return (
    <>
      <Keeping owed={waiting.length > 0} />
      {others > 0 && <p className="keeping">{t('outbox.others', { count: others })}</p>}
      <Group title={t('outbox.refusedTitle')} lead={t('outbox.refusedLead')} items={standing('refused')} />
      <Group title={t('outbox.title')} lead={t('outbox.lead')} items={waiting} />
      {waiting.length > 0 && <Button onPress={hurry}>{t('outbox.now')}</Button>}
      <Group title={t('outbox.drafts')} items={standing('draft')} />
      <Group title={t('outbox.arrivedTitle')} items={standing('arrived')} />
    </>
  );
}

type GroupProps = { readonly title: string; readonly lead?: string; readonly items: readonly OutboxItem[] };

function Group({ title, lead, items }: GroupProps) {
  if (items.length === 0) return null;
  return (
    <section className="stack stack--near">
      <h2 className="quiet-title">{title}</h2>
      {lead !== undefined && <p className="stack__lead">{lead}</p>}
      {items.slice(0, mostShown).map((item) => (
        <ItemCard key={item.id} item={item} />
      ))}
      {items.length > mostShown && <p className="stack__lead">{`… ${items.length}`}</p>}
    </section>
  );
}

/** The oldest are sent first; more than these at once would only be scrolled past. */
const mostShown = 30;

/** What a person should know about how safely this phone keeps things; an unkept promise matters only while something waits. */
function Keeping({ owed }: { readonly owed: boolean }) {
  const t = useOfflineWords();
  const keeping = useKeeping();
  if (keeping === 'kept' || (keeping === 'unpromised' && !owed)) return null;
  return <p className="keeping">{t(`keeping.${keeping}`)}</p>;
}
