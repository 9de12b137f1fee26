import { type ReactNode, useCallback, useState } from 'react';

import { Button } from '../../../phone/ui/button.tsx';
import { Failure, Notice, Refused, Waiting } from '../../../phone/ui/notice.tsx';
import { useAct, useAsk } from '../../../phone/use-ask.ts';
import { useHazardWords } from './words.ts';

type Page<Row> = { readonly items: readonly Row[]; readonly next: string | null };

type PagedProps<Row> = {
  /** Must keep its identity between renders. */
  readonly load: (after: string | undefined, signal?: AbortSignal) => Promise<Page<Row>>;
  readonly empty: { readonly title: string; readonly next: string };
  readonly row: (hazard: Row) => ReactNode;
};

/** A list that grows by a tap on its end. */
export function Paged<Row>({ load, empty, row }: PagedProps<Row>) {
  const asked = useAsk(useCallback((signal: AbortSignal) => load(undefined, signal), [load]));
  if (asked.state === 'waiting') return <Waiting />;
  if (asked.state === 'failed') return <Failure error={asked.error} onRetry={asked.again} />;
  if (asked.answer.items.length === 0) return <Notice {...empty} />;
  return <Pages first={asked.answer} load={load} row={row} />;
}

function Pages<Row>({ first, load, row }: Omit<PagedProps<Row>, 'empty'> & { readonly first: Page<Row> }) {
  const t = useHazardWords();
  const [more, setMore] = useState<readonly Page<Row>[]>([]);
  const pages = [first, ...more];
  const next = pages.at(-1)?.next ?? null;
  const grow = useAct(async (after: string) => {
    const page = await load(after);
    setMore((before) => [...before, page]);
  });
  return (
    <>
      {pages.flatMap(({ items }) => items.map(row))}
      <Refused error={grow.error} />
      {next !== null && (
        <Button look="plain" busy={grow.busy} onPress={() => grow.act(next)}>
          {t('phone.more')}
        </Button>
      )}
    </>
  );
}
