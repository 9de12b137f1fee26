import type { Scheme } from '@changming/domain/assessments';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { Loaded } from '../../../ui/loaded.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { schemeQuery } from '../queries.ts';
import { schemeName, type SchemeWords } from '../words.ts';
import { differences } from './differences.ts';

type ComparePanelProps = {
  readonly scheme: Scheme;
  readonly words: SchemeWords;
  /** `hazard-treatment@1` */
  readonly other: string;
};

/** What another version says differently. */
export function ComparePanel({ scheme, words, other }: ComparePanelProps) {
  const { t } = useTranslation('assessments');
  const [code = '', version = ''] = other.split('@');
  const asked = useQuery(schemeQuery(code, Number(version)));
  const name = `${schemeName({ code, name: asked.data?.name ?? null })} ${t('desk.version', { version })}`;
  return (
    <Panel title={t('desk.scheme.compareTitle', { name })}>
      <Loaded query={asked} rows={4} small>
        {(found) => <Table rows={differences(found.scheme, scheme, { words, t })} />}
      </Loaded>
    </Panel>
  );
}

function Table({ rows }: { readonly rows: ReturnType<typeof differences> }) {
  const { t } = useTranslation('assessments');
  if (rows.length === 0) return <p className="assessment-quiet">{t('desk.scheme.compareSame')}</p>;
  return (
    <table className="scheme-indicators">
      <thead>
        <tr>
          {(['what', 'other', 'ours'] as const).map((head) => (
            <th key={head} scope="col">
              {t(`desk.scheme.compareHeads.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ what, other, ours }) => (
          <tr key={`${what} ${other} ${ours}`}>
            <th scope="row">{what}</th>
            <td>{other}</td>
            <td>{ours}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
