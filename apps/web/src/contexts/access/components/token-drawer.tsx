import { useQueries } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { Countdown } from '../../../ui/countdown.tsx';
import { instantText } from '../../../ui/dates.ts';
import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { type Fact, Facts } from '../../../ui/facts.tsx';
import { Section } from '../../../ui/section.tsx';
import { useLast } from '../../../ui/use-last.ts';
import { unitQuery } from '../../units/queries.ts';
import { byContext } from '../held-permissions.ts';
import type { Token } from '../tokens-queries.ts';
import { ScopeList } from './scope-choice.tsx';
import { TokenActs } from './token-acts.tsx';

type TokenDrawerProps = { readonly token: Token | null; readonly onClose: () => void };

/** One token: whose, for what, where, until when. */
export function TokenDrawer({ token: chosen, onClose }: TokenDrawerProps) {
  const { t } = useTranslation('access');
  const token = useLast(chosen);
  if (token === null) return null;
  return (
    <DetailDrawer
      open={chosen !== null}
      title={token.name}
      aside={<Countdown dueOn={token.expiresOn} />}
      acts={<TokenActs token={token} />}
      onClose={onClose}
    >
      <Facts facts={factsOf(token, t)} />
      <Section title={t('desk.tokens.units')}>
        {token.unitIds.length === 0 ? t('desk.tokens.unitsAll') : <UnitNames unitIds={token.unitIds} />}
      </Section>
      <Section title={t('desk.tokens.scopes')}>
        <ScopeList scopes={byContext(token.scopes)} />
      </Section>
    </DetailDrawer>
  );
}

function factsOf({ owner, staffNo, login, prefix, expiresOn, createdAt, usedAt }: Token, t: TFunction<'access'>): Fact[] {
  return [
    { label: t('desk.tokens.owner'), value: [owner, staffNo ?? login].filter(Boolean).join(' ') },
    { label: t('desk.tokens.prefix'), value: `${prefix}…` },
    { label: t('desk.tokens.createdAt'), value: instantText(createdAt) },
    { label: t('desk.tokens.usedAt'), value: usedAt === null ? t('desk.tokens.unused') : instantText(usedAt) },
    { label: t('desk.tokens.expiresOn'), value: expiresOn },
  ];
}

function UnitNames({ unitIds }: { readonly unitIds: readonly string[] }) {
  const units = useQueries({ queries: unitIds.map((unitId) => unitQuery(unitId)) });
  return <span>{units.map(({ data }) => data?.name ?? '…').join('、')}</span>;
}
