import { useTranslation } from 'react-i18next';

import { Section } from '../../../ui/section.tsx';
import type { PointDetail } from '../queries.ts';
import './plates.css';

/** Since when and why a point is a key position, and when it was one. */
export function KeySpans({ point: { keySpans } }: { readonly point: PointDetail }) {
  const { t } = useTranslation('points');
  if (keySpans.length === 0) return null;
  return (
    <Section title={t('desk.key.title')}>
      <ul className="point-keepers">
        {keySpans.map(({ reason, from, to, ending }) => (
          <li key={from}>
            {[reason, ending].filter(Boolean).join(' → ')} <small>{t('desk.kept', { from, to: to ?? t('desk.today') })}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}
