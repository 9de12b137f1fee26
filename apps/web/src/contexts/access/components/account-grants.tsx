import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { dayOf } from '../../../ui/dates.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Section } from '../../../ui/section.tsx';
import type { Account } from '../accounts-queries.ts';
import { grantsOfQuery } from '../grants-queries.ts';
import { groupedGrants } from '../grouped-grants.ts';
import { GiveGrant } from './give-grant.tsx';
import { GrantLines } from './grant-lines.tsx';

/** 授权 of one account over time, with those that were withdrawn. */
export function AccountGrants({ account }: { readonly account: Account }) {
  const { t } = useTranslation('access');
  const mayGrant = mayAnywhere(useMe(), 'access.grant');
  const grants = useQuery(grantsOfQuery(account.id));
  return (
    <Section title={t('desk.grants.section')}>
      <Loaded small rows={3} query={grants}>
        {({ items }) => (
          <>
            {items.length === 0 && (
              <EmptyState small title={t('desk.grants.none')} next={t(mayGrant ? 'desk.grants.noneNext' : 'desk.grants.askSecurity')} />
            )}
            <GrantLines groups={groupedGrants(items, dayOf(new Date()))} account={account} />
            {mayGrant && <GiveGrant account={account} held={items} />}
          </>
        )}
      </Loaded>
    </Section>
  );
}
