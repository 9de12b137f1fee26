import { useOfflineWords } from '../offline-words.ts';
import type { OutboxItem } from './item.ts';

/** Where a record stands, in one sentence. */
export function Standing({ item }: { readonly item: OutboxItem }) {
  const t = useOfflineWords();
  const { standing } = item.passage;
  if (standing.is === 'refused') {
    const own = { photo_lost: t('refusedBy.photoLost'), unknown_kind: t('refusedBy.unknownKind') } as Readonly<Record<string, string>>;
    return (
      <p className="standing standing--refused" role="alert">
        {own[standing.code] ?? standing.said}
      </p>
    );
  }
  if (standing.is !== 'waiting' || standing.because === null) return <p className="standing">{t(`outbox.${standing.is}`)}</p>;
  return (
    <p className="standing">
      {t(`because.${standing.because}`)}
      {standing.tries > 2 && ` · ${t('outbox.count', { tries: standing.tries })}`}
    </p>
  );
}
