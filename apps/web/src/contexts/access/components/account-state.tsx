import { useTranslation } from 'react-i18next';

import { instantText } from '../../../ui/dates.ts';
import { StatusTag } from '../../../ui/status-tag.tsx';
import type { Account } from '../accounts-queries.ts';

/** How an account stands: what keeps its holder out comes first. */
export function AccountState({ account }: { readonly account: Account }) {
  const { t } = useTranslation('access');
  const { disabledAt, lockedUntil, seenAt, mustChangePassword } = account;
  if (disabledAt !== null) return <StatusTag tone="neutral">{t('desk.accounts.states.disabled')}</StatusTag>;
  if (isLocked(lockedUntil)) {
    return <StatusTag tone="alert">{t('desk.accounts.lockedUntil', { at: instantText(lockedUntil ?? '').slice(11) })}</StatusTag>;
  }
  if (seenAt === null) return <StatusTag tone="waiting">{t('desk.accounts.states.neverSignedIn')}</StatusTag>;
  if (mustChangePassword) return <StatusTag tone="waiting">{t('desk.accounts.initialPassword')}</StatusTag>;
  return <StatusTag tone="done">{t('desk.accounts.states.active')}</StatusTag>;
}

/** The API says until when the last failures lock; once that has passed they lock nothing. */
export function isLocked(lockedUntil: string | null): boolean {
  return lockedUntil !== null && Date.parse(lockedUntil) > Date.now();
}
