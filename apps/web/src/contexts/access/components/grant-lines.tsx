import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { dayOf, daysBetween } from '../../../ui/dates.ts';
import { StatusTag } from '../../../ui/status-tag.tsx';
import type { Tone } from '../../../ui/tokens.ts';
import type { Account } from '../accounts-queries.ts';
import { accountName } from '../account-words.ts';
import type { GrantGroup, GrantState } from '../grouped-grants.ts';
import { EndGrant } from './end-grant.tsx';
import './grant-lines.css';

export const grantTones = { inForce: 'done', coming: 'waiting', over: 'neutral', withdrawn: 'neutral' } as const satisfies Record<
  GrantState,
  Tone
>;

type GrantLinesProps = { readonly groups: readonly GrantGroup[]; readonly account: Account };

/** Each grant in words, and under it when it holds on a scale common to all. */
export function GrantLines({ groups, account }: GrantLinesProps) {
  const { t } = useTranslation('access');
  const mayGrant = mayAnywhere(useMe(), 'access.grant');
  const scale = scaleOf(groups, dayOf(new Date()));
  return (
    <ul className="grant-lines">
      {groups.map((group) => (
        <li key={group.id} className={`grant-lines__line grant-lines__line--${group.state}`}>
          <p className="grant-lines__what">
            <strong>{t(`roles.${group.role}`)}</strong>
            <span>{group.kinds.map((kind) => t(`kinds.${kind}`)).join('、')}</span>
          </p>
          <StatusTag tone={grantTones[group.state]}>{t(`desk.grants.${group.state}`)}</StatusTag>
          <p className="grant-lines__where">
            {group.unit}
            <span>{periodText(group, t)}</span>
          </p>
          <span>{mayGrant && isOpen(group.state) && <EndGrant group={group} name={accountName(account)} />}</span>
          <Bar group={group} scale={scale} />
        </li>
      ))}
    </ul>
  );
}

export function periodText({ from, lastDay }: Pick<GrantGroup, 'from' | 'lastDay'>, t: TFunction<'access'>): string {
  return `${from} – ${lastDay ?? t('desk.grants.openEnd')}`;
}

export function isOpen(state: GrantState): boolean {
  return state === 'inForce' || state === 'coming';
}

type Scale = { readonly from: string; readonly days: number; readonly today: number };

/** From the first day of all to some time after today, so that what has no end runs out of the picture. */
function scaleOf(groups: readonly GrantGroup[], today: string): Scale {
  const from = groups.map((group) => group.from).reduce((first, day) => (day < first ? day : first), today);
  const last = groups.flatMap(({ lastDay }) => lastDay ?? []).reduce((latest, day) => (day > latest ? day : latest), today);
  const days = Math.round(Math.max(daysBetween(from, last), 30) * 1.15);
  return { from, days, today: (daysBetween(from, today) / days) * 100 };
}

function Bar({ group: { from, lastDay }, scale }: { readonly group: GrantGroup; readonly scale: Scale }) {
  const start = (daysBetween(scale.from, from) / scale.days) * 100;
  const end = lastDay === null ? 100 : ((daysBetween(scale.from, lastDay) + 1) / scale.days) * 100;
  return (
    <span className="grant-lines__scale" aria-hidden="true">
      <span className="grant-lines__bar" style={{ insetInlineStart: `${start}%`, inlineSize: `${Math.max(end - start, 1)}%` }} />
      <span className="grant-lines__today" style={{ insetInlineStart: `${scale.today}%` }} />
    </span>
  );
}
